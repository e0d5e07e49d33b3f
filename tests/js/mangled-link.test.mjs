// A link whose # has become part of its path leads to the page that was meant.
import assert from "node:assert/strict";
import { test } from "node:test";

import { meantBy } from "../../web/every-page/mangled-link.js";

test("what stands after the mangled sign is the fragment again", () => {
  for (const start of ["%23answers=", "%23answers%3D", "%23Answers="]) {
    assert.equal(meantBy(`/soske/sv/self-check/${start}zABC`), "/soske/sv/self-check/#answers=zABC");
  }
});

test("other paths are what they are", () => {
  for (const path of ["/soske/", "/soske/none/", "/soske/answers=z", "/%23other"]) assert.equal(meantBy(path), undefined);
});
