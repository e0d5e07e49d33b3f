/**
 * The state of the round is worked out when the site is built; a reader may come later. This says the
 * same for the reader's own day, by the calendar of Finland.
 */

import { dayInFinland } from "../common/finland.js";

/** @param {Date} now */
export function showRoundState(now) {
  const today = dayInFinland(now);
  for (const notice of document.querySelectorAll("[data-closes][data-ends]")) {
    if (!(notice instanceof HTMLElement)) continue;
    const state = stateOn(today, notice.dataset);
    for (const text of notice.querySelectorAll("[data-state]")) {
      text.toggleAttribute("hidden", text.getAttribute("data-state") !== state);
    }
  }
}

/**
 * The same rule as Round.state in macros/model/rounds.py.
 * @param {string} today an ISO date, as are the days of the round
 * @param {DOMStringMap} round
 */
export function stateOn(today, { opens = "", closes = "", starts = "", ends = "" }) {
  if (today < opens) return "coming";
  if (today <= closes) return "open";
  if (today < starts) return "closed";
  return today <= ends ? "running" : "past";
}
