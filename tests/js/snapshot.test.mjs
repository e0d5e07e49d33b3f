// The snapshot of Python's memory is laid only over the memory that it was taken from.
import assert from "node:assert/strict";
import { test } from "node:test";

import { applySnapshot, PAGE, readSnapshot } from "../../web/selfcheck/python/snapshot.js";

/** What becomes of a memory's two words, when a snapshot changes the first from 5 to 6. */
function applied(first, other) {
  const memory = new Uint8Array(2 * PAGE), pages = new Uint8Array(PAGE);
  const words = new Uint32Array(memory.buffer, PAGE);
  [words[0], words[1], pages[0]] = [first, other, 5 ^ 6];
  applySnapshot(memory, { numbers: Uint32Array.of(1), pages, begins: 5 });
  return [words[0], words[1]];
}

test("what changes is as in the snapshot; what stays is the browser's own, whatever it is", () => {
  assert.deepEqual(applied(5, 0), [6, 0]);
  assert.deepEqual(applied(5, 77), [6, 77]);
});

test("where a word that changes is not the one the snapshot begins from, nothing is started", () => {
  assert.throws(() => applied(4, 0), /not the one the snapshot begins from/);
});

test("a snapshot that is cut off is refused before it touches memory", () => {
  const file = new Uint8Array(4 + PAGE - 1).buffer;
  assert.throws(() => readSnapshot(file, { length: PAGE, pages: 1, begins: 0 }), /cut off/);
});
