// Python as the page sees it: idle, starting, ready or failed, whatever its worker does.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Python } from "../../web/selfcheck/python/python.js";

/** A worker of which each message goes to the test's own act. */
class Scripted {
  constructor(act) {
    this.act = act;
  }

  postMessage(message) {
    this.act(message, (data) => queueMicrotask(() => this.onmessage?.({ data })));
  }

  terminate() {
    this.onmessage = null;
    this.ended = true;
  }
}

/** A worker that starts, and answers each request with itself. */
const good = (message, say) => {
  if (message.start) return say({ ready: true });
  say({ id: message.id });
  say({ id: message.id, reply: message.request });
};
/** A worker that starts and then is silent, as one that the browser has ended. */
const ended = (message, say) => message.start && say({ ready: true });
const failing = (message, say) => say({ failed: "no" });
const unsupported = (message, say) => say({ failed: "no", unsupported: true });
const silent = () => {};
/** A worker that takes one request up and never answers, and answers others. */
const stuckOn = (text) => (message, say) => {
  if (message.request?.includes(text)) return say({ id: message.id });
  good(message, say);
};

/** Python whose workers do as scripted, in turn, the last for ever; and the workers there were. */
function python(...acts) {
  const workers = [];
  const made = new Python(() => {
    workers.push(new Scripted(acts[Math.min(workers.length, acts.length - 1)]));
    return workers.at(-1);
  });
  return { made, workers, start: () => made.start("runtime/", { patience: 40 }) };
}

test("questions asked before the start are answered in turn after it", async () => {
  const { made, start } = python(good);
  const asked = [made.ask({ n: 1 }), made.ask({ n: 2 })];
  assert.equal(made.state, "idle");

  assert.equal(await start(), "snapshot");

  assert.deepEqual(await Promise.all(asked), [{ n: 1 }, { n: 2 }]);
  assert.equal(made.state, "ready");
});

test("should the snapshot fail, a fresh worker starts plainly and the first is ended", async () => {
  const { start, workers } = python(failing, good);

  assert.equal(await start(), "plain");

  assert.deepEqual(workers.map(({ ended }) => Boolean(ended)), [true, false]);
});

test("a silent start is given up; no worker is left, and whoever waits is told", async () => {
  const { made, start, workers } = python(silent);
  const asked = made.ask({ n: 1 });

  await assert.rejects(start(), /no sign of life/);

  await assert.rejects(asked, /no sign of life/);
  await assert.rejects(made.ask({ n: 2 }), /no sign of life/);
  assert.equal(made.state, "failed");
  assert.ok(workers.every(({ ended }) => ended));
});

test("what can never work is tried once", async () => {
  const { start, workers } = python(unsupported);

  await assert.rejects(start(), { name: "Unsupported" });

  assert.equal(workers.length, 1);
});

test("after a failure it can be started again", async () => {
  const { made, start } = python(failing, failing, good);
  await assert.rejects(start());

  assert.equal(await start(), "snapshot");

  assert.deepEqual(await made.ask({ n: 1 }), { n: 1 });
});

test("two who start at once start one worker", async () => {
  const { start, workers } = python(good);

  await Promise.all([start(), start()]);

  assert.equal(workers.length, 1);
});

test("a worker that has ended is replaced once, however many ask meanwhile", async () => {
  const { made, start, workers } = python(ended, good);
  await start();
  const asked = [made.ask({ n: 0 })];
  for (let n = 1; n < 12; n++) {
    await new Promise((go) => setTimeout(go, 10));
    asked.push(made.ask({ n }));
  }

  assert.deepEqual(await Promise.all(asked), asked.map((_, n) => ({ n })));
  assert.equal(workers.length, 2);
});

test("a question asked during a restart waits for it and does not disturb it", async () => {
  const starts = [];
  const slow = (message, say) => {
    starts.push(message);
    if (message.start) setTimeout(() => say({ ready: true }), 20);
    else good(message, say);
  };
  const { made, start } = python(ended, slow);
  await start();
  const first = made.ask({ n: 1 });
  while (made.state !== "starting") await new Promise((go) => setTimeout(go, 1));

  const second = made.ask({ n: 2 });

  assert.deepEqual(await Promise.all([first, second]), [{ n: 1 }, { n: 2 }]);
  assert.ok(starts[0].start && !starts[1].start);
});

test("a question that ends Python twice is given up, and the next is answered", async () => {
  const { made, start } = python(stuckOn("bad"));
  await start();
  const bad = made.ask({ n: "bad" }), next = made.ask({ n: "next" });

  await assert.rejects(bad, /no answer/);

  assert.deepEqual(await next, { n: "next" });
});

test("when it cannot be started anew, all who wait are told", async () => {
  const { made, start } = python(ended, failing);
  await start();
  const asked = [made.ask({ n: 1 }), made.ask({ n: 2 })];

  assert.deepEqual((await Promise.allSettled(asked)).map(({ status }) => status), ["rejected", "rejected"]);
  assert.equal(made.state, "failed");
});
