/** Tells what happened: good news as status, faults as an alert, and choices that are the reader's to make. */

import { button, element, find, onPress } from "../common/dom.js";

/** @typedef {import("./words.js").Words} Words */

export class Notices {
  #status;
  #faults;
  #dismiss;
  #offers;
  #words;
  /** @type {Map<string, HTMLElement>} */
  #open = new Map();
  /** What the reader's last act brought about, until the answers change. */
  #act = "";

  /** @param {HTMLElement} root @param {Words} words */
  constructor(root, words) {
    this.#status = find(root, "#selfcheck-status");
    this.#faults = find(root, "[data-faults]");
    this.#dismiss = find(root, "[data-action=dismiss]");
    this.#offers = find(root, "[data-offers]");
    this.#words = words;
    onPress(root, "dismiss", () => {
      this.refuse([]);
      this.#status.focus();
    });
  }

  /** @param {string} phrase @param {Record<string, string | number>} [values] */
  say(phrase, values) {
    this.tell(this.#words.say(phrase, values));
  }

  /** Tell what an act of the reader has done. @param {string} text in the reader's language */
  tell(text) {
    this.#act = text;
    this.#status.textContent = text;
  }

  /** Say what followed by itself; it does not hide what the reader's act has done. @param {string} phrase @param {Record<string, string | number>} [values] */
  follow(phrase, values) {
    this.#status.textContent = `${this.#act} ${this.#words.say(phrase, values)}`.trim();
  }

  /** The answers change: the last act is history. */
  forget() {
    this.#act = "";
  }

  /** Say what is wrong, or nothing any more. @param {string[]} faults @param {string} [title] */
  refuse(faults, title = "") {
    const lines = [title, ...faults].filter(Boolean);
    this.#faults.replaceChildren(...lines.map((line) => element("p", { dir: "auto" }, line)));
    this.#dismiss.hidden = lines.length === 0;
    if (lines.length) this.tell(""); // good news of an earlier act would contradict it
  }

  /** What was said to be wrong is so no longer. @param {string} fault */
  retract(fault) {
    const told = [...this.#faults.children].map((line) => line.textContent);
    if (fault && told.includes(fault)) this.refuse([]);
  }

  /**
   * Let the reader choose; an offer of the same name is replaced.
   * @param {string} name
   * @param {string} text
   * @param {[label: string, act: () => void][]} choices
   */
  offer(name, text, choices) {
    this.withdraw(name);
    const buttons = choices.map(([label, act]) => button(label, () => {
      this.withdraw(name);
      this.#status.focus();
      act();
    }));
    const offer = element("div", { class: "offer", role: "group", "aria-label": text, "data-offer": name },
      element("p", {}, text), ...buttons);
    this.#open.set(name, offer);
    this.#offers.append(offer);
  }

  /** @param {string} name */
  withdraw(name) {
    this.#open.get(name)?.remove();
    this.#open.delete(name);
  }
}
