/**
 * Runs Python beside the page. Messages in: {start: runtime address}, then {id, request}; out:
 * {ready: how}, {failed: reason} or {id, reply}. Requests and replies are JSON texts that only
 * selfcheck/web.py understands.
 */

import { startFromMemory, startPlainly } from "./start.js";

/** @type {((request: string) => string) | undefined} */
let handle;

/** @type {(reason: unknown) => void} */
let giveUp = () => {};

/** @param {string} runtime */
async function start(runtime) {
  try {
    handle = await orTrouble(startFromMemory(runtime));
    return "memory";
  } catch {
    // Whatever it was, it costs time only: the plain start needs none of it.
    handle = await orTrouble(startPlainly(runtime));
    return "plain";
  }
}

/**
 * A runtime file that does not arrive can end in a rejection that no one awaits, and a start that hangs.
 * @template T
 * @param {Promise<T>} started
 * @returns {Promise<T>}
 */
function orTrouble(started) {
  return Promise.race([started, new Promise((_, reject) => (giveUp = reject))]);
}

self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  giveUp(event.reason);
});

self.onmessage = async ({ data }) => {
  if (handle && data.id) {
    self.postMessage({ id: data.id, reply: handle(data.request) });
    return;
  }
  try {
    self.postMessage({ ready: await start(data.start) });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
