/** Shows the result of what the form says now. */

import { element, find } from "../../common/dom.js";
import { redraw } from "./report.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Details} Details */
/** @typedef {import("../types.js").Refusal} Refusal */
/** @typedef {import("../types.js").Scored} Scored */

export class Result {
  #page;
  #place;
  #outcome;
  #details;
  #asked = 0;

  /** @param {Context} page */
  constructor(page) {
    this.#page = page;
    this.#place = find(page.root, "#selfcheck-result");
    this.#outcome = find(page.root, "[data-outcome]");
    this.#details = find(page.root, "[data-details]");
    page.engine.addEventListener("ready", () => page.form.isEmpty || this.score());
    page.form.addEventListener("changed", () => {
      page.notices.forget();
      page.engine.want();
      if (page.engine.state === "ready") this.score();
    });
    page.form.addEventListener("cleared", () => this.clear());
  }

  /** The score is shown first; what goes through all answers follows, and is folded away anyhow. */
  async score() {
    const asked = ++this.#asked;
    const { engine, form, notices } = this.#page;
    const sheet = form.sheet();
    /** @type {Scored | Refusal} */
    const reply = await engine.ask({ op: "score", sheet });
    if (asked !== this.#asked) return; // the answers have changed meanwhile
    if ("unasked" in reply) return; // the engine has told it
    if ("faults" in reply) return notices.refuse(reply.faults);
    this.#show(reply);
    /** @type {Details | Refusal} */
    const rest = await engine.ask({ op: "details", sheet });
    if (asked === this.#asked) this.#explain(reply, "faults" in rest ? [] : rest.report);
  }

  /** @param {Scored} scored */
  #show({ result, canonical, fingerprint, report }) {
    const { words, notices } = this.#page;
    const { band, bands, overall, known } = result;
    if (this.#place.dataset.bands !== bands.join(" ")) {
      if (bands.length > 2) notices.follow("scored.open", known);
      else notices.follow("scored", { band: this.#named(bands) });
    }
    Object.assign(this.#place.dataset, {
      band, low: overall.low, high: overall.high, bands: bands.join(" "), result: canonical, fingerprint,
    });
    find(this.#page.root, ".selfcheck__empty").hidden = true;
    redraw(this.#outcome, report, this.#page);
    performance.mark("selfcheck:scored");
  }

  /** @param {string[]} bands one, or the two that are possible */
  #named([low = "", high = low]) {
    const { words } = this.#page;
    const [one, other] = [words.say(`band.${low}`), words.say(`band.${high}`)];
    return low === high ? one : words.say("or", { low: one, high: other });
  }

  /** @param {Scored} scored @param {Details["report"]} details */
  #explain({ result: { rules }, fingerprint }, details) {
    const origin = `${this.#page.words.say("origin", { rules })} `;
    const last = element("p", { class: "report__origin" }, origin, element("code", {}, fingerprint));
    redraw(this.#details, details, this.#page, last);
  }

  clear() {
    this.#asked++;
    for (const name of ["band", "low", "high", "bands", "result", "fingerprint"]) delete this.#place.dataset[name];
    this.#outcome.replaceChildren();
    this.#details.replaceChildren();
    find(this.#page.root, ".selfcheck__empty").hidden = false;
  }
}
