/** Answer files in and out. The reading itself is Python's. */

/** More than any answer sheet can be; Python's own limit is the same. */
export const LARGEST = 1_000_000;

/**
 * Give the visitor a file to keep.
 * @param {string} text
 * @param {string} name
 * @param {string} type its media type
 */
export function download(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/**
 * Give a sheet as an answer file.
 * @param {import("./types.js").Sheet} sheet
 */
export function saveSheet(sheet) {
  download(`${JSON.stringify(sheet, null, 2)}\n`, `${["soske", sheet.date].filter(Boolean).join("-")}.json`, "application/json");
}

/**
 * @param {File} file
 * @returns {Promise<string>} its text; of a file that is too large just enough for Python to say so
 */
export function textOf(file) {
  return file.slice(0, LARGEST + 1).text();
}
