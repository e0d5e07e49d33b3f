/** Words as the search compares them: in small letters, without hyphens, with or without dots and accents. */

const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/**
 * @typedef {{ text: string, start: number, end: number }} Word a word and where it stands
 */

/**
 * @param {string} text
 * @returns {string} the text in small letters, without hyphens
 */
export function lower(text) {
  return text.toLowerCase().normalize("NFC").replaceAll("-", "");
}

/**
 * @param {string} text
 * @returns {string} also without dots and accents: työllistäminen and tyollistaminen are one
 */
export function fold(text) {
  return lower(text).normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * @param {string} text
 * @returns {Word[]} its words; of a hyphenated one both the whole and the parts
 */
export function wordsOf(text) {
  return [...text.matchAll(WORD)].flatMap((found) => {
    const [whole, start] = [found[0], found.index];
    return whole.includes("-") ? [at(whole, start), ...partsOf(whole, start)] : [at(whole, start)];
  });
}

/**
 * @param {string} whole
 * @param {number} start
 * @returns {Word[]}
 */
function partsOf(whole, start) {
  return [...whole.matchAll(/[^-]+/g)].map((part) => at(part[0], start + part.index));
}

/**
 * @param {string} word
 * @param {number} start
 * @returns {Word}
 */
function at(word, start) {
  return { text: lower(word), start, end: start + word.length };
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} how many letters both begin with
 */
export function commonPrefix(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} [most] from which it does not matter any more by how much it is greater
 * @returns {number} how many letters to add, drop, change or swap to make one of the other
 */
export function editDistance(one, other, most = Infinity) {
  let before = /** @type {number[]} */ ([]);
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line[column] = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
      if (swapped && column > 1) line[column] = Math.min(line[column], before[column - 2] + 1);
    }
    // A swap takes up what stood two lines before.
    if (Math.min(...line) > most && Math.min(...above) > most) return most + 1;
    [before, above] = [above, line];
  }
  return above[other.length];
}
