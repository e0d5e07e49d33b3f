/** Answers that come into the form from elsewhere: read by Python first, and what they replace can be had back. */

import { textOf } from "./answer-files.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Read} Read */
/** @typedef {import("../types.js").Refusal} Refusal */
/** @typedef {import("../types.js").Sheet} Sheet */

/**
 * @param {Context} page
 * @param {File} file
 * @returns {Promise<Read | Refusal>} its sheet, if all of it is sound
 */
export async function readFile({ engine }, file) {
  return engine.ask({ op: "read", text: await textOf(file) });
}

/**
 * @param {Context} page
 * @param {Sheet} sheet
 * @param {string} phrase what to say about it
 */
export function replaceAnswers(page, sheet, phrase) {
  const { root, words, form, notices } = page;
  const before = form.sheet();
  const replaced = !form.isEmpty && JSON.stringify(before) !== JSON.stringify({ ...sheet, rules: before.rules, date: "" });
  notices.refuse([]);
  form.fill(sheet);
  const ours = root.dataset.rules ?? "";
  const note = sheet.rules === ours ? "" : ` ${words.say("other-rules", { rules: sheet.rules, ours })}`;
  notices.tell(words.say(phrase) + note);
  if (replaced) {
    notices.offer("undo", words.say("undo.text"), [
      [words.say("undo"), () => replaceAnswers(page, before, "undone")],
      [words.say("undo.no"), () => {}],
    ]);
  } else notices.withdraw("undo");
}
