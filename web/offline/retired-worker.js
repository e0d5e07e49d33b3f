/**
 * Takes the place of service-worker.js on the day the site retires or moves: it removes what readers have kept, and
 * itself. Who opens a page then gets what the server has, or that it has nothing. CONTRIBUTING.md tells how.
 */
{
  const worker = /** @type {import("./types.js").WorkerScope} */ (/** @type {unknown} */ (self));
  const CACHE = `soske-offline ${new URL(worker.registration.scope).pathname}`;

  const retire = async () => {
    await caches.delete(CACHE);
    await worker.registration.unregister();
  };

  worker.addEventListener("install", (/** @type {import("./types.js").Lasting} */ event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener("activate", (/** @type {import("./types.js").Lasting} */ event) => event.waitUntil(retire()));
}
