/** Which words on the pages answer a typed word, and how well. */

import { commonPrefix, editDistance } from "./tokens.js";

/**
 * @typedef {import("./library.js").Origin} Origin
 * @typedef {import("./library.js").Vocabulary} Vocabulary
 * @typedef {Map<string, number>} Matches words on the pages with weights up to 1
 */

const SAME = 1;
const SAME_BASE = 0.95;
const BEGINS = 0.8;
const PART = 0.7;
const BASE_BEGINS = 0.6;
const INSIDE = 0.5;
const BASE_INSIDE = 0.45;
const INFLECTED = 0.4;
const OWN_PART = 0.2; // pages that say only a part of the word must not come before those that say it
const LIKE_ENOUGH = 0.75;
const LIKE = 0.5;
const SHORTEST_INSIDE = 4;

/**
 * @param {string} typed
 * @param {Vocabulary} vocabulary
 * @returns {Matches} words of the same origin, longer words and compounds
 */
export function related(typed, vocabulary) {
  const { origins } = vocabulary;
  const own = origins.get(typed) ?? ofMostAlike(typed, vocabulary);
  const bases = new Set([typed, ...(own?.bases ?? [])]);
  const matches = new Map();
  for (const [word, origin] of origins) {
    const weight = closeness(typed, bases, word, origin) || looseCloseness(typed, own?.parts ?? [], word, origin);
    if (weight > 0) matches.set(word, weight);
  }
  return matches;
}

/**
 * @param {string} typed
 * @param {Set<string>} bases the typed word and what it comes from
 * @param {string} word a word on the pages
 * @param {Origin} origin
 * @returns {number} how closely the two belong together, 0 for not at all
 */
function closeness(typed, bases, word, origin) {
  if (word === typed) return SAME;
  if (bases.has(word) || origin.bases.some((base) => bases.has(base))) return SAME_BASE;
  if (typed.length > 1 && [word, ...origin.bases].some((one) => one.startsWith(typed))) {
    return BEGINS * (0.5 + (0.5 * typed.length) / Math.max(word.length, typed.length));
  }
  if (origin.parts.some((part) => bases.has(part))) return PART;
  const long = [...bases].filter((base) => base.length >= SHORTEST_INSIDE);
  if (long.some((base) => word.startsWith(base))) return BASE_BEGINS;
  if (typed.length >= SHORTEST_INSIDE && word.includes(typed)) return INSIDE;
  return long.some((base) => word.includes(base)) ? BASE_INSIDE : 0;
}

/**
 * @param {string} typed
 * @param {string[]} parts what the typed word is made of
 * @param {string} word
 * @param {Origin} origin
 * @returns {number} a weight for other forms of the word by their beginning, and for its own parts
 */
function looseCloseness(typed, parts, word, origin) {
  const beginning = commonPrefix(typed, word);
  if (beginning > 4 && beginning >= 0.7 * Math.max(typed.length, word.length)) return INFLECTED;
  const own = parts.find((part) => part === word || origin.bases.includes(part));
  return own ? Math.min(OWN_PART, (OWN_PART * own.length) / typed.length) : 0;
}

/**
 * @param {string} typed a word that no page has
 * @param {Vocabulary} vocabulary
 * @returns {Origin | undefined} what another form of it comes from
 */
function ofMostAlike(typed, { origins, known }) {
  const [most] = nearest(typed, known);
  if (!most || most[1] < LIKE_ENOUGH) return undefined;
  return origins.get(most[0]) ?? known.bases.get(most[0]);
}

/**
 * @param {string} typed a word that nothing on the pages belongs to
 * @param {Vocabulary} vocabulary
 * @returns {Matches} what may have been meant: a like word, or a compound of others
 */
export function guess(typed, vocabulary) {
  const like = alike(typed, vocabulary);
  return like.size > 0 ? like : compoundParts(typed, vocabulary);
}

/**
 * @param {string} typed
 * @param {Vocabulary} vocabulary
 * @returns {Matches} for a form or a misspelling that no page has: its likes, and what belongs to them
 */
function alike(typed, vocabulary) {
  const matches = new Map();
  for (const [word, nearness] of nearest(typed, vocabulary.known)) {
    for (const [other, weight] of related(word, vocabulary)) {
      if (weight >= PART) matches.set(other, Math.max(matches.get(other) ?? 0, LIKE * nearness * weight));
    }
  }
  return matches;
}

/**
 * @param {string} typed
 * @param {import("./library.js").Known} known
 * @returns {[string, number][]} the few words most like it, the closest first; like words begin with the same letter
 */
function nearest(typed, { byLetter }) {
  const words = byLetter.get(typed.charAt(0)) ?? [];
  const near = words.map((word) => /** @type {[string, number]} */ ([word, similarity(typed, word)]));
  const best = near.filter(([, value]) => value > 0).sort((one, other) => other[1] - one[1]);
  return best.filter(([, value]) => value > 0.9 * best[0][1]).slice(0, 6);
}

/**
 * @param {string} typed
 * @param {string} word that begins with the same letter
 * @returns {number} 0 for unlike, to 1: by a common beginning, or by few wrong letters
 */
function similarity(typed, word) {
  const length = Math.max(typed.length, word.length);
  const beginning = commonPrefix(typed, word);
  const inflected = beginning >= Math.max(4, 0.6 * typed.length) ? beginning / length : 0;
  const allowed = typed.length < 5 ? 0 : typed.length < 9 ? 1 : 2;
  if (Math.abs(typed.length - word.length) > allowed) return inflected;
  const wrong = editDistance(typed, word, allowed);
  return wrong <= allowed ? Math.max(inflected, 1 - wrong / length) : inflected;
}

/**
 * @param {string} typed
 * @param {Vocabulary} vocabulary
 * @returns {Matches} for a compound that no page has: the words of its two parts
 */
function compoundParts(typed, vocabulary) {
  for (let seam = typed.length - 3; seam >= 3; seam -= 1) {
    const parts = [typed.slice(0, seam), typed.slice(seam)];
    if (!parts.every((part) => isKnown(part, vocabulary))) continue;
    const matches = parts.flatMap((part) => [...related(part, vocabulary)]);
    return new Map(matches.map(([word, weight]) => [word, LIKE * weight]));
  }
  return new Map();
}

/**
 * @param {string} part
 * @param {Vocabulary} vocabulary
 * @returns {boolean} whether a word on the pages is this one, or comes from what it comes from
 */
function isKnown(part, vocabulary) {
  if (vocabulary.origins.has(part) || vocabulary.known.bases.has(part)) return true;
  return Boolean(ofMostAlike(part, vocabulary)?.bases.length);
}
