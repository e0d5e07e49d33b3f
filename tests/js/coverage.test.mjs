// Which roles a team has and which events they cover.
import assert from "node:assert/strict";
import { test } from "node:test";

import { coverage, isFilled } from "../../web/team/coverage.js";

const role = (id, list = {}) => ({ id, name: id, minimum: false, recommended: false, emphasised: false, ...list });
const FACTS = {
  round: "2030", phrases: {},
  roles: [
    role("sector", { minimum: true, recommended: true }),
    role("management", { minimum: true }),
    role("finance", { emphasised: true }),
    role("employment", { recommended: true }),
    role("nature", { recommended: true }),
  ],
  slots: ["kick-off", "workshop", "closing"].map((id) => ({ id, title: id, name: id, when: "", day: "", clock: "" })),
  themes: [
    { id: "work", role: "employment", slots: ["workshop"], adds: "adds" },
    { id: "green", role: "nature", slots: ["workshop"], adds: "adds" },
  ],
  levels: { core: { number: "1", level: 2, text: "", href: "" }, attendance: { number: "2", level: 2, text: "", href: "" } },
};
const member = (id, slots = [], organisation = "") => ({ role: id, organisation, slots });
const covered = (members, { theme = "", joint = false } = {}) => coverage(FACTS, { theme, joint, members });
const ids = (roles) => roles.map(({ id }) => id);
const states = ({ cells }) => cells.map(({ state }) => state);
const ALL = ["kick-off", "workshop", "closing"];

test("an empty row is nobody; anything said makes it somebody", () => {
  assert.ok(!isFilled(member("")) && !isFilled(member("", [], "  ")));
  assert.ok(isFilled(member("sector")) && isFilled(member("", ["closing"])) && isFilled(member("", [], "A")));
  assert.equal(covered([member(""), member("sector")]).people, 1);
});

test("roles that nobody has are missing from their lists, those of another theme are not", () => {
  const { missing } = covered([member("sector")], { theme: "work" });

  assert.deepEqual(ids(missing.minimum), ["management"]);
  assert.deepEqual(ids(missing.recommended), ["employment"]);
  assert.deepEqual(ids(missing.emphasised), ["finance"]);
});

test("an event tells how many come and which roles of the team do not", () => {
  const { slots, roles } = covered([member("sector", ALL), member("sector", ["closing"]), member("management", ["kick-off"])]);

  assert.deepEqual(slots.map(({ people }) => people), [2, 1, 2]);
  assert.deepEqual(slots.map(({ without }) => ids(without)), [[], ["management"], ["management"]]);
  assert.deepEqual(roles.map(states), [["covered", "covered", "covered"], ["covered", "uncovered", "uncovered"]]);
  assert.deepEqual(roles[0].cells.map(({ people }) => people), [1, 1, 2]);
});

test("a role of the minimum that nobody has is absent, not away", () => {
  const { roles } = covered([member("sector", ALL)]);

  assert.deepEqual(states(roles[1]), ["absent", "absent", "absent"]);
});

test("who knows the theme is asked to its own events alone", () => {
  const away = covered([member("employment", ["kick-off"])], { theme: "work" });
  assert.deepEqual(ids(away.theme.away), ["workshop"]);
  assert.deepEqual(states(away.roles.at(-1)), ["covered", "uncovered", "optional"]);

  const there = covered([member("employment", ["workshop"])], { theme: "work" });
  assert.ok(there.theme.present && there.theme.away.length === 0);
  assert.ok(!covered([], { theme: "work" }).theme.present);
  assert.equal(covered([]).theme, null);
});

test("joint applicants are told by organisation; who names none is told by number", () => {
  const members = [member("sector", ALL, " A "), member("", []), member("management", ["closing"], "A"), member("finance", [])];
  const { organisations, unplaced } = covered(members, { joint: true });

  assert.deepEqual(organisations.map(({ name, people }) => [name, people]), [["A", 2]]);
  assert.deepEqual(states(organisations[0]), ["covered", "covered", "covered"]);
  assert.deepEqual(unplaced, [4]);
  assert.deepEqual(covered(members).organisations, []);
});

test("a level of the self-check is quoted only while it holds", () => {
  const numbers = (members) => covered(members).levels.map(({ number }) => number);

  assert.deepEqual(numbers([member("sector")]), []);
  assert.deepEqual(numbers([member("sector"), member("management")]), ["1"]);
  assert.deepEqual(numbers([member("finance", ALL)]), ["2"]);
  assert.deepEqual(numbers([member("sector", ALL), member("management")]), ["1", "2"]);
});
