/** The copy of the answers that the browser keeps on this device, once the reader has asked for it. */

import { ROOT } from "../../common/root.js";

/** @typedef {import("../types.js").Sheet} Sheet */

/** One for the whole site, in whatever language it is read; other sites of the host have their own. */
export const KEY = `soske-selfcheck:${ROOT.pathname}`;

/** @returns {string | null} the copy as it is kept; null when there is none or the browser forbids looking */
export function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * @param {Sheet} sheet
 * @returns {string | null} what is now kept; null when the browser forbids it or has no room
 */
export function keep(sheet) {
  const raw = JSON.stringify({ saved: new Date().toISOString(), sheet });
  try {
    localStorage.setItem(KEY, raw);
    return raw;
  } catch {
    return null;
  }
}

/** @returns {boolean} whether nothing is kept any more */
export function forget() {
  try {
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} raw as kept
 * @returns {{ saved: Date | null, text: string }} when it was kept, and the sheet for Python to read
 */
export function opened(raw) {
  try {
    const { saved, sheet } = JSON.parse(raw);
    const time = new Date(saved);
    return { saved: Number.isNaN(time.getTime()) ? null : time, text: JSON.stringify(sheet) ?? "" };
  } catch {
    return { saved: null, text: raw };
  }
}
