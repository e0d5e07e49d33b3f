/**
 * Runs Python beside the page. Messages in: {start: {runtime, how}}, then {id, request}; out: {loaded, total} while
 * files arrive, then {ready: true} or {failed: reason, unsupported}; {id} when a question is taken up, and
 * {id, reply}. Requests and replies are JSON texts that only selfcheck/web.py understands.
 */

import { startFromSnapshot, startPlainly, Unsupported } from "./python/start.js";

/** @type {((request: string) => string) | undefined} */
let handle;

/** @param {unknown} reason */
function fail(reason) {
  self.postMessage({ failed: String(reason), unsupported: reason instanceof Unsupported });
}

/** @param {{ runtime: string, how: import("./python/python.js").How }} start */
async function start({ runtime, how }) {
  const launch = how === "snapshot" ? startFromSnapshot : startPlainly;
  handle = await launch(runtime, (progress) => self.postMessage(progress));
  self.postMessage({ ready: true });
}

/** @param {number} id @param {string} request */
function answer(id, request) {
  if (!handle) return; // whoever asks too early asks again
  self.postMessage({ id });
  self.postMessage({ id, reply: handle(request) });
}

self.onmessage = async ({ data }) => {
  try {
    if (data.start) await start(data.start);
    else answer(data.id, data.request);
  } catch (error) {
    fail(error);
  }
};

// A runtime file that does not arrive can end in a rejection that no one awaits, and a start that hangs.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  if (!handle) fail(event.reason);
});
