/** Answers that come into the form from elsewhere: read by Python first, and what they replace can be had back. */

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Sheet} Sheet */

/**
 * @param {Context} page
 * @param {Sheet} sheet
 * @param {string} phrase what to say about it
 * @param {import("./branches.js").BranchState} [state] what was chosen with these answers, if they were given here
 */
export function replaceAnswers(page, sheet, phrase, state) {
  const { root, words, form, branches, notices } = page;
  const before = { sheet: form.sheet(), branches: branches.state };
  const replaced = !form.isEmpty && JSON.stringify(before.sheet) !== JSON.stringify({ ...sheet, rules: before.sheet.rules, date: before.sheet.date });
  notices.refuse([]);
  form.fill(sheet);
  if (state) branches.restore(state);
  const ours = root.dataset.rules ?? "";
  const note = sheet.rules === ours ? "" : ` ${words.say("other-rules", { rules: sheet.rules, ours })}`;
  notices.tell(words.say(phrase) + note);
  if (replaced) {
    notices.offer("undo", words.say("undo.text"), [
      [words.say("undo"), () => replaceAnswers(page, before.sheet, "undone", before.branches)],
      [words.say("undo.no"), () => {}],
    ]);
  } else notices.withdraw("undo");
}
