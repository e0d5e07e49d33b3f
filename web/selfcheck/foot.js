/** The foot with the messages stays in view; what has focus is kept clear of it, however tall it grows. */

import { find } from "../common/dom.js";

const AIR = 24; // pixels between the two

/** @param {HTMLElement} root */
export function keepClearOfFoot(root) {
  const foot = find(root, ".selfcheck__foot");
  new ResizeObserver(() => {
    const covers = getComputedStyle(foot).position === "sticky";
    document.documentElement.style.scrollPaddingBottom = covers ? `${foot.offsetHeight + AIR}px` : "";
  }).observe(foot);
}
