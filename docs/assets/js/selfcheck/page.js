/** The self-check page: the form works from the start; Python, once ready, scores each answer. */

import { bring } from "./answers.js";
import { Engine } from "./engine.js";
import { Form } from "./form.js";
import { handOver, takeOver } from "./handover.js";
import { Notices } from "./notices.js";
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
  connectTools(page);
  connectPrinting(root);
  handOver(page.form);
  root.dataset.live = "";
  page.engine.start();
  const brought = takeOver();
  if (brought) bring(page, brought, "brought");
  else page.form.resume();
}

const root = document.getElementById("selfcheck");
if (root) open(root);
