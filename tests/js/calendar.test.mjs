// Chosen events are taken out of the site's own calendar file as they stand.
import assert from "node:assert/strict";
import { test } from "node:test";

import { chosenEvents } from "../../web/team/calendar.js";

const entry = (uid) => `BEGIN:VEVENT\r\n${uid}\r\nSUMMARY:BEGIN:VEVENT inside\r\nEND:VEVENT\r\n`;
const HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki\r\nEND:VTIMEZONE\r\n";
const FOOT = "END:VCALENDAR\r\n";
const FIRST = entry("UID:2030-kick-off@example.org");
const SECOND = entry("UID:2030-work\r\n shop@example.org"); // folded, as long lines are
const CALENDAR = HEAD + FIRST + SECOND + FOOT;

test("what is chosen stays, in its order, and so does all that is no event", () => {
  assert.equal(chosenEvents(CALENDAR, ["workshop"], "2030"), HEAD + SECOND + FOOT);
  assert.equal(chosenEvents(CALENDAR, ["workshop", "kick-off"], "2030"), CALENDAR);
});

test("an event that the calendar lacks is an error, not a shorter calendar", () => {
  assert.throws(() => chosenEvents(CALENDAR, ["kick-off", "closing"], "2030"), /2030-closing/);
  assert.throws(() => chosenEvents(CALENDAR, ["kick-off"], "2031"), /2031-kick-off/);
});

test("something else in the file's place is refused", () => {
  assert.throws(() => chosenEvents("<html>", ["kick-off"], "2030"), /not a calendar/);
});

test("a file whose lines end otherwise is read too", () => {
  const bare = CALENDAR.replaceAll("\r\n", "\n");
  assert.equal(chosenEvents(bare, ["kick-off"], "2030"), (HEAD + FIRST + FOOT).replaceAll("\r\n", "\n"));
});
