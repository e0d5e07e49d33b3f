/**
 * Runs Python beside the page. Messages in: {runtime, how}, then {id, request}; out: {loaded, total} while
 * files arrive, then {ready: true} or {failed: reason, unsupported}, and {id, reply}. Requests and replies are
 * JSON texts that only selfcheck/web.py understands.
 */

import { startFromSnapshot, startPlainly, Unsupported } from "./python/start.js";

/** @type {((request: string) => string) | undefined} */
let handle;

/** @param {unknown} reason */
function fail(reason) {
  self.postMessage({ failed: String(reason), unsupported: reason instanceof Unsupported });
}

/** @param {import("./python/verified-loader.js").Progress} progress */
const tell = (progress) => self.postMessage(progress);

self.onmessage = async ({ data }) => {
  try {
    if (handle && data.id) {
      self.postMessage({ id: data.id, reply: handle(data.request) });
      return;
    }
    handle = await (data.how === "snapshot" ? startFromSnapshot : startPlainly)(data.runtime, tell);
    self.postMessage({ ready: true });
  } catch (error) {
    fail(error);
  }
};

// A runtime file that does not arrive can end in a rejection that no one awaits, and a start that hangs.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  if (!handle) fail(event.reason);
});
