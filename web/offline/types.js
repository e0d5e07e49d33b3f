/**
 * What the pages and the service worker keep and exchange; manifests come from publish/offline.py.
 *
 * @typedef {{
 *   format: 1, lang: string, folder: string, version: string, bytes: number,
 *   files: Record<string, [hash: string, size: number]>,
 * }} Manifest one language's files by their addresses below the site's root; `folder` is the language's own
 *
 * @typedef {Record<string, Manifest>} Edition a manifest for each language that is kept
 * @typedef {{ current: Edition, next: Edition, previous: Edition }} State `next` is complete and waits for the
 *   next page that is opened; pages that are open still may ask for files of `previous`
 *
 * @typedef {{ files: number, bytes: number, allFiles: number, allBytes: number }} Amount
 *
 * What the checker's own types of a page lack of a service worker's.
 * @typedef {Event & { waitUntil(done: Promise<unknown>): void }} Lasting
 * @typedef {Lasting & { request: Request, respondWith(answer: Promise<Response>): void }} Asking
 * @typedef {{
 *   registration: ServiceWorkerRegistration, clients: { claim(): Promise<void> }, skipWaiting(): Promise<void>,
 *   addEventListener(kind: string, act: (event: any) => void): void,
 * }} WorkerScope
 */

export {};
