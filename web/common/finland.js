/** The days of the calendar of Finland, by which the rounds run. */

/** Writes ISO dates; made once, as that takes longer than an answer. */
const IN_FINLAND = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" });

/** @param {Date} now @returns {string} the ISO date by the calendar of Finland */
export function dayInFinland(now) {
  return IN_FINLAND.format(now);
}
