/** Shows the result of what the form says now. */

import { element, find } from "../dom.js";
import { rehearse } from "./rehearsal.js";
import { redraw } from "./report.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Scored} Scored */

export class Result {
  #page;
  #place;
  #report;
  #asked = 0;

  /** @param {Context} page */
  constructor(page) {
    this.#page = page;
    this.#place = find(page.root, "#selfcheck-result");
    this.#report = find(page.root, "[data-report]");
    page.engine.addEventListener("ready", () => page.form.isEmpty ? rehearse(page) : this.score());
    page.form.addEventListener("changed", () => {
      page.notices.forget();
      page.engine.want();
      if (page.engine.state === "ready") this.score();
    });
    page.form.addEventListener("cleared", () => this.clear());
  }

  async score() {
    const asked = ++this.#asked;
    /** @type {Scored | import("./types.js").Refusal} */
    const reply = await this.#page.engine.ask({ op: "score", sheet: this.#page.form.sheet() });
    if (asked !== this.#asked) return; // the answers have changed meanwhile
    if ("faults" in reply) this.#page.notices.refuse(reply.faults);
    else this.#show(reply);
  }

  /** @param {Scored} scored */
  #show({ result, canonical, fingerprint, report }) {
    const { words, notices } = this.#page;
    const { band, bands, overall, rules } = result;
    if (this.#place.dataset.bands !== bands.join(" ")) {
      notices.follow("scored", { band: bands.map((id) => words.say(`band.${id}`)).join(" – ") });
    }
    Object.assign(this.#place.dataset, {
      band, low: overall.low, high: overall.high, bands: bands.join(" "), result: canonical, fingerprint,
    });
    find(this.#page.root, ".selfcheck__empty").hidden = true;
    const origin = element("p", { class: "report__origin" }, `${words.say("origin", { rules })} `, element("code", {}, fingerprint));
    redraw(this.#report, report, this.#page, origin);
    performance.mark("selfcheck:scored");
  }

  clear() {
    this.#asked++;
    for (const name of ["band", "low", "high", "bands", "result", "fingerprint"]) delete this.#place.dataset[name];
    this.#report.replaceChildren();
    find(this.#page.root, ".selfcheck__empty").hidden = false;
  }
}
