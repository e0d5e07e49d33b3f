/** The form and the answers in it. */

import { find } from "../../common/dom.js";
import { dayInFinland } from "../../common/finland.js";
import { LeaveWarning } from "../../common/leave-warning.js";
import { NOTHING, beyond, collect, fill, isEmpty, progress } from "./sheet.js";

/** @typedef {import("../types.js").Sheet} Sheet */
/** @typedef {import("../words.js").Words} Words */

/** Events: "changed" after any change of the answers, "cleared" when all were cleared away. */
export class Form extends EventTarget {
  #root;
  #form;
  #words;
  #kept = NOTHING;
  /** The day of the sheet that was opened, until something in it changes. */
  #given = "";
  /** Asks before answers are lost. */
  leaving = new LeaveWarning();
  /** How often everything has been cleared: who waited for something meanwhile lets it go. */
  clearings = 0;

  /** @param {HTMLElement} root @param {Words} words */
  constructor(root, words) {
    super();
    this.#root = root;
    this.#form = /** @type {HTMLFormElement} */ (find(root, "form"));
    this.#words = words;
    this.#form.addEventListener("input", () => this.#changed());
    this.#form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Whether closing the page would lose answers. */
  get unsaved() {
    return this.leaving.needed;
  }

  set unsaved(unsaved) {
    this.leaving.needed = unsaved;
  }

  /** @returns {Sheet} */
  sheet() {
    return { ...collect(this.#form, this.#root.dataset.rules ?? "", this.#kept), date: this.#given };
  }

  /** The answers as a sheet of the day they were given: of a sheet that was opened, its own until an answer changes. */
  datedSheet() {
    const sheet = this.sheet();
    return { ...sheet, date: sheet.date || dayInFinland(new Date()) };
  }

  get isEmpty() {
    return isEmpty(this.sheet());
  }

  /** Put a sheet that Python has read, or that this page wrote, into the form. @param {Sheet} sheet */
  fill(sheet) {
    fill(this.#form, sheet);
    this.#kept = beyond(this.#form, sheet);
    this.#changed(sheet.date);
  }

  /** Take up what the browser itself has put back into the form. */
  resume() {
    if (!this.isEmpty) this.#changed();
  }

  clear() {
    this.#form.reset();
    this.#kept = NOTHING;
    this.#given = "";
    this.#form.querySelectorAll("details").forEach((part) => (part.open = false));
    this.#count();
    this.unsaved = false;
    this.clearings++;
    this.dispatchEvent(new Event("cleared"));
  }

  /** @param {string} [given] the day of the answers, if they are not of today */
  #changed(given = "") {
    this.#given = given;
    this.unsaved = !this.isEmpty;
    this.dispatchEvent(new Event("changed"));
    this.#count();
  }

  #count() {
    find(this.#root, "[data-progress-text]").textContent = this.#words.say("progress", progress(this.#form));
  }
}
