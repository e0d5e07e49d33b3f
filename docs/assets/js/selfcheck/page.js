/** The self-check page: the form works from the start; Python, once ready, scores each answer. */

import { bring } from "./answers.js";
import { connectArrival } from "./arrival.js";
import { followBranches } from "./branches.js";
import { holdThePage } from "./drop.js";
import { Engine } from "./engine.js";
import { keepClearOfFoot } from "./foot.js";
import { Form } from "./form.js";
import { handOver, takeOver } from "./handover.js";
import { Notices } from "./notices.js";
import { connectBrief } from "./panels/brief.js";
import { Keep } from "./panels/keep.js";
import { connectShare } from "./panels/share.js";
import { Team } from "./panels/team.js";
import { Then } from "./panels/then.js";
import { connectPrinting } from "./printing.js";
import { Result } from "./result.js";
import { connectTools } from "./tools.js";
import { Words } from "./words.js";

/** @param {HTMLElement} root */
function open(root) {
  const words = new Words(root);
  const notices = new Notices(root, words);
  const page = { root, words, notices, engine: new Engine(root, words, notices), form: new Form(root, words) };
  new Result(page);
  const team = new Team(page), then = new Then(page), keep = new Keep(page);
  connectTools(page);
  connectBrief(page);
  connectShare(page);
  connectPrinting(root);
  holdThePage();
  keepClearOfFoot(root);
  root.dataset.live = "";
  settle(page, team, then, keep);
  followBranches(root, (phrase, values) => words.say(phrase, values));
  connectArrival(page);
}

/**
 * Put back what came along from another language, or what the browser itself kept of the form.
 * @param {import("./types.js").Context} page
 * @param {Team} team
 * @param {Then} then
 * @param {Keep} keep
 */
function settle(page, team, then, keep) {
  handOver(page.form, () => ({
    sheet: page.form.sheet(), people: team.people, earlier: then.earlier, kept: keep.own,
  }));
  const brought = takeOver();
  if (brought) {
    bring(page, brought.sheet, "brought");
    if (brought.people.length) team.resume(brought.people);
    if (brought.earlier) then.resume(brought.earlier);
  } else page.form.resume();
  keep.resume(brought?.kept ?? null);
}

const root = document.getElementById("selfcheck");
if (root) open(root);
