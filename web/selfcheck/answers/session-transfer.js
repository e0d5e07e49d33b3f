/**
 * Carries everything from one language to another: it is put into the tab's session storage at the click
 * on a language, and taken out on arrival. Nothing stays behind.
 */

/** @typedef {import("../types.js").Sheet} Sheet */
/** @typedef {import("../types.js").Named} Named */
/**
 * The answers, the files loaded beside them, and the copy on the device if this tab keeps one.
 * @typedef {{ sheet: Sheet, people: Named[], earlier: Named | null, kept: string | null }} TransferState
 */

const KEY = "soske-selfcheck-handover";

/**
 * Carry everything along whenever a language link is followed.
 * @param {import("./form.js").Form} form
 * @param {() => TransferState} collect
 */
export function transferOnLanguageChange(form, collect) {
  for (const link of document.querySelectorAll("a[data-language]")) {
    link.addEventListener("click", () => {
      const state = collect();
      if (put(state) || put({ ...state, people: [], earlier: null })) form.unsaved = false;
    });
  }
}

/** @returns {TransferState | null} what the page before has stored, if it did so */
export function takeTransferred() {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text && JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {TransferState} state
 * @returns {boolean} whether there was room; if not, the page's own warning on leaving protects the answers
 */
function put(state) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
}
