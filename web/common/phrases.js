/** Phrases of the reader's language, with braces for what is known only later. Pure. */

/** @typedef {Record<string, string>} Phrases */
/** @typedef {Record<string, string | number>} Values */

/**
 * @param {Phrases} phrases
 * @param {string} key
 * @param {Values} [values] what the phrase's braces stand for
 * @returns {string} the phrase with its braces filled; without a phrase the key, which is better than silence
 */
export function phrase(phrases, key, values = {}) {
  return (phrases[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
