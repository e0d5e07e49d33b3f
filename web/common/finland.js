/** The days of the calendar of Finland, by which the rounds run. */

/** Made once, as that takes longer than an answer. */
const IN_FINLAND = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Helsinki", calendar: "gregory", numberingSystem: "latn", year: "numeric", month: "2-digit", day: "2-digit",
});

/** @param {Date} now @returns {string} the ISO date by the calendar of Finland */
export function dayInFinland(now) {
  const parts = Object.fromEntries(IN_FINLAND.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}
