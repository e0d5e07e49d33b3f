/** Copying, and what to do when the browser does not allow it. */

import { element, find } from "../../common/dom.js";

/**
 * @param {string} text
 * @param {HTMLElement} panel has a place for the text, should it have to be copied by hand
 * @param {import("../types.js").Context} page
 */
export async function copy(text, panel, { words, notices }) {
  const place = find(panel, "[data-copy]");
  try {
    await navigator.clipboard.writeText(text);
    place.replaceChildren();
    notices.say("copied");
  } catch {
    const field = element("textarea", { readonly: "", rows: 6, "aria-label": words.say("copy.text") }, text);
    place.replaceChildren(field);
    field.focus();
    /** @type {HTMLTextAreaElement} */ (field).select();
    notices.say("copy.refused");
  }
}
