/**
 * The site's policy lets a page start a script elsewhere, as a worker does, only through a named gate (Trusted
 * Types, publish/headers/rules.yaml). This is the one gate: it lets our own workers through and nothing else.
 */

import { ROOT, SCRIPTS } from "./root.js";

const OURS = [new URL("selfcheck/worker.js", SCRIPTS).href, new URL("service-worker.js", ROOT).href];

/** @param {string} asked */
function createScriptURL(asked) {
  if (OURS.includes(asked)) return asked;
  throw new TypeError(`not a script of this site: ${asked}`);
}

/** Browsers without such gates take the address as it is. @type {{ createScriptURL(asked: string): string }} */
const gate = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("soske-workers", { createScriptURL })
  ?? { createScriptURL };

/** @param {URL} address @returns {string} what a browser starts as a worker */
export function trusted(address) {
  return gate.createScriptURL(address.href);
}
