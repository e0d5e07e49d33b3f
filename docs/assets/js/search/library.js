/** The site's pages as the search knows them: which word stands where, and what it comes from. */

import { fold, wordsOf } from "./words.js";

/**
 * The index file; see publish/search/enrich.py. Without `forms` the search finds words as they stand.
 *
 * @typedef {{ location: string, title: string, text: string, description?: string, boost?: number }} Doc
 * @typedef {{ docs: Doc[], forms?: Record<string, string> }} Index
 *
 * @typedef {{ bases: string[], parts: string[] }} Origin
 * @typedef {{ title: string, titleWords: number, text: string, location: string, page: Page }} Section
 * @typedef {{ boost: number, sections: Section[], length: number }} Page the first section is its lead
 * @typedef {{ section: Section, inTitle: number, inText: number, inDescription: number }} Place
 * @typedef {{ pages: Page[], places: Map<string, Place[]>, origins: Map<string, Origin>, meanLength: number }} Library
 */

/**
 * @param {Index} index
 * @returns {Library}
 */
export function makeLibrary(index) {
  const pages = new Map();
  const places = new Map();
  for (const doc of index.docs) enter(doc, pages, places);
  const all = [...pages.values()];
  const letters = all.reduce((sum, page) => sum + page.length, 0);
  return { pages: all, places, origins: originsOf(index.forms ?? {}, places), meanLength: letters / all.length };
}

/**
 * @param {Doc} doc
 * @param {Map<string, Page>} pages
 * @param {Map<string, Place[]>} places
 */
function enter(doc, pages, places) {
  const [address, anchor] = doc.location.split("#");
  const page = pages.get(address) ?? { boost: doc.boost ?? 1, sections: [], length: 0 };
  pages.set(address, page);
  const section = { ...doc, page, titleWords: doc.title.split(/\s+/).length };
  page.sections.push(section);
  page.length += doc.text.length;
  for (const word of wordsOf(doc.title)) place(places, word.text, section).inTitle += 1;
  for (const word of wordsOf(doc.text)) place(places, word.text, section).inText += 1;
  const told = `${doc.description ?? ""} ${anchor?.replaceAll("-", " ") ?? ""}`;
  for (const word of wordsOf(told)) place(places, word.text, section).inDescription += 1;
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
 * @returns {Map<string, Origin>} of every word on the pages, and of what readers say instead, what it comes from
 */
function originsOf(forms, places) {
  /** @type {Map<string, Origin>} */
  const origins = new Map();
  for (const word of places.keys()) origins.set(word, { bases: [], parts: [] });
  for (const [form, origin] of Object.entries(forms)) {
    const word = fold(form);
    const known = origins.get(word) ?? { bases: [], parts: [] };
    origins.set(word, known);
    const [bases, parts] = origin.split("/").map((words) => words.split(" ").filter(Boolean).map(fold));
    known?.bases.push(...bases);
    known?.parts.push(...(parts ?? []));
  }
  return origins;
}
