/**
 * Answers from the site kept on the device. Registered only at the reader's click; publishing puts it at
 * the site's root, as one classic script: not every browser starts a worker that imports.
 */

import { KeptSite } from "./kept-site.js";

/** @typedef {import("./types.js").Asking} Asking */
/** @typedef {import("./types.js").Lasting} Lasting */
/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").WorkerScope} WorkerScope */

const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
const root = new URL(worker.registration.scope);
const kept = new KeptSite(root);

/** @type {Promise<State> | undefined} what is kept, once it has been asked for */
let known;

worker.addEventListener("install", (/** @type {Lasting} */ event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (/** @type {Lasting} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", () => (known = undefined));
worker.addEventListener("fetch", (/** @type {Asking} */ event) => {
  const url = new URL(event.request.url);
  const within = url.origin === root.origin && url.pathname.startsWith(root.pathname);
  if (event.request.method !== "GET" || !within) return;
  const path = decoded(url.pathname.slice(root.pathname.length));
  // New versions come past what is kept: their lists, and the files that cache.js asks for.
  if (path === undefined || path.startsWith("offline/") || event.request.headers.has("x-past-worker")) return;
  event.respondWith(answer(event, url, path));
});

/** @param {string} path @returns {string | undefined} nothing for what is no path of this site */
const decoded = (path) => {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
};

/**
 * What is kept, else what the server says: whatever is wrong with what is kept, the site stays in reach.
 * @param {Asking} event @param {URL} url @param {string} path below the site's root
 */
const answer = async (event, url, path) => {
  const opens = event.request.mode === "navigate";
  const state = await stateFor(event, opens);
  const file = await keptFile(state, path).catch(() => undefined);
  if (file) return file;
  if (hashOf(state, `${path}/`)) return Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 302);
  try {
    return await fetch(event.request);
  } catch (error) {
    const told = opens && (await keptFile(state, `${folderOf(state, path)}503.html`).catch(() => undefined));
    if (!told) throw error;
    return new Response(told.body, { status: 503, headers: told.headers });
  }
};

/** @param {Asking} event @param {boolean} opens a page @returns {Promise<State>} */
const stateFor = async (event, opens) => {
  if (opens) known = turnOver(event);
  try {
    return await (known ??= kept.read());
  } catch {
    known = undefined;
    return { current: {}, next: {}, previous: {} };
  }
};

/**
 * As a page opens, let new versions that are complete take the place of the old. Where that cannot be written
 * down, as on a device that is full, the old ones stay.
 * @param {Asking} event
 * @returns {Promise<State>}
 */
const turnOver = async (event) => {
  const state = await kept.read();
  if (!Object.keys(state.next).length) return state;
  return navigator.locks.request(kept.name, async () => {
    const { current, next } = await kept.read();
    const turned = { current: { ...current, ...next }, next: {}, previous: current };
    try {
      await kept.write(turned);
    } catch {
      return state;
    }
    event.waitUntil(navigator.locks.request(kept.busy, { ifAvailable: true }, async (lock) => lock && kept.sweep()));
    return turned;
  });
};

/** @param {State} state @param {string} path @returns {Promise<Response | undefined>} */
const keptFile = async (state, path) => {
  const hash = hashOf(state, path.replace(/(^|\/)index\.html$/, "$1"));
  return hash ? kept.file(hash) : undefined;
};

/** @param {State} state @param {string} address */
const hashOf = ({ current, previous }, address) => {
  for (const { files } of [...Object.values(current), ...Object.values(previous)]) {
    const file = Object.hasOwn(files, address) && files[address];
    if (file) return file[0];
  }
  return undefined;
};

/** The folder of the kept language that a path belongs to; of any other, when its own is not kept. */
const folderOf = (/** @type {State} */ { current }, /** @type {string} */ path) => {
  const folders = Object.values(current).map(({ folder }) => folder);
  const [own] = folders.filter((folder) => path.startsWith(folder)).sort((a, b) => b.length - a.length);
  return own ?? folders[0] ?? "";
};
