/**
 * Carries everything from one language to another: it is put into the tab's session storage at the click
 * on a language, and taken out on arrival. Nothing stays behind.
 */

/** @typedef {import("./types.js").Sheet} Sheet */
/** @typedef {import("./types.js").Named} Named */
/**
 * The answers, the files loaded beside them, and the copy on the device if this tab keeps one.
 * @typedef {{ sheet: Sheet, people: Named[], earlier: Named | null, kept: string | null }} Baggage
 */

const KEY = "soske-selfcheck-handover";

/**
 * Hand everything over whenever a language link is followed.
 * @param {import("./form.js").Form} form
 * @param {() => Baggage} collect
 */
export function handOver(form, collect) {
  for (const link of document.querySelectorAll("a[data-language]")) {
    link.addEventListener("click", () => {
      const baggage = collect();
      if (put(baggage) || put({ ...baggage, people: [], earlier: null })) form.unsaved = false;
    });
  }
}

/** @returns {Baggage | null} what was handed over by the page before, if it did so */
export function takeOver() {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text && JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {Baggage} baggage
 * @returns {boolean} whether there was room; if not, the page's own warning on leaving protects the answers
 */
function put(baggage) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(baggage));
    return true;
  } catch {
    return false;
  }
}
