/** With the site kept on the device and a network there, each visit looks for a new version and fetches it. */

import { connectDownloads } from "./download-links.js";
import { fetchFiles, KEPT, NotPublished, published, showNext } from "./cache.js";

/** What a page does that a worker answers for. */
export function onVisit() {
  connectDownloads();
  renewAndTell();
}

/** Renew what is kept and say so on the page, once no other page is at it. Without a network nothing happens. */
function renewAndTell() {
  return navigator.locks.request(KEPT.busy, async () => {
    try {
      if (await renew()) tell("updated");
    } catch (error) {
      // Offline, or a version half published: the next visit tries again, and the old one stays.
      if (error instanceof NotPublished) tell("stale");
    }
  });
}

/** @returns {Promise<boolean>} whether there is something new for the next page */
async function renew() {
  const { current, next } = await KEPT.read();
  const known = { ...current, ...next };
  const offered = await Promise.all(Object.keys(current).map(published));
  const fresh = offered.filter(({ lang, version }) => known[lang]?.version !== version);
  // Of a version that is known too: what a browser has dropped of it is fetched again.
  for (const manifest of offered) await fetchFiles(manifest, () => {});
  if (fresh.length) await showNext(fresh);
  return fresh.length > 0;
}

/** @param {"updated" | "stale"} what */
function tell(what) {
  const place = document.querySelector("[data-offline-updated]");
  if (place) place.textContent = place.getAttribute(`data-offline-${what}`);
}
