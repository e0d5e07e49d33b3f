// A link carries a whole sheet, whatever programs on its way make of it, and is refused when it cannot.
import assert from "node:assert/strict";
import { test } from "node:test";

import { hasAnswers, LinkError, pack, unpack } from "../../web/selfcheck/answers/link.js";

const SHEET = {
  format: "soske-selfcheck", version: 1, rules: "2026.1", organisation: "Öja & Åbo 🏙️", role: "", date: "",
  theme: null, conditions: { base: "yes" }, answers: { "will-reason": 3 }, evidence: {},
};

const back = async (fragment) => JSON.parse(await unpack(fragment));

/** Expect a link to be refused for a reason. */
async function refused(fragment, reason) {
  await assert.rejects(unpack(fragment), (error) => error instanceof LinkError && error.reason === reason, fragment.slice(0, 60));
}

test("what is packed comes back, without the evidence", async () => {
  const fragment = await pack({ ...SHEET, evidence: { base: "secret" } });

  assert.ok(hasAnswers(fragment));
  assert.deepEqual(await back(fragment), SHEET);
});

test("a link never ends in a sign that a program may cut off", async () => {
  for (let n = 0; n < 200; n++) {
    const fragment = await pack({ ...SHEET, organisation: `Kaupunki ${n}` });
    assert.match(fragment, /[A-Za-z0-9]$/);
    assert.equal((await back(fragment)).organisation, `Kaupunki ${n}`);
  }
});

test("a link that was mangled on its way is still whole", async () => {
  const whole = await pack(SHEET);
  const rest = whole.slice("#answers=".length);
  const starts = [`#answers%3D${rest}`, `#%23answers=${rest}`, `#%23answers%3D${rest}`, `#Answers=${rest}`, `##answers=${rest}`];
  const ends = [">", "%3E", ".", ")", "%22", "&utm_source=x", "%0A", "%20", "*", "]", ",", ";", "'"].map((end) => whole + end);
  const wrapped = [`${whole.slice(0, 40)}%0A${whole.slice(40)}`, `${whole.slice(0, 40)} ${whole.slice(40)}`];

  for (const fragment of [...starts, ...ends, ...wrapped]) {
    assert.ok(hasAnswers(fragment), fragment.slice(0, 20));
    assert.deepEqual(await back(fragment), SHEET, fragment.slice(-20));
  }
});

test("other fragments are not taken for answers", () => {
  for (const fragment of ["", "#", "#question-will-reason", "#answer", "#myanswers=x"]) assert.ok(!hasAnswers(fragment));
});

test("without compression a link is plain, and can be opened", async () => {
  const { CompressionStream } = globalThis;
  delete globalThis.CompressionStream;
  try {
    const fragment = await pack(SHEET);
    assert.match(fragment, /^#answers=j/);
    assert.deepEqual(await back(fragment), SHEET);
  } finally {
    globalThis.CompressionStream = CompressionStream;
  }
});

test("a link that is cut, foreign or hostile is refused with its reason", async () => {
  const whole = await pack(SHEET);
  const zeros = new Blob(["0".repeat(50_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bomb = Buffer.from(await new Response(zeros).arrayBuffer()).toString("base64url");

  await refused("#answers=", "broken");
  await refused(`#answers=q${whole.slice(10)}`, "broken");
  await refused(whole.slice(0, whole.length / 2), "broken");
  await refused(`#answers=j${Buffer.from([0xff, 0xfe, 0x7b]).toString("base64url")}`, "broken");
  await refused(`#answers=z${bomb}`, "large");
  await refused(`#answers=j${"A".repeat(300_000)}`, "large");
});
