/** Tells what happened: good news as status, faults as an alert, and choices that are the reader's to make. */

import { button, element, find, onPress } from "./dom.js";

/** @typedef {import("./words.js").Words} Words */

export class Notices {
  #status;
  #faults;
  #dismiss;
  #offers;
  #words;
  /** @type {Map<string, HTMLElement>} */
  #open = new Map();

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

  /** @param {string} text in the reader's language */
  tell(text) {
    this.#status.textContent = text;
  }

  /** Say what is wrong, or nothing any more. @param {string[]} faults @param {string} [title] */
  refuse(faults, title = "") {
    const lines = [title, ...faults].filter(Boolean);
    this.#faults.replaceChildren(...lines.map((line) => element("p", { dir: "auto" }, line)));
    this.#dismiss.hidden = lines.length === 0;
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
