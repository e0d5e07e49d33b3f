/**
 * Takes the place of service-worker.js on the day the site retires or moves: it removes what readers have kept, and
 * itself. Who opens a page then gets what the server has, or that it has nothing. CONTRIBUTING.md tells how.
 */

import { KeptSite } from "./kept-site.js";

/** @typedef {import("./types.js").Lasting} Lasting */

const worker = /** @type {import("./types.js").WorkerScope} */ (/** @type {unknown} */ (self));

const retire = async () => {
  await new KeptSite(new URL(worker.registration.scope)).forget();
  await worker.registration.unregister();
};

worker.addEventListener("install", (/** @type {Lasting} */ event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (/** @type {Lasting} */ event) => event.waitUntil(retire()));
