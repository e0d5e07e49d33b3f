/** Draws the blocks of a report. Everything is set as text: nothing in an answer or a file can become markup. */

import { element, svg } from "../../common/dom.js";
import { patch } from "../../common/patch.js";

/** @typedef {import("../types.js").Block} Block */
/** @typedef {import("../types.js").Bars} Bars */
/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("../types.js").Table} Table */

/**
 * Draw a report anew; what was unfolded stays so.
 * @param {HTMLElement} place
 * @param {Block[]} blocks
 * @param {import("../types.js").Context} page
 * @param {Node[]} last what stands under it
 */
export function redraw(place, blocks, { root, words }, ...last) {
  const unfolded = [...place.querySelectorAll("details")].filter((part) => part.open).map(({ dataset }) => dataset.part);
  const drawn = drawReport(blocks, { root: root.dataset.root ?? "", more: words.say("guide") });
  drawn.append(...last);
  drawn.querySelectorAll("details").forEach((part) => (part.open = unfolded.includes(part.dataset.part)));
  patch(place, drawn);
}

/**
 * @param {Block[]} blocks
 * @param {{ root: string, more: string }} page where the language's root is, and the words "read more"
 * @returns {DocumentFragment} the report; sections that are marked so start folded
 */
function drawReport(blocks, page) {
  const whole = document.createDocumentFragment();
  /** @type {Node} */
  let section = whole;
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 1) continue;
    if (block.kind === "heading" && block.level === 2) {
      section = block.folded ? whole.appendChild(folded(block.text)) : whole;
      if (block.folded) continue;
    }
    section.appendChild(draw(block, page));
  }
  return whole;
}

/** @param {Block} block @param {{ root: string, more: string }} page @returns {Node} */
function draw(block, page) {
  switch (block.kind) {
    case "heading": return element(block.level === 2 ? "h3" : "h4", {}, block.text);
    case "text": return element("p", {}, block.text);
    case "items": return element("ul", {}, ...block.items.map((item) => drawItem(item, page)));
    case "table": return drawTable(block);
    case "bars": return drawBars(block);
  }
}

/** @param {string} title by which it is known again, whatever a browser's translation makes of what is shown */
function folded(title) {
  return element("details", { class: "report__more", "data-part": title }, element("summary", {}, title));
}

/** @param {Item} item @param {{ root: string, more: string }} page */
function drawItem({ text, detail, page: guide }, { root, more }) {
  const entry = element("li", {}, detail || guide ? element("strong", {}, text) : text);
  if (detail) entry.append(element("br"), detail);
  if (guide) {
    const about = element("span", { class: "sr-only" }, `: ${text}`);
    entry.append(" ", element("a", { href: root + address(guide) }, more, about));
  }
  return entry;
}

/** @param {string} page as in the bank: "criteria.md#will" → "criteria/#will" */
function address(page) {
  return page.replace(/(?:index)?\.md/, "/").replace(/(^|\/)\/+/, "$1");
}

/** @param {Table} table */
function drawTable({ caption, columns, rows }) {
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = rows.map(([first = "", ...rest]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", {}, cell))));
  return element("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": caption },
    element("table", { class: "report__table" }, element("caption", {}, caption),
      element("thead", {}, head), element("tbody", {}, ...body)));
}

/** The bars of the parts, grouped into the criteria they belong to. @param {Bars} bars */
function drawBars({ bars, marks, groups }) {
  return element("div", { class: "bars" }, ...groups.map(({ id, low, high }) => {
    const own = bars.filter(({ group }) => group === id).map((bar) => drawBar(bar, marks));
    return element("div", { class: "bars__group", "data-criterion": id, "data-low": low, "data-high": high }, ...own);
  }));
}

/** @param {Bars["bars"][number]} bar @param {Bars["marks"]} marks */
function drawBar(bar, marks) {
  const track = svg("svg", { class: "bar__track", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "bar__whole", width: 100, height: 10 }),
    svg("rect", { class: "bar__open", x: bar.low, width: bar.high - bar.low, height: 10 }),
    svg("rect", { class: "bar__sure", width: bar.low, height: 10 }),
    ...marks.map((mark) => svg("path", { class: "bar__mark", d: `M${mark.value} 0V10` })));
  return element("div", { class: "bar", "data-half": bar.id, "data-low": bar.low, "data-high": bar.high },
    element("span", { class: "bar__label" }, bar.label), element("span", { class: "bar__text" }, bar.text), track);
}
