/** Answer files in and out. Whether their content is sound is for Python to say. */

import { downloadText } from "../../common/download.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Read} Read */
/** @typedef {import("../types.js").Refusal} Refusal */

/** More bytes than any answer sheet can have; Python's own limit is the same. */
export const LARGEST = 1_000_000;

/**
 * @param {Context} page
 * @param {File} file
 * @returns {Promise<Read | Refusal | null>} its sheet, if all of it is sound, or its faults under its name; null when
 * everything was cleared away meanwhile
 */
export async function readFile({ engine, form, words }, file) {
  const { clearings } = form;
  const reply = await read(engine, file).catch(() => ({ faults: [words.say("file.unreadable")] }));
  if (form.clearings !== clearings) return null;
  if (!("faults" in reply) || "unasked" in reply) return reply;
  return { faults: reply.faults.map((fault) => `${file.name}: ${fault}`) };
}

/**
 * @param {Context["engine"]} engine
 * @param {File} file
 * @returns {Promise<Read | Refusal>} rejects when the browser cannot read it: it is gone, forbidden, or a folder
 */
async function read(engine, file) {
  // Of a file that is too large just enough for Python to say so.
  const bytes = new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer());
  return engine.ask({ op: "read", bytes: asLetters(bytes) });
}

/** @param {Uint8Array} bytes @returns {string} with one letter for each, of which no letter code can make another */
function asLetters(bytes) {
  const piece = 8192; // arguments that a call may have
  let letters = "";
  for (let at = 0; at < bytes.length; at += piece) letters += String.fromCharCode(...bytes.subarray(at, at + piece));
  return letters;
}

/**
 * Give a sheet as an answer file.
 * @param {import("../types.js").Sheet} sheet
 */
export function saveSheet(sheet) {
  downloadText(`${JSON.stringify(sheet, null, 2)}\n`, `${["soske", sheet.date].filter(Boolean).join("-")}.json`, "application/json");
}
