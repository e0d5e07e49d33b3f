/** The self-check page: the form works from the start; Python, once ready, scores each answer. */

import { replaceAnswers } from "./answers/replace-answers.js";
import { connectArrival } from "./answers/arrival.js";
import { Branches } from "./answers/branches.js";
import { connectTakingBack } from "./answers/take-back.js";
import { holdThePage } from "./answers/drop.js";
import { Engine } from "./python/engine.js";
import { keepClearOfFoot } from "./foot.js";
import { Form } from "./answers/form.js";
import { SessionTransfer, takeTransferred } from "./answers/session-transfer.js";
import { Notices } from "./notices.js";
import { connectBrief } from "./panels/brief.js";
import { KeepPanel } from "./panels/keep.js";
import { connectShare } from "./panels/share.js";
import { TeamPanel } from "./panels/team.js";
import { ComparePanel } from "./panels/compare.js";
import { connectPrinting } from "./result/printing.js";
import { Result } from "./result/result.js";
import { connectTools } from "./tools.js";
import { Words } from "./words.js";

/** @param {HTMLElement} root */
function open(root) {
  const words = new Words(root);
  const notices = new Notices(root, words);
  const form = new Form(root, words), branches = new Branches(root, words);
  const page = { root, words, notices, engine: new Engine(root, words, notices), form, branches };
  new Result(page);
  const team = new TeamPanel(page), compare = new ComparePanel(page), keep = new KeepPanel(page);
  connectTools(page);
  connectTakingBack(page);
  connectBrief(page);
  connectShare(page);
  connectPrinting(root);
  holdThePage();
  keepClearOfFoot(root);
  root.dataset.live = "";
  resume(page, team, compare, keep);
  connectArrival(page);
}

/**
 * Put back what came along from another language, or what the browser itself kept of the form.
 * @param {import("./types.js").Context} page
 * @param {TeamPanel} team
 * @param {ComparePanel} compare
 * @param {KeepPanel} keep
 */
function resume(page, team, compare, keep) {
  const brought = takeTransferred();
  if (brought) {
    replaceAnswers(page, brought.sheet, "brought", brought.branches);
    if (brought.people.length) team.resume(brought.people);
    if (brought.earlier) compare.resume(brought.earlier);
  } else page.form.resume();
  keep.resume(brought?.kept ?? null);
  new SessionTransfer(page.form, () => ({
    sheet: page.form.sheet(), branches: page.branches.state,
    people: team.people, earlier: compare.earlier, kept: keep.lastWritten,
  }));
}

const root = document.getElementById("selfcheck");
if (root) open(root);
