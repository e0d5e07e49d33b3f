/** Answers that arrive in the page's address. */

import { LinkError, hasAnswers, unpack } from "./link.js";
import { replaceAnswers } from "./replace-answers.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Read} Read */
/** @typedef {import("../types.js").Refusal} Refusal */

/** Take up the answers of the address, now and when a link is followed on this page. @param {Context} page */
export function connectArrival(page) {
  addEventListener("hashchange", () => arrive(page));
  page.form.addEventListener("cleared", () => hasAnswers(location.hash) && leaveAddress());
  arrive(page);
}

/** @param {Context} page */
async function arrive(page) {
  const { hash } = location;
  if (!hasAnswers(hash)) return;
  const reply = await read(page, hash);
  if (location.hash !== hash) return;
  // What nobody could read stays in the address until someone can.
  if ("unasked" in reply) return page.engine.addEventListener("ready", () => arrive(page), { once: true });
  leaveAddress();
  if ("faults" in reply) page.notices.refuse(reply.faults, page.words.say("link.refused"));
  else if (page.form.isEmpty) replaceAnswers(page, reply.sheet, "link.opened");
  else offer(page, reply.sheet);
}

/** Take the answers out of the address bar, where they could be read. */
function leaveAddress() {
  history.replaceState(history.state, "", location.pathname + location.search);
}

/** @param {Context} page @param {string} hash @returns {Promise<Read | Refusal>} */
async function read({ engine, words }, hash) {
  try {
    return await engine.ask({ op: "read", text: await unpack(hash) });
  } catch (error) {
    if (error instanceof LinkError) return { faults: [words.say(`link.${error.reason}`)] };
    throw error;
  }
}

/** @param {Context} page @param {import("../types.js").Sheet} sheet */
function offer(page, sheet) {
  const { words, notices } = page;
  notices.offer("link", words.say("link.offer"), [
    [words.say("link.open"), () => replaceAnswers(page, sheet, "link.opened")],
    [words.say("link.no"), () => notices.say("link.kept")],
  ]);
}
