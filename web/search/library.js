/** The site's pages as the search knows them: which word stands where, and what it comes from. */

import { fold, lower, wordsOf } from "./tokens.js";

/**
 * The index file; see publish/search/index.py. Without `forms` the search finds words as they stand.
 *
 * @typedef {{ location: string, title: string, text: string, description?: string, boost?: number }} Doc
 * @typedef {{ docs: Doc[], forms?: Record<string, string> }} Index
 *
 * @typedef {{ bases: string[], parts: string[] }} Origin
 * @typedef {Doc & { titleWords: number, page: Page }} Section
 * @typedef {{ boost: number, sections: Section[], length: number }} Page the first section is its lead
 * @typedef {{ section: Section, inTitle: number, inText: number, inDescription: number }} Place
 * @typedef {{ places: Map<string, Place[]>, origins: Map<string, Origin>, known: Known }} Vocabulary
 * @typedef {{ bases: Map<string, Origin>, byLetter: Map<string, string[]> }} Known what the words come from, with one
 *   that comes from it; and all of both by the letter they begin with
 * @typedef {{ pages: Page[], meanLength: number, dotted: Vocabulary, undotted: Vocabulary }} Library
 */

/**
 * @param {Index} index
 * @returns {Library} with one vocabulary for words typed with their dots, one for words without
 */
export function makeLibrary({ docs, forms = {} }) {
  const pages = pagesOf(docs);
  const letters = pages.reduce((sum, page) => sum + page.length, 0);
  return {
    pages,
    meanLength: letters / pages.length,
    dotted: vocabularyOf(pages, forms, lower),
    undotted: vocabularyOf(pages, forms, fold),
  };
}

/**
 * @param {Doc[]} docs
 * @returns {Page[]}
 */
function pagesOf(docs) {
  /** @type {Map<string, Page>} */
  const pages = new Map();
  for (const doc of docs) {
    const address = doc.location.split("#")[0];
    const page = pages.get(address) ?? { boost: doc.boost ?? 1, sections: [], length: 0 };
    pages.set(address, page);
    page.sections.push({ ...doc, page, titleWords: doc.title.split(/\s+/).length });
    page.length += doc.text.length;
  }
  return [...pages.values()];
}

/**
 * @param {Page[]} pages
 * @param {Record<string, string>} forms
 * @param {(text: string) => string} write how words are written to be compared
 * @returns {Vocabulary}
 */
function vocabularyOf(pages, forms, write) {
  /** @type {Map<string, Place[]>} */
  const places = new Map();
  for (const section of pages.flatMap((page) => page.sections)) enter(section, places, write);
  const origins = originsOf(forms, places, write);
  return { places, origins, known: knownOf(origins) };
}

/** @param {Map<string, Origin>} origins @returns {Known} */
export function knownOf(origins) {
  /** @type {Map<string, Origin>} */
  const bases = new Map();
  for (const origin of origins.values()) for (const base of origin.bases) if (!bases.has(base)) bases.set(base, origin);
  // In the order in which they would be met one by one: of words that are equally alike the first are taken.
  const words = new Set([...origins].flatMap(([word, origin]) => [word, ...origin.bases]));
  /** @type {Map<string, string[]>} */
  const byLetter = new Map();
  for (const word of words) byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), word]);
  return { bases, byLetter };
}

/**
 * @param {Section} section
 * @param {Map<string, Place[]>} places
 * @param {(text: string) => string} write
 */
function enter(section, places, write) {
  const anchor = section.location.split("#")[1]?.replaceAll("-", " ") ?? "";
  for (const word of wordsOf(section.title)) place(places, write(word.text), section).inTitle += 1;
  for (const word of wordsOf(section.text)) place(places, write(word.text), section).inText += 1;
  for (const word of wordsOf(`${section.description ?? ""} ${anchor}`)) {
    place(places, write(word.text), section).inDescription += 1;
  }
}

/**
 * @param {Map<string, Place[]>} places
 * @param {string} word
 * @param {Section} section
 * @returns {Place} the word's place in the section, new or known
 */
function place(places, word, section) {
  const known = places.get(word) ?? [];
  places.set(word, known);
  const last = known[known.length - 1];
  if (last?.section === section) return last;
  const fresh = { section, inTitle: 0, inText: 0, inDescription: 0 };
  known.push(fresh);
  return fresh;
}

/**
 * @param {Record<string, string>} forms
 * @param {Map<string, Place[]>} places
 * @param {(text: string) => string} write
 * @returns {Map<string, Origin>} of every word on the pages, and of what readers say instead, what it comes from
 */
function originsOf(forms, places, write) {
  /** @type {Map<string, Origin>} */
  const origins = new Map();
  for (const word of places.keys()) origins.set(word, { bases: [], parts: [] });
  for (const [form, origin] of Object.entries(forms)) {
    const known = origins.get(write(form)) ?? { bases: [], parts: [] };
    origins.set(write(form), known);
    const [bases, parts] = origin.split("/").map((words) => words.split(" ").filter(Boolean).map(write));
    known.bases.push(...bases);
    known.parts.push(...(parts ?? []));
  }
  return origins;
}
