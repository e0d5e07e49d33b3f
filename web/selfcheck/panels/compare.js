/** Then and now: what has changed between an earlier sheet and the form. */

import { readFile } from "../answers/answer-files.js";
import { find, findInput, onPress } from "../../common/dom.js";
import { receive } from "../answers/drop.js";
import { printAlone } from "../result/printing.js";
import { redraw } from "../result/report.js";
import { fileEntry } from "./file-entry.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Named} Named */
/** @typedef {import("../types.js").Compared} Compared */
/** @typedef {import("../types.js").Refusal} Refusal */

export class ComparePanel {
  #page;
  #panel;
  /** @type {Named | null} */
  earlier = null;
  #asked = 0;

  /** @param {Context} page */
  constructor(page) {
    this.#page = page;
    this.#panel = /** @type {HTMLDetailsElement} */ (find(page.root, "[data-panel=then]"));
    receive(find(this.#panel, ".drop"), (files) => this.load(files));
    this.#panel.addEventListener("toggle", () => this.refresh(false));
    onPress(this.#panel, "print-then", () => printAlone(page.root, "then"));
    page.form.addEventListener("changed", () => this.earlier && this.refresh(false));
    page.form.addEventListener("cleared", () => this.resume(null));
  }

  /** @param {File[]} files of which there must be one */
  async load([file, ...others]) {
    const { words, notices } = this.#page;
    if (!file || others.length) return notices.refuse([words.say("file.several")], words.say("refused"));
    const reply = await readFile(this.#page, file);
    if (!reply) return;
    if ("faults" in reply) return notices.refuse(reply.faults, words.say("refused"));
    notices.refuse([]);
    this.earlier = { name: file.name, sheet: reply.sheet };
    this.#list();
    await this.refresh(true);
  }

  /** @param {Named | null} earlier as another page of the site handed it over */
  resume(earlier) {
    this.earlier = earlier;
    this.#panel.open = earlier !== null;
    this.#list();
    this.refresh(false);
  }

  #remove() {
    const name = this.earlier?.name ?? "";
    this.resume(null);
    this.#panel.open = true;
    findInput(this.#panel, "input[type=file]").focus();
    this.#page.notices.say("file.removed", { name });
  }

  #list() {
    const entries = this.earlier ? [fileEntry(this.earlier, this.#page.words, () => this.#remove())] : [];
    find(this.#panel, "[data-files]").replaceChildren(...entries);
  }

  /** @param {boolean} tell whether to say so */
  async refresh(tell) {
    const asked = ++this.#asked;
    if (!this.earlier) return this.#show([]);
    if (!this.#panel.open) return;
    const { engine, form, notices } = this.#page;
    /** @type {Compared | Refusal} */
    const reply = await engine.ask({ op: "compare", old: this.earlier.sheet, new: form.datedSheet() });
    if (asked !== this.#asked) return;
    if ("faults" in reply) return notices.refuse(reply.faults);
    this.#show(reply.report);
    if (tell) notices.say("then.compared", { name: this.earlier?.name ?? "" });
  }

  /** @param {import("../types.js").Block[]} report */
  #show(report) {
    redraw(find(this.#panel, ".report"), report, this.#page);
    find(this.#panel, "[data-compared]").hidden = report.length === 0;
  }
}
