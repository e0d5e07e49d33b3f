/**
 * Follows the kind of organisation and the theme: shows the remarks that concern them, and answers "does
 * not apply" where that holds, until the reader answers otherwise. The kind is no part of the answers.
 */

const KEY = "soske-selfcheck-kind";

/**
 * @param {HTMLElement} root
 * @param {(key: string, values: Record<string, string>) => string} phrase
 */
export function followBranches(root, phrase) {
  const form = root.querySelector("form");
  const select = root.querySelector("[data-kind]");
  if (!form || !(select instanceof HTMLSelectElement)) return;
  const branches = new Branches(form, select, (questions) => phrase("preset.told", { questions }));
  form.addEventListener("change", ({ target }) => {
    if (target === select || (target instanceof HTMLInputElement && target.name === "theme")) branches.update();
    else if (target instanceof Element) branches.release(target);
  });
  // A form is emptied after its reset event, and what a file holds is put into it in the same turn.
  form.addEventListener("reset", () => queueMicrotask(() => branches.restart()));
  keepThroughLanguages(select);
  branches.update();
}

class Branches {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLSelectElement} select
   * @param {(questions: string) => string} tell
   */
  constructor(form, select, tell) {
    this.form = form;
    this.select = select;
    this.tell = tell;
    this.told = /** @type {HTMLElement} */ (form.querySelector("[data-presets]"));
    this.remarks = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-remark]")]);
    /** @type {Set<Element>} the questions that stand answered for the reader */
    this.preset = new Set();
  }

  update() {
    const theme = new FormData(this.form).get("theme");
    for (const remark of this.remarks) {
      remark.hidden = !(holds(remark.dataset.kinds, this.select.value) && holds(remark.dataset.themes, String(theme)));
    }
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

  restart() {
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
    this.told.textContent = numbers.length ? this.tell(numbers.join(", ")) : "";
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

/** Carry the kind to the page in another language, as session-transfer.js does the answers. @param {HTMLSelectElement} select */
function keepThroughLanguages(select) {
  try {
    select.value = sessionStorage.getItem(KEY) ?? select.value;
    sessionStorage.removeItem(KEY);
  } catch {
    return; // Storage may be forbidden; then the reader chooses again.
  }
  for (const link of document.querySelectorAll("a[data-language]")) {
    link.addEventListener("click", () => select.value && sessionStorage.setItem(KEY, select.value));
  }
}
