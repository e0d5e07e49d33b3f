/**
 * Carries the answers from one language to another: they are put into the tab's session storage at the
 * click on a language, and taken out on arrival. Nothing stays behind.
 */

/** @typedef {import("./types.js").Sheet} Sheet */
/** @typedef {import("./form.js").Form} Form */

const KEY = "soske-selfcheck-handover";

/**
 * Hand the answers over whenever a language link is followed.
 * @param {Form} form
 */
export function handOver(form) {
  for (const link of document.querySelectorAll("a[data-language]")) {
    link.addEventListener("click", () => {
      try {
        sessionStorage.setItem(KEY, JSON.stringify(form.sheet()));
        form.unsaved = false;
      } catch {
        // Storage may be forbidden; then the page's own warning on leaving protects the answers.
      }
    });
  }
}

/** @returns {Sheet | null} the answers handed over by the page before, if it did so */
export function takeOver() {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text && JSON.parse(text);
  } catch {
    return null;
  }
}
