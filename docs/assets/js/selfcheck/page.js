/** The self-check page: the form works from the start; Python, once ready, scores each answer. */

import { followBranches } from "./branches.js";
import { days } from "./days.js";
import { download, textOf } from "./files.js";
import { handOver, takeOver } from "./handover.js";
import { Python } from "./python.js";
import { drawReport } from "./report.js";
import { collect, fill, progress } from "./sheet.js";

/** @typedef {import("./types.js").Scored} Scored */
/** @typedef {import("./types.js").Read} Read */
/** @typedef {import("./types.js").Sheet} Sheet */
/** @typedef {import("./types.js").Refusal} Refusal */

class Page {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.form = /** @type {HTMLFormElement} */ (this.#find("form"));
    this.result = /** @type {HTMLElement} */ (this.#find("#selfcheck-result"));
    this.file = /** @type {HTMLInputElement} */ (this.#find("[data-file]"));
    /** @type {Record<string, string>} */
    this.phrases = JSON.parse(this.#find("#selfcheck-phrases").textContent ?? "{}");
    this.lang = root.dataset.lang ?? "fi";
    this.python = new Python();
    /** @type {Promise<"memory" | "plain">} settles once Python answers; asking waits for it */
    this.ready = new Promise(() => {});
    this.unsaved = false;
  }

  open() {
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.file.addEventListener("change", () => this.load());
    this.#on("save", () => this.save());
    this.#on("report", () => this.saveReport());
    this.#on("open", () => this.file.click());
    this.#on("print", () => window.print());
    this.#on("clear", () => this.clear());
    this.#on("retry", () => this.start());
    handOver(() => {
      this.unsaved = false;
      return this.sheet();
    });
    addEventListener("beforeunload", (event) => {
      if (this.unsaved) event.preventDefault();
    });
    this.start();
    const brought = takeOver();
    if (brought) this.bring(brought, "brought");
    else if (progress(this.form).answered) this.changed();
    followBranches(this.root, (key, values) => this.#phrase(key, values));
  }

  sheet() {
    return collect(this.form, this.root.dataset.rules ?? "");
  }

  start() {
    this.#enter("loading");
    this.ready = this.python.start(new URL(this.root.dataset.runtime ?? "", location.href).href);
    this.ready.then(
      (how) => {
        this.root.dataset.start = how;
        performance.mark("selfcheck:interactive");
        this.#enter("ready");
        if (progress(this.form).answered) this.score();
      },
      () => this.#enter("error"),
    );
  }

  changed() {
    const { answered, total } = progress(this.form);
    this.unsaved = answered > 0;
    this.#find("[data-progress-text]").textContent = this.#phrase("progress", { answered, total });
    if (this.root.dataset.state === "ready") this.score();
  }

  async score() {
    const sheet = this.sheet();
    /** @type {Scored | Refusal} */
    const reply = await this.python.ask({ op: "score", lang: this.lang, sheet, ...days(this.root) });
    if ("faults" in reply) this.#refuse(reply.faults);
    else this.show(reply);
  }

  /** @param {Scored} scored */
  show({ result, canonical, report }) {
    const { band, bands, overall } = result;
    if (this.result.dataset.band !== band) {
      const names = bands.map((id) => this.#phrase(`band.${id}`));
      this.#say("scored", { band: names.join(" – ") });
    }
    Object.assign(this.result.dataset, { band, low: overall.low, high: overall.high, result: canonical });
    this.#find(".selfcheck__empty").hidden = true;
    const page = { root: this.root.dataset.root ?? "", more: this.#phrase("guide") };
    const place = this.#find("[data-report]");
    const unfolded = [...place.querySelectorAll("details")].map((part) => part.open);
    place.replaceChildren(drawReport(report, page));
    place.querySelectorAll("details").forEach((part, n) => (part.open = unfolded[n] ?? false));
    performance.mark("selfcheck:scored");
  }

  /** Give the answers as a file; works without Python too. */
  save() {
    const sheet = this.datedSheet();
    download(`${JSON.stringify(sheet, null, 2)}\n`, `soske-${sheet.date}.json`, "application/json");
    this.unsaved = false;
    this.#say("saved");
  }

  /** Give the whole report as a page of its own, to read or send on without this site. */
  async saveReport() {
    if (!(await this.isReady())) return this.#refuse([this.#phrase("failed")]);
    const sheet = this.datedSheet();
    const base = new URL(this.root.dataset.root ?? "", location.href).href;
    /** @type {{ html: string } | Refusal} */
    const reply = await this.python.ask({ op: "html", lang: this.lang, sheet, base, ...days(this.root) });
    if ("faults" in reply) return this.#refuse(reply.faults);
    download(reply.html, `soske-${sheet.date}.html`, "text/html");
    this.#say("report.saved");
  }

  /** The form as a sheet of the reader's today. */
  datedSheet() {
    return { ...this.sheet(), date: new Date().toLocaleDateString("sv-SE") };
  }

  /** Let Python read the chosen file; nothing changes unless all of it is sound. */
  async load() {
    const [file] = this.file.files ?? [];
    this.file.value = "";
    if (!file) return;
    if (!(await this.isReady())) return this.#refuse([this.#phrase("failed")], this.#phrase("refused"));
    /** @type {Read | Refusal} */
    const reply = await this.python.ask({ op: "read", lang: this.lang, text: await textOf(file) });
    if ("faults" in reply) return this.#refuse(reply.faults, this.#phrase("refused"));
    this.bring(reply.sheet, "opened");
  }

  /** @returns {Promise<boolean>} whether Python answers, once that is known */
  isReady() {
    return this.ready.then(() => true, () => false);
  }

  /**
   * @param {Sheet} sheet
   * @param {string} phrase what to say about it
   */
  bring(sheet, phrase) {
    this.#refuse([]);
    fill(this.form, sheet);
    this.changed();
    this.#say(phrase);
  }

  clear() {
    if (!confirm(this.#phrase("clear.sure"))) return;
    this.form.reset();
    this.#refuse([]);
    for (const name of ["band", "low", "high", "result"]) delete this.result.dataset[name];
    this.#find("[data-report]").replaceChildren();
    this.#find(".selfcheck__empty").hidden = false;
    this.form.querySelectorAll("details").forEach((part) => (part.open = false));
    const { answered, total } = progress(this.form);
    this.unsaved = false;
    this.#find("[data-progress-text]").textContent = this.#phrase("progress", { answered, total });
    this.#say("cleared");
  }

  /** @param {"loading" | "ready" | "error"} state */
  #enter(state) {
    this.root.dataset.state = state;
    this.#find("[data-action=retry]").hidden = state !== "error";
    this.#say(state === "error" ? "failed" : state);
  }

  /** @param {string} phrase @param {Record<string, string>} [values] */
  #say(phrase, values) {
    this.#find("#selfcheck-status").textContent = this.#phrase(phrase, values);
  }

  /** @param {string[]} faults @param {string} [title] */
  #refuse(faults, title = "") {
    const lines = [title, ...faults].filter(Boolean).map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    });
    this.#find("[data-faults]").replaceChildren(...lines);
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  #phrase(key, values = {}) {
    const phrase = this.phrases[key] ?? key;
    return phrase.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  /** @param {string} action @param {() => void} act */
  #on(action, act) {
    this.#find(`[data-action=${action}]`).addEventListener("click", act);
  }

  /** @param {string} selector */
  #find(selector) {
    const found = this.root.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`self-check: the page has no ${selector}`);
    return found;
  }
}

const root = document.getElementById("selfcheck");
if (root) new Page(root).open();
