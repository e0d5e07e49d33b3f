/**
 * Follows the kind of organisation and the theme: shows the remarks and examples that concern them, and
 * answers "does not apply" where that holds, until the reader answers otherwise.
 */

import { find } from "../../common/dom.js";

/**
 * The kind of organisation, and the ids of the questions that stand answered for the reader.
 * @typedef {{ kind: string, presets: string[] }} BranchState
 */

export class Branches {
  /**
   * @param {HTMLElement} root
   * @param {import("../words.js").Words} words
   */
  constructor(root, words) {
    this.form = /** @type {HTMLFormElement} */ (find(root, "form"));
    this.select = /** @type {HTMLSelectElement} */ (find(root, "[data-kind]"));
    this.words = words;
    const { form, select } = this;
    this.told = /** @type {HTMLElement} */ (form.querySelector("[data-presets]"));
    this.remarks = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-remark]")]);
    this.examples = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-themed]")]);
    /** @type {Set<Element>} the questions that stand answered for the reader */
    this.preset = new Set();
    form.addEventListener("change", ({ target }) => {
      if (target === select || (target instanceof HTMLInputElement && target.name === "theme")) this.update();
      else if (target instanceof Element) this.release(target);
    });
    // A form is emptied after its reset event, and what a file holds is put into it in the same turn.
    form.addEventListener("reset", () => queueMicrotask(() => this.#restart()));
    this.update();
  }

  /** @returns {BranchState} */
  get state() {
    return { kind: this.select.value, presets: [...this.preset].map(({ id }) => id) };
  }

  /** Take up what was chosen before, once the answers of then are in the form. @param {BranchState} state */
  restore({ kind, presets }) {
    queueMicrotask(() => {
      this.select.value = kind;
      const questions = [...this.form.querySelectorAll("fieldset")].filter(({ id }) => presets.includes(id));
      this.preset = new Set(questions.filter((question) => notApplicable(question)?.checked));
      this.update();
    });
  }

  update() {
    const theme = new FormData(this.form).get("theme");
    for (const remark of this.remarks) {
      remark.hidden = !(holds(remark.dataset.kinds, this.select.value) && holds(remark.dataset.themes, String(theme)));
    }
    for (const example of this.examples) example.hidden = !!theme && !holds(example.dataset.themed, String(theme));
    const before = this.preset.size;
    this.#withdraw();
    const withdrawn = before - this.preset.size;
    if (this.#answer() + withdrawn) this.form.dispatchEvent(new Event("input", { bubbles: true }));
    this.#show();
  }

  /** @param {Element} target what the reader has answered is no longer ours */
  release(target) {
    const question = target.closest("fieldset");
    if (question && this.preset.delete(question)) this.#show();
  }

  #restart() {
    this.preset.clear();
    this.update();
  }

  /** Take back what was answered for a kind or theme that is no longer chosen. */
  #withdraw() {
    for (const question of this.preset) {
      if (question.querySelector("[data-preset]:not([hidden])")) continue;
      const choice = notApplicable(question);
      if (choice) choice.checked = false;
      this.preset.delete(question);
    }
  }

  /** @returns {number} how many questions were answered for the reader just now */
  #answer() {
    const open = this.remarks
      .filter((remark) => "preset" in remark.dataset && !remark.hidden)
      .map((remark) => remark.closest("fieldset"))
      .filter((question) => question && !question.querySelector("input:checked"));
    for (const question of open) {
      const choice = question && notApplicable(question);
      if (!choice) continue;
      choice.checked = true;
      this.preset.add(question);
    }
    return open.length;
  }

  #show() {
    for (const told of this.form.querySelectorAll("[data-told]")) {
      const question = told.closest("fieldset");
      told.toggleAttribute("hidden", !(question && this.preset.has(question)));
    }
    const numbers = [...this.preset].map((question) => question.querySelector(".question__number")?.textContent);
    this.told.hidden = numbers.length === 0;
    this.told.textContent = numbers.length ? this.words.say("preset.told", { questions: numbers.join(", ") }) : "";
  }
}

/** @param {string | undefined} listed @param {string} chosen */
function holds(listed, chosen) {
  return listed === undefined || listed.split(" ").includes(chosen);
}

/** @param {Element} question @returns {HTMLInputElement | null} */
function notApplicable(question) {
  return question.querySelector('input[value="na"]');
}
