/** Shows how much of Python has arrived, if that takes longer than a moment. */

/** @typedef {import("./verified-loader.js").Progress} Progress */

/** Milliseconds that need no explanation. */
const MOMENT = 1_000;

export class LoadingBar {
  #place;
  #bar;
  #text;
  #percent;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#place = /** @type {HTMLElement} */ (root.querySelector("[data-loading]"));
    this.#bar = /** @type {HTMLProgressElement} */ (this.#place.querySelector("progress"));
    this.#text = /** @type {HTMLElement} */ (this.#place.querySelector("[data-loading-text]"));
    this.#percent = new Intl.NumberFormat(root.dataset.lang, { style: "percent" });
  }

  begin() {
    this.end();
    this.#bar.removeAttribute("value");
    this.#text.textContent = "";
    this.#soon = setTimeout(() => (this.#place.hidden = false), MOMENT);
  }

  /** @param {Progress} progress */
  show({ loaded, total }) {
    const part = Math.min(loaded / total, 1);
    this.#bar.value = part;
    this.#text.textContent = this.#percent.format(part);
  }

  end() {
    clearTimeout(this.#soon);
    this.#place.hidden = true;
  }
}
