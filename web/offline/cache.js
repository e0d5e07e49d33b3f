/** Fetches the site to keep it on the device, and lets versions be shown once all of their files are here. */

import { ROOT } from "../common/root.js";
import { sha256 } from "../common/sha256.js";
import { KeptSite } from "./kept-site.js";

/** @typedef {import("./types.js").Amount} Amount */
/** @typedef {import("./types.js").Edition} Edition */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").State} State */

export const KEPT = new KeptSite(ROOT);
/** Lets a request pass the worker, which would answer with the file that is kept. */
const PAST_WORKER = { "x-past-worker": "1" };
const AT_ONCE = 4;
/** Browsers keep more than the bare files; what is free must be this much more than they. */
const MARGIN = 1.2;

/** There is no room for the site on the device. */
export class NoSpace extends Error {}
/** The server answers, but not with what the site publishes. */
export class NotPublished extends Error {}

/**
 * @param {string} lang
 * @returns {Promise<Manifest>} the published one; rejects with NotPublished when the server has none
 */
export async function published(lang) {
  const response = await fetch(new URL(`offline/${lang}.json`, ROOT), { cache: "no-cache" });
  if (!response.ok) throw new NotPublished(`no list of files: ${response.status}`);
  const manifest = await response.json().catch(() => null);
  if (manifest?.format !== 1) throw new NotPublished(`a list of files of format ${manifest?.format}`);
  return manifest;
}

/**
 * Fetch what of a language's files is not kept yet. On failure what had come is removed again.
 * @param {Manifest} manifest
 * @param {(amount: Amount) => void} tell
 * @param {AbortSignal} [signal]
 */
export async function fetchFiles(manifest, tell, signal) {
  try {
    const cache = await KEPT.open();
    const missing = await filesMissing(cache, manifest);
    await checkSpace(missing);
    await fetchAll(cache, missing, tell, signal);
  } catch (error) {
    await KEPT.sweep();
    throw error instanceof DOMException && error.name === "QuotaExceededError" ? new NoSpace() : error;
  }
}

/**
 * Let languages, all of whose files are here, be shown from now on.
 * @param {Manifest[]} manifests
 */
export function show(manifests) {
  return change(({ current, next }) => ({
    current: { ...current, ...edition(manifests) },
    next: edition(Object.values(next).filter(({ lang }) => !manifests.some((shown) => shown.lang === lang))),
    previous: current,
  }));
}

/**
 * Let new versions, all of whose files are here, be shown from the next page on.
 * @param {Manifest[]} manifests
 */
export function showNext(manifests) {
  return change((state) => ({ ...state, next: { ...state.next, ...edition(manifests) } }));
}

/** @param {Manifest[]} manifests @returns {Edition} */
function edition(manifests) {
  return Object.fromEntries(manifests.map((manifest) => [manifest.lang, manifest]));
}

/**
 * @param {Manifest} manifest
 * @returns {[address: string, hash: string, size: number][]} each content once
 */
function contents({ files }) {
  const byHash = new Map(Object.entries(files).map(([address, [hash, size]]) => [hash, { address, size }]));
  return [...byHash].map(([hash, { address, size }]) => [address, hash, size]);
}

/** @param {Cache} cache @param {Manifest} manifest */
async function filesMissing(cache, manifest) {
  const here = new Set((await cache.keys()).map(({ url }) => url));
  return contents(manifest).filter(([, hash]) => !here.has(KEPT.place(hash)));
}

/** @param {ReturnType<typeof contents>} missing */
async function checkSpace(missing) {
  const needed = missing.reduce((sum, [, , size]) => sum + size, 0) * MARGIN;
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota !== undefined && quota - (usage ?? 0) < needed) throw new NoSpace();
}

/**
 * @param {Cache} cache
 * @param {ReturnType<typeof contents>} missing
 * @param {(amount: Amount) => void} tell
 * @param {AbortSignal} [signal]
 */
async function fetchAll(cache, missing, tell, signal) {
  const amount = { files: 0, bytes: 0, allFiles: missing.length, allBytes: missing.reduce((sum, [, , size]) => sum + size, 0) };
  const stop = new AbortController();
  signal?.addEventListener("abort", () => stop.abort(signal.reason));
  const left = [...missing];
  const lane = async () => {
    for (let file = left.shift(); file; file = left.shift()) {
      await fetchOne(cache, file, stop.signal);
      amount.files += 1;
      amount.bytes += file[2];
      tell(amount);
    }
  };
  tell(amount);
  const lanes = Array.from({ length: AT_ONCE }, lane);
  try {
    await Promise.all(lanes);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(lanes);
    throw error;
  }
}

/** @param {Cache} cache @param {ReturnType<typeof contents>[number]} file @param {AbortSignal} signal */
async function fetchOne(cache, [address, hash], signal) {
  signal.throwIfAborted();
  const response = await fetch(new URL(address, ROOT), { cache: "no-cache", headers: PAST_WORKER, signal });
  const body = await response.arrayBuffer();
  if (!response.ok || (await sha256(body)) !== hash) throw new Error(`${address} is not as listed`);
  const headers = new Headers(response.headers);
  // The body that is kept is unpacked already.
  for (const packed of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(packed);
  await cache.put(KEPT.place(hash), new Response(body, { headers }));
}

/** @param {(state: State) => State} step */
async function change(step) {
  await navigator.locks.request(KEPT.name, async () => KEPT.write(step(await KEPT.read())));
  navigator.serviceWorker.controller?.postMessage("changed");
}

/** Remove what a page that was closed too early has left; not while another one is at work. */
export function tidy() {
  return navigator.locks.request(KEPT.busy, { ifAvailable: true }, async (lock) => {
    if (lock) await KEPT.sweep();
  });
}
