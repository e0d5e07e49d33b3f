/**
 * Holds chance and time still while a fresh memory is made: the allocator draws its seeds from them, and the
 * picture needs the memory that publish/runtime/make.mjs, which holds them still alike, drew it from.
 */

const MOMENT = 315532800000; // 1 January 1980

/**
 * @template T
 * @param {() => Promise<T>} make
 * @returns {Promise<T>} what it makes; afterwards chance and time go on
 */
export async function heldStill(make) {
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
