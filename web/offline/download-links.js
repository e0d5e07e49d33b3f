/**
 * Browsers fetch what a link with `download` offers past the worker. While the site is kept on the
 * device the page fetches it itself, so that the calendar comes without a network too.
 */

import { download, follow } from "../common/download.js";
import { ROOT } from "../common/root.js";

/** Take over the site's own download links. */
export function connectDownloads() {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[download]") : null;
    if (!(link instanceof HTMLAnchorElement) || !link.href.startsWith(ROOT.href) || event.defaultPrevented) return;
    event.preventDefault();
    give(link.href, link.download || (link.pathname.split("/").at(-1) ?? ""));
  });
}

/** @param {string} address @param {string} name */
async function give(address, name) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    download(await response.blob(), name);
  } catch {
    // Then the browser may try, and tell in its own way that it cannot.
    follow(address, name);
  }
}
