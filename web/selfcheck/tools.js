/** The buttons under the result: answers in and out, the report out, everything away. */

import { replaceAnswers } from "./answers/replace-answers.js";
import { findInput, onPress } from "../common/dom.js";
import { downloadText } from "../common/download.js";
import { readFile, saveSheet } from "./answers/answer-files.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Refusal} Refusal */

/** @param {Context} page */
export function connectTools(page) {
  const { root } = page;
  const file = findInput(root, "[data-file]");
  file.addEventListener("change", () => open(page, file));
  onPress(root, "save", () => save(page));
  onPress(root, "open", () => file.click());
  onPress(root, "report", () => saveReport(page));
  onPress(root, "markdown", () => saveMarkdown(page));
  onPress(root, "print", () => window.print());
  onPress(root, "clear", () => clear(page));
}

/** Give the answers as a file; works without Python too. @param {Context} page */
function save({ form, notices }) {
  saveSheet(form.datedSheet());
  form.unsaved = false;
  notices.say("saved");
}

/** Let Python read the chosen file; nothing changes unless all of it is sound. @param {Context} page @param {HTMLInputElement} input */
async function open(page, input) {
  const [file] = input.files ?? [];
  if (!file) return;
  const reply = await readFile(page, file);
  input.value = "";
  if (!reply) return;
  if ("faults" in reply) page.notices.refuse(reply.faults, page.words.say("refused"));
  else replaceAnswers(page, reply.sheet, "opened");
}

/** Give the whole report as a page of its own, to read or send on without this site. @param {Context} page */
async function saveReport({ root, engine, form, notices }) {
  const sheet = form.datedSheet();
  const base = new URL(root.dataset.root ?? "", location.href).href;
  /** @type {{ html: string } | Refusal} */
  const reply = await engine.ask({ op: "html", sheet, base });
  if ("faults" in reply) return notices.refuse(reply.faults);
  downloadText(reply.html, `soske-${sheet.date}.html`, "text/html");
  notices.say("report.saved");
}

/** @param {Context} page */
async function saveMarkdown({ engine, form, notices }) {
  const sheet = form.datedSheet();
  /** @type {{ markdown: string } | Refusal} */
  const reply = await engine.ask({ op: "markdown", sheet });
  if ("faults" in reply) return notices.refuse(reply.faults);
  downloadText(reply.markdown, `soske-${sheet.date}.md`, "text/markdown");
  notices.say("report.saved");
}

/** @param {Context} page */
function clear({ words, form, notices }) {
  if (!confirm(words.say("clear.sure"))) return;
  notices.refuse([]);
  notices.withdraw("undo");
  form.clear();
  notices.say("cleared");
}
