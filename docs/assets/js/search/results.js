/** Draws what was found: each page with its best passage, and links to the sections that answer. */

import { fold, wordsOf } from "./words.js";

/**
 * @typedef {import("./ranking.js").Hit} Hit
 * @typedef {import("./library.js").Section} Section
 */

const PASSAGE = 180;
const SECTIONS = 3;

/**
 * @param {Hit} hit
 * @param {URL} root where the language's pages begin
 * @returns {HTMLLIElement}
 */
export function drawHit(hit, root) {
  const first = hit.page.sections[0];
  const item = element("li", "md-search-result__item search-hit");
  const link = linkTo(first, root, "md-search-result__link search-hit__page");
  const title = element("span", "search-hit__title");
  title.append(...marked(first.title, hit.words));
  const passage = element("span", "search-hit__passage");
  passage.append(...marked(passageOf(hit), hit.words));
  link.append(title, passage);
  item.append(link);
  const sections = hit.sections.filter((section) => section !== first).slice(0, SECTIONS);
  if (sections.length > 0) item.append(drawSections(sections, hit.words, root));
  return /** @type {HTMLLIElement} */ (item);
}

/**
 * @param {Section[]} sections
 * @param {Set<string>} words
 * @param {URL} root
 */
function drawSections(sections, words, root) {
  const list = element("ul", "search-hit__sections");
  for (const section of sections) {
    const link = linkTo(section, root, "search-hit__section");
    link.append(...marked(section.title, words));
    const item = element("li", "");
    item.append(link);
    list.append(item);
  }
  return list;
}

/**
 * @param {Section} section
 * @param {URL} root
 * @param {string} names
 */
function linkTo(section, root, names) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", names));
  link.href = new URL(section.location, root).href;
  return link;
}

/**
 * @param {Hit} hit
 * @returns {string} the stretch of text around the first found word of the section that answers best
 */
function passageOf(hit) {
  const text = hit.sections.map((section) => section.text).find(Boolean) ?? "";
  const word = wordsOf(text).find((one) => isFound(one, hit.words));
  const from = word && word.end > PASSAGE ? text.lastIndexOf(" ", word.start - PASSAGE / 3) + 1 : 0;
  const to = text.length - from > PASSAGE ? text.lastIndexOf(" ", from + PASSAGE) : text.length;
  return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

/**
 * @param {string} text
 * @param {Set<string>} words
 * @returns {(Node | string)[]} the text with the found words marked
 */
function marked(text, words) {
  const pieces = [];
  let from = 0;
  for (const word of wordsOf(text)) {
    if (word.start < from || !isFound(word, words)) continue;
    const mark = element("mark", "");
    mark.textContent = text.slice(word.start, word.end);
    pieces.push(text.slice(from, word.start), mark);
    from = word.end;
  }
  return [...pieces, text.slice(from)];
}

/**
 * @param {import("./words.js").Word} word
 * @param {Set<string>} words
 */
function isFound(word, words) {
  return words.has(word.text) || words.has(fold(word.text));
}

/**
 * @param {string} name
 * @param {string} names
 * @returns {HTMLElement}
 */
function element(name, names) {
  const made = document.createElement(name);
  if (names) made.className = names;
  return made;
}
