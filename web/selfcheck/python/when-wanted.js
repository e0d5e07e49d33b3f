/**
 * When Python is loaded: at the reader's first sign of interest, or when the page has nothing else to do.
 * Where the link is slow, data is to be saved or memory is short, at the first answer.
 */

const SIGNS = ["pointerdown", "pointermove", "touchstart", "wheel", "keydown", "focusin", "scroll"];
const SLOW = ["slow-2g", "2g", "3g"];
/** Gigabytes; browsers tell no more than this about the device. */
const SMALL = 1;
/** Milliseconds after which a page that never rests loads it all the same. */
const LATEST = 2_000;

/**
 * @param {HTMLElement} root
 * @param {() => void} start called once
 */
export function whenWanted(root, start) {
  const heard = new AbortController();
  const begin = () => {
    if (heard.signal.aborted) return;
    heard.abort();
    start();
  };
  root.addEventListener("input", begin, { signal: heard.signal });
  if (isThrifty()) return;
  if (root.contains(document.activeElement)) return begin(); // turned to before this script ran
  for (const sign of SIGNS) addEventListener(sign, begin, { signal: heard.signal, passive: true });
  if (document.readyState === "complete") atRest(begin);
  else addEventListener("load", () => atRest(begin), { signal: heard.signal });
}

/** @param {() => void} act what to do when the page has nothing else to do */
export function atRest(act) {
  if ("requestIdleCallback" in self) requestIdleCallback(act, { timeout: LATEST });
  else setTimeout(act, LATEST / 10);
}

function isThrifty() {
  const { connection, deviceMemory } =
    /** @type {{ connection?: { saveData: boolean, effectiveType: string }, deviceMemory?: number }} */ (navigator);
  const isSlow = connection && (connection.saveData || SLOW.includes(connection.effectiveType));
  return Boolean(isSlow) || (deviceMemory ?? Infinity) <= SMALL;
}
