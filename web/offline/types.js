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
 */

export {};
