/** Asks the browser to keep what a reader has chosen to keep; some delete it when space is short or nobody comes. */

/** Whether it agrees or not, nothing else can be done: the page says what may happen. */
export function askToPersist() {
  navigator.storage?.persist?.().catch(() => {});
}
