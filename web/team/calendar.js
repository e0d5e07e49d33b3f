/** Takes chosen events out of the site's own calendar file (iCalendar, RFC 5545). Pure. */

const EVENT = /^BEGIN:VEVENT\r?\n[^]*?^END:VEVENT\r?\n/gm;

/**
 * @param {string} calendar the whole file
 * @param {string[]} events ids of the facts; an entry's UID is `<round>-<event>@<host>`
 * @param {string} round
 * @returns {string} the same file with these events only
 * @throws when the text is no calendar, or lacks one of the events
 */
export function chosenEvents(calendar, events, round) {
  if (!/^BEGIN:VCALENDAR\r?\n/.test(calendar)) throw new Error("not a calendar");
  const wanted = new Set(events.map((event) => `${round}-${event}`));
  const chosen = calendar.replace(EVENT, (entry) => (wanted.delete(nameOf(entry)) ? entry : ""));
  if (wanted.size) throw new Error(`the calendar has no ${[...wanted].join(", ")}`);
  return chosen;
}

/** @param {string} entry @returns {string} what stands before the host in its UID */
function nameOf(entry) {
  const unfolded = entry.replace(/\r?\n[ \t]/g, "");
  return /^UID:([^@\r\n]*)/m.exec(unfolded)?.[1] ?? "";
}
