/** Answer files in and out. The reading itself is Python's. */

import { downloadText } from "../../common/download.js";

/** More than any answer sheet can be; Python's own limit is the same. */
export const LARGEST = 1_000_000;

/**
 * Give a sheet as an answer file.
 * @param {import("../types.js").Sheet} sheet
 */
export function saveSheet(sheet) {
  downloadText(`${JSON.stringify(sheet, null, 2)}\n`, `${["soske", sheet.date].filter(Boolean).join("-")}.json`, "application/json");
}

/**
 * @param {File} file
 * @returns {Promise<string>} its text; of a file that is too large just enough for Python to say so
 */
export function textOf(file) {
  return file.slice(0, LARGEST + 1).text();
}
