/**
 * Runs Python beside the page. Messages in: {runtime, how}, then {id, request}; out: {ready: true},
 * {failed: reason} or {id, reply}. Requests and replies are JSON texts that only selfcheck/web.py
 * understands.
 */

import { startFromMemory, startPlainly } from "./start.js";

/** @type {((request: string) => string) | undefined} */
let handle;

/** @param {unknown} reason */
function fail(reason) {
  self.postMessage({ failed: String(reason) });
}

self.onmessage = async ({ data }) => {
  if (handle && data.id) {
    self.postMessage({ id: data.id, reply: handle(data.request) });
    return;
  }
  try {
    handle = await (data.how === "memory" ? startFromMemory : startPlainly)(data.runtime);
    self.postMessage({ ready: true });
  } catch (error) {
    fail(error);
  }
};

// A runtime file that does not arrive can end in a rejection that no one awaits, and a start that hangs.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fail(event.reason);
});
