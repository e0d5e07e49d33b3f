/**
 * The picture of Python's memory, as publish/runtime/make.mjs writes it: two 32-bit numbers (MAGIC, and
 * the length of what follows), a JSON text, the numbers of the pages that differ from a fresh memory
 * (32 bits each), and those pages, each combined with the fresh page by exclusive or. The sum of the fresh
 * words that change tells whether a memory is fresh in the same way; those that stay are the browser's own.
 */

export const MAGIC = 0x6b736f73;
export const PAGE = 4096;

/**
 * @typedef {{
 *   head: Uint8Array, length: number, numbers: Uint32Array, pages: Uint8Array,
 *   begins: number, lock: string, request: object, canonical: string,
 * }} Picture
 */

/**
 * @param {ArrayBuffer} file
 * @returns {Picture}
 */
export function readPicture(file) {
  const [magic = 0, size = 0] = new Uint32Array(file, 0, 2);
  if (magic !== MAGIC) throw new Error("not a picture of memory");
  const about = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 8, size)));
  const numbers = new Uint32Array(file, 8 + size, about.pages);
  const pages = new Uint8Array(file, 8 + size + 4 * about.pages);
  if (pages.length !== about.pages * PAGE) throw new Error("the picture of memory is cut off");
  const head = Uint8Array.from(atob(about.head), (letter) => letter.charCodeAt(0));
  return { ...about, head, numbers, pages };
}

/**
 * Turn a fresh memory into the one in the picture; throws when it is not fresh in the way the picture needs.
 * @param {Uint8Array} memory
 * @param {Picture} picture
 */
export function develop(memory, { numbers, pages, begins }) {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4);
  const changes = new Uint32Array(pages.buffer, pages.byteOffset, pages.length / 4);
  const perPage = PAGE / 4;
  let sum = 0;
  for (let n = 0; n < numbers.length; n++) {
    const from = n * perPage;
    const to = (numbers[n] ?? 0) * perPage;
    for (let word = 0; word < perPage; word++) {
      const change = changes[from + word] ?? 0;
      if (change === 0) continue;
      const fresh = words[to + word] ?? 0;
      sum = (sum + fresh) >>> 0;
      words[to + word] = fresh ^ change;
    }
  }
  if (sum !== begins) throw new Error("the fresh memory is not the one the picture begins from");
}
