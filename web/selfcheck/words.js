/** The words that the page's script shows, in the reader's language; the template brings them along. */

import { find } from "../common/dom.js";
import { phrase } from "../common/phrases.js";

/** As people of Finland and international readers write days and times. */
const LOCALES = /** @type {Record<string, string>} */ ({ fi: "fi-FI", sv: "sv-FI", en: "en-GB" });

export class Words {
  /** @type {Record<string, string>} */
  #phrases;
  #locale;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#phrases = JSON.parse(find(root, "#selfcheck-phrases").textContent ?? "{}");
    this.#locale = LOCALES[root.dataset.lang ?? ""] ?? "fi-FI";
  }

  /**
   * @param {string} key
   * @param {import("../common/phrases.js").Values} [values] what its braces stand for
   */
  say(key, values) {
    return phrase(this.#phrases, key, values);
  }

  /** @param {Date} time */
  time(time) {
    return time.toLocaleString(this.#locale, { dateStyle: "long", timeStyle: "short" });
  }

  /** @param {string} date as in a sheet: "2026-11-22" */
  day(date) {
    return new Date(`${date}T12:00`).toLocaleDateString(this.#locale);
  }
}
