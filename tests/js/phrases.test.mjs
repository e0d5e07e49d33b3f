// Phrases are filled as they stand, and never show what a program would say.
import assert from "node:assert/strict";
import { test } from "node:test";

import { phrase } from "../../web/common/phrases.js";

test("braces are filled, as often as they stand, with numbers too", () => {
  assert.equal(phrase({ a: "{n} of {n}, {who}" }, "a", { n: 0, who: "{n}" }), "0 of 0, {n}");
});

test("a value that is missing is left out; a phrase that is missing shows its key", () => {
  assert.equal(phrase({ a: "x{y}z" }, "a"), "xz");
  assert.equal(phrase({}, "a.b"), "a.b");
});
