/** Gives the visitor a file to keep. */

/** Milliseconds until a file's address is taken back: Safari on iOS reads it after the click, not during it. */
const TAKEN_BY_THEN = 60_000;

/**
 * @param {Blob} content
 * @param {string} name
 */
export function download(content, name) {
  const url = URL.createObjectURL(content);
  follow(url, name);
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_BY_THEN);
}

/**
 * @param {string} text
 * @param {string} name
 * @param {string} type its media type
 */
export function downloadText(text, name, type) {
  download(new Blob([text], { type }), name);
}

/** @param {string} address @param {string} name */
export function follow(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
