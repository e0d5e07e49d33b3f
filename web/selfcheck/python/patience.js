/**
 * Waits for a sign of life. The time is counted in slices, of which a page that was asleep misses all but one: what
 * arrived meanwhile is heard before patience ends, and a device that wakes has time to go on.
 */

const SLICES = 8;

export class Patience {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #slices;
  #giveUp;

  /** @param {() => void} giveUp called once, after that long without a sign */
  constructor(giveUp) {
    this.#giveUp = giveUp;
  }

  /** Begin to wait, or begin anew. @param {number} patience milliseconds */
  wait(patience) {
    this.stop();
    let left = SLICES;
    this.#slices = setInterval(() => {
      if (--left > 0) return;
      this.stop();
      this.#giveUp();
    }, patience / SLICES);
  }

  stop() {
    clearInterval(this.#slices);
  }
}
