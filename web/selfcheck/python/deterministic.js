/**
 * Makes a fresh memory deterministic: the allocator draws its seeds from random numbers and the clock, and a snapshot
 * fits only the memory that publish/runtime/make.mjs, which fixes both in the same way, took it from.
 */

const MOMENT = 315532800000; // 1 January 1980

/**
 * @template T
 * @param {() => Promise<T>} make
 * @returns {Promise<T>} what it makes; afterwards random numbers and the clock are real again
 */
export async function withFixedEntropy(make) {
  const { Date, Math: { random } } = globalThis;
  globalThis.Date = /** @type {any} */ (class extends Date {
    /** @param {any[]} given */
    constructor(...given) {
      super(.../** @type {[]} */ (given.length ? given : [MOMENT]));
    }
    static now() {
      return MOMENT;
    }
  });
  Math.random = () => 0.5;
  performance.now = () => 0;
  crypto.getRandomValues = (array) => (array instanceof Uint8Array && array.fill(7), array);
  try {
    return await make();
  } finally {
    Object.assign(globalThis, { Date });
    Math.random = random;
    Reflect.deleteProperty(performance, "now");
    Reflect.deleteProperty(crypto, "getRandomValues");
  }
}
