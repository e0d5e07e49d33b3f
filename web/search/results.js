/** Draws what was found: each page with its best passage, and links to the sections that answer. */

import { element } from "../common/dom.js";
import { fold, wordsOf } from "./tokens.js";

/**
 * @typedef {import("./ranking.js").Hit} Hit
 * @typedef {import("./library.js").Section} Section
 */

const PASSAGE = 180;
const SECTIONS = 3;

/**
 * @param {Hit} hit
 * @param {URL} root where the language's pages begin
 * @returns {HTMLElement}
 */
export function drawHit(hit, root) {
  const first = hit.page.sections[0];
  const link = element("a", { class: "md-search-result__link search-hit__page", href: address(first, root) },
    element("span", { class: "search-hit__title" }, ...marked(first.title, hit.words)),
    element("span", { class: "search-hit__passage" }, ...marked(passageOf(hit), hit.words)));
  const item = element("li", { class: "md-search-result__item search-hit" }, link);
  const sections = hit.sections.filter((section) => section !== first).slice(0, SECTIONS);
  if (sections.length > 0) item.append(drawSections(sections, hit.words, root));
  return item;
}

/**
 * @param {Section[]} sections
 * @param {Set<string>} words
 * @param {URL} root
 */
function drawSections(sections, words, root) {
  const links = sections.map((section) =>
    element("a", { class: "search-hit__section", href: address(section, root) }, ...marked(section.title, words)));
  return element("ul", { class: "search-hit__sections" }, ...links.map((link) => element("li", {}, link)));
}

/** @param {Section} section @param {URL} root */
function address(section, root) {
  return new URL(section.location, root).href;
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
    pieces.push(text.slice(from, word.start), element("mark", {}, text.slice(word.start, word.end)));
    from = word.end;
  }
  return [...pieces, text.slice(from)];
}

/**
 * @param {import("./tokens.js").Word} word
 * @param {Set<string>} words
 */
function isFound(word, words) {
  return words.has(word.text) || words.has(fold(word.text));
}
