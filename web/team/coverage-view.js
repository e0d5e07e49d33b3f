/** Draws how a team stands: in words, as tables, and which answers of the self-check it amounts to. */

import { element } from "../common/dom.js";
import { lines, speaker } from "./summary.js";

/** @typedef {import("./types.js").Cell} Cell */
/** @typedef {import("./types.js").Coverage} Coverage */
/** @typedef {import("./types.js").Facts} Facts */
/** @typedef {import("./types.js").Level} Level */
/** @typedef {import("./types.js").Row} Row */
/** @typedef {import("./types.js").Slot} Slot */
/** @typedef {import("./types.js").Team} Team */

/** @typedef {ReturnType<typeof speaker>} Say */

/**
 * @param {Coverage} coverage
 * @param {Team} team
 * @param {Facts} facts
 * @returns {DocumentFragment}
 */
export function drawResult(coverage, team, facts) {
  const say = speaker(facts.phrases);
  const drawn = document.createDocumentFragment();
  if (!coverage.people) return drawn;
  drawn.append(drawLines(coverage, facts), peopleTable(team, facts));
  drawn.append(coverageTable(say("table"), say("role"), coverage.roles, coverage, facts));
  if (coverage.organisations.length) {
    drawn.append(coverageTable(say("table.organisations"), say("organisation"), coverage.organisations, coverage, facts));
  }
  drawn.append(...coverage.levels.map((level) => drawLevel(level, say)));
  return drawn;
}

/** @param {Coverage} coverage @param {Facts} facts */
function drawLines(coverage, facts) {
  const items = lines(coverage, facts).map(({ label, text, gap }) =>
    element("div", { class: gap ? "team-lines__gap" : "team-lines__good" }, element("dt", {}, label), element("dd", {}, text)));
  return element("dl", { class: "facts team-lines" }, ...items);
}

/**
 * @param {string} caption @param {string} first heading of the first column
 * @param {Row[]} rows @param {Coverage} coverage @param {Facts} facts
 */
function coverageTable(caption, first, rows, { slots }, facts) {
  const say = speaker(facts.phrases);
  const lang = document.documentElement.lang;
  const body = rows.map(({ name, cells }) =>
    element("tr", {}, element("th", { scope: "row" }, capital(name, lang)), ...cells.map((cell, n) => drawCell(cell, facts.slots[n]?.name ?? "", say))));
  const total = element("tr", { class: "team-table__total" }, element("th", { scope: "row" }, say("total")),
    ...slots.map(({ slot, people }) => element("td", { "data-slot": slot.name }, String(people))));
  return table(caption, "team-table", [first, ...facts.slots.map(heading)], [...body, total]);
}

/** @param {Cell} cell @param {string} slot said again beside the cell where the columns do not fit @param {Say} say */
function drawCell({ state, people }, slot, say) {
  const words = state === "covered" && people > 1 ? say("cell.several", { people }) : say(`cell.${state}`);
  return element("td", { class: `team-table__cell team-table__cell--${state}`, "data-slot": slot }, element("span", {}, words));
}

/**
 * The participants as they were filled in, for paper: there a table reads better than a form.
 * @param {Team} team @param {Facts} facts
 */
function peopleTable({ joint, members }, facts) {
  const say = speaker(facts.phrases);
  const lang = document.documentElement.lang;
  const rows = members.map(({ role, organisation, slots }, n) => {
    const name = facts.roles.find(({ id }) => id === role)?.name ?? say(role ? "role.other" : "role.none");
    const cells = [...(joint ? [organisation] : []), ...facts.slots.map(({ id }) => (slots.includes(id) ? say("comes") : "–"))];
    return element("tr", {}, element("th", { scope: "row" }, `${n + 1}. ${capital(name, lang)}`), ...cells.map((cell) => element("td", {}, cell)));
  });
  const head = [say("people"), ...(joint ? [say("organisation")] : []), ...facts.slots.map(heading)];
  const drawn = table(say("people"), "team-table", head, rows);
  drawn.classList.add("team-builder__people");
  return drawn;
}

/** @param {string} caption @param {string} kind @param {(Node | string)[]} head @param {Node[]} rows */
function table(caption, kind, head, rows) {
  const columns = head.map((column) => element("th", { scope: "col" }, column));
  return element("div", { class: "table-scroll", role: "region", "aria-label": caption, tabindex: "0" },
    element("table", { class: kind }, element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...columns)), element("tbody", {}, ...rows)));
}

/** @param {Slot} slot */
function heading({ name, day, clock }) {
  const whole = document.createDocumentFragment();
  const [date, time] = [day, clock].map((part) => element("span", { class: "team-sheet__when" }, part));
  whole.append(name, " ", date ?? "", " ", time ?? "");
  return whole;
}

/** @param {Level} level @param {Say} say */
function drawLevel({ number, level, text, href }, say) {
  return element("p", { class: "team-builder__level" }, say("level", { number, level, text }), " ",
    element("a", { href }, say("level.link", { number })));
}

/** @param {string} text @param {string} lang */
export function capital(text, lang) {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}
