/** Which pages answer a query best. Titles weigh most, then headings, then text. */

import { guess, related } from "./matching.js";
import { fold, wordsOf } from "./tokens.js";

/**
 * @typedef {import("./library.js").Library} Library
 * @typedef {import("./library.js").Page} Page
 * @typedef {import("./library.js").Section} Section
 * @typedef {import("./library.js").Place} Place
 * @typedef {import("./library.js").Vocabulary} Vocabulary
 * @typedef {import("./matching.js").Matches} Matches
 * @typedef {{ matches: Matches, among: Vocabulary }} Answers
 *
 * @typedef {{ title: number, headings: number, description: number, text: number, sections: Map<Section, number> }} Tally
 * @typedef {{ page: Page, score: number, sections: Section[], words: Set<string> }} Hit
 */

const TITLE = 2.5;
const HEADINGS = 1;
const DESCRIPTION = 0.7;
const TEXT = 1;
const LEAD = 2; // the words of a page before its first heading tell more than the rest
/** What is pasted by mistake must not keep the page from answering: no query needs more. */
const MOST_WORDS = 8;
const MOST_LETTERS = 40;
const TELLING = 0.3; // of the best section; those below are not shown

/**
 * @param {Library} library
 * @param {string} query
 * @returns {Hit[]} the pages that answer, the best first
 */
export function search(library, query) {
  const asked = typedWords(query, library).map((word) => answersTo(word, library));
  const hits = new Map();
  for (const answers of asked) {
    const tallies = tally(answers);
    const rarity = Math.log(1 + library.pages.length / (1 + tallies.size));
    for (const [page, found] of tallies) add(hits, page, rarity, found, library.meanLength);
  }
  const words = new Set(asked.flatMap(({ matches }) => [...matches.keys()]));
  return [...hits.values()].map((hit) => finished(hit, asked.length, words)).sort((one, other) => other.score - one.score);
}

/**
 * @param {string} query
 * @param {Library} library
 * @returns {string[]} its first words, each once; a hyphenated one whole if the pages know it, else in parts
 */
function typedWords(query, library) {
  const whole = query.normalize("NFC").split(/[^\p{L}\p{N}\p{M}-]+/u).flatMap((typed) => {
    const [joined, ...parts] = wordsOf(typed).map((word) => word.text);
    if (!joined) return [];
    return parts.length === 0 || library.undotted.origins.has(fold(joined)) ? [joined] : parts;
  });
  return [...new Set(whole.map((word) => word.slice(0, MOST_LETTERS)))].slice(0, MOST_WORDS);
}

/**
 * @param {string} word
 * @param {Library} library
 * @returns {Answers} the same dots first, then any, and only then a guess
 */
function answersTo(word, library) {
  const bare = fold(word);
  const strict = bare === word ? new Map() : related(word, library.dotted);
  if (strict.size > 0) return { matches: strict, among: library.dotted };
  const matches = related(bare, library.undotted);
  if (matches.size > 0) return { matches, among: library.undotted };
  return { matches: guess(bare, library.undotted), among: library.undotted };
}

/**
 * @param {Answers} answers
 * @returns {Map<Page, Tally>} how often the words stand on each page, and where
 */
function tally({ matches, among }) {
  const tallies = new Map();
  for (const [word, weight] of matches) {
    for (const place of among.places.get(word) ?? []) {
      const known = tallies.get(place.section.page) ?? emptyTally();
      tallies.set(place.section.page, known);
      count(known, place, weight);
    }
  }
  return tallies;
}

/** @returns {Tally} */
function emptyTally() {
  return { title: 0, headings: 0, description: 0, text: 0, sections: new Map() };
}

/**
 * @param {Tally} known what was counted so far of a page
 * @param {Place} place
 * @param {number} weight
 */
function count(known, { section, inTitle, inText, inDescription }, weight) {
  const lead = section === section.page.sections[0];
  const heading = inTitle > 0 ? weight * (0.5 + 0.5 / section.titleWords) : 0;
  if (lead) known.title = Math.max(known.title, heading);
  else known.headings += heading;
  known.description = Math.max(known.description, inDescription > 0 ? weight : 0);
  known.text += weight * inText * (lead ? LEAD : 1);
  known.sections.set(section, (known.sections.get(section) ?? 0) + weight * (5 * inTitle + inText));
}

/**
 * @param {Map<Page, any>} hits
 * @param {Page} page
 * @param {number} rarity how much the word tells pages apart
 * @param {Tally} found
 * @param {number} meanLength
 */
function add(hits, page, rarity, found, meanLength) {
  const hit = hits.get(page) ?? { page, score: 0, answered: 0, sections: new Map() };
  hits.set(page, hit);
  const length = 0.4 + (0.6 * page.length) / meanLength;
  const headings = found.headings / (found.headings + 0.7);
  const text = found.text / (found.text + 2 * length);
  hit.score += rarity * (TITLE * found.title + HEADINGS * headings + DESCRIPTION * found.description + TEXT * text);
  hit.answered += 1;
  for (const [section, value] of found.sections) {
    const known = hit.sections.get(section) ?? { score: 0, answered: 0 };
    hit.sections.set(section, { score: known.score + rarity * value, answered: known.answered + 1 });
  }
}

/**
 * @param {any} hit
 * @param {number} asked how many words the query has
 * @param {Set<string>} words
 * @returns {Hit} the hit with its sections in order; a page that answers the whole query stands first
 */
function finished(hit, asked, words) {
  const ranked = [...hit.sections].sort((one, other) => other[1].score - one[1].score);
  const together = Math.max(...ranked.map(([, section]) => section.answered)) / asked;
  const best = ranked[0][1].score;
  const telling = ranked.filter(([, section]) => section.score >= TELLING * best);
  const score = hit.score * hit.page.boost * (hit.answered / asked) ** 2 * (0.7 + 0.3 * together);
  return { page: hit.page, score, sections: telling.map(([section]) => section), words };
}
