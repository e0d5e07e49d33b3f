/**
 * A snapshot of Python's memory, as publish/runtime/make.mjs writes it. snapshot.bin has the numbers of the
 * pages that differ from a fresh memory (32 bits each), then those pages, each combined with the fresh page by
 * exclusive or. snapshot.json tells about it, and what a start needs besides. The sum of the fresh words that
 * change shows whether a memory is fresh in the same way; those that stay are the browser's own.
 */

export const PAGE = 4096;

/**
 * @typedef {{ length: number, pages: number, begins: number }} Shape length: bytes of the whole memory; pages: how
 * many differ; begins: the sum
 * @typedef {{ head: string, lock: string, request: object, canonical: string }} Start head: what Pyodide puts before
 * a snapshot, in base 64; lock: the list of packages; request: one to try, with the canonical result it must have
 * @typedef {{ numbers: Uint32Array, pages: Uint8Array, begins: number }} Snapshot
 */

/** @param {ArrayBuffer} file @returns {Shape & Start} */
export function readDescription(file) {
  return JSON.parse(new TextDecoder().decode(file));
}

/**
 * @param {ArrayBuffer} file
 * @param {Shape} shape
 * @returns {Snapshot}
 */
export function readSnapshot(file, { pages: count, begins }) {
  const numbers = new Uint32Array(file, 0, count);
  const pages = new Uint8Array(file, 4 * count);
  if (pages.length !== count * PAGE) throw new Error("the snapshot is cut off");
  return { numbers, pages, begins };
}

/** @param {string} text in base 64 @returns {Uint8Array} */
export function bytesOf(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/**
 * Turn a fresh memory into the one of the snapshot; throws when it is not fresh in the way the snapshot needs.
 * @param {Uint8Array} memory
 * @param {Snapshot} snapshot
 */
export function applySnapshot(memory, { numbers, pages, begins }) {
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
  if (sum !== begins) throw new Error("the fresh memory is not the one the snapshot begins from");
}
