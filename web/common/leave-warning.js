/**
 * The browser's question before a page is left with something that would be lost. It is asked for only as long as
 * there is something: of a page that always asks, browsers keep nothing to come back to.
 */

/** Milliseconds within which a navigation begins that has been asked for. */
const SOON = 1_000;

export class LeaveWarning {
  #needed = false;
  #passing = false;

  get needed() {
    return this.#needed;
  }

  set needed(needed) {
    this.#needed = needed;
    if (needed) addEventListener("beforeunload", this.#ask);
    else removeEventListener("beforeunload", this.#ask);
  }

  /** Nothing is lost by the navigation that begins now; a later one is asked about again. */
  passOnce() {
    this.#passing = true;
    setTimeout(() => (this.#passing = false), SOON);
  }

  /** @param {Event} event */
  #ask = (event) => {
    if (!this.#passing) event.preventDefault();
    this.#passing = false;
  };
}
