/** Works out which roles a team has and which events they cover. Pure. */

/** @typedef {import("./types.js").Cell} Cell */
/** @typedef {import("./types.js").Coverage} Coverage */
/** @typedef {import("./types.js").Facts} Facts */
/** @typedef {import("./types.js").List} List */
/** @typedef {import("./types.js").Member} Member */
/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./types.js").Row} Row */
/** @typedef {import("./types.js").Team} Team */
/** @typedef {import("./types.js").Theme} Theme */

/**
 * @param {Member} member
 * @returns {boolean} whether anything has been said about this participant
 */
export function isFilled({ role, organisation, slots }) {
  return Boolean(role || organisation.trim() || slots.length);
}

/**
 * @param {Facts} facts
 * @param {Team} team
 * @returns {Coverage}
 */
export function coverage(facts, team) {
  const members = team.members.filter(isFilled);
  const theme = facts.themes.find(({ id }) => id === team.theme);
  const missing = {
    minimum: lacking(facts, "minimum", members, theme),
    recommended: lacking(facts, "recommended", members, theme),
    emphasised: lacking(facts, "emphasised", members, theme),
  };
  const rows = roleRows(facts, members, theme);
  const slots = facts.slots.map((slot, n) => ({
    slot,
    people: members.filter(({ slots }) => slots.includes(slot.id)).length,
    without: rows.filter(({ row }) => row.cells[n]?.state === "uncovered").map(({ role }) => role),
  }));
  return {
    people: members.length,
    missing,
    theme: theme ? themeCoverage(facts, theme, members) : null,
    slots,
    roles: rows.map(({ row }) => row),
    organisations: team.joint ? organisationRows(facts, members) : [],
    unplaced: team.joint ? unplaced(team.members) : [],
    levels: [
      ...(missing.minimum.length ? [] : [facts.levels.core]),
      ...(facts.levels.attendance && slots.every(({ people }) => people) ? [facts.levels.attendance] : []),
    ],
  };
}

/**
 * The roles of a list that nobody has. A role that only another theme needs is not missed.
 * @param {Facts} facts @param {List} list @param {Member[]} members @param {Theme | undefined} theme
 */
function lacking({ roles, themes }, list, members, theme) {
  const others = themes.filter((other) => other !== theme).map(({ role }) => role);
  return roles.filter((role) => role[list] && !others.includes(role.id) && !holders(role, members).length);
}

/** @param {{ id: string }} role @param {Member[]} members */
function holders({ id }, members) {
  return members.filter(({ role }) => role === id);
}

/**
 * A row for each role that is in the team, must be in it, or that the theme needs.
 * @param {Facts} facts @param {Member[]} members @param {Theme | undefined} theme
 * @returns {{ role: Role, row: Row }[]}
 */
function roleRows(facts, members, theme) {
  return facts.roles
    .filter((role) => role.minimum || role.id === theme?.role || holders(role, members).length)
    .map((role) => ({ role, row: roleRow(facts, role, holders(role, members)) }));
}

/**
 * Who knows a theme is asked to come to the theme's own events; to the others they may come.
 * @param {Facts} facts @param {Role} role @param {Member[]} own the participants in this role
 * @returns {Row}
 */
function roleRow({ slots, themes }, role, own) {
  const asked = themes.find((theme) => theme.role === role.id)?.slots;
  const cells = slots.map(({ id }) => {
    if (!own.length) return /** @type {Cell} */ ({ state: "absent", people: 0 });
    const cell = attended(id, own);
    return cell.people || !asked || asked.includes(id) ? cell : { ...cell, state: /** @type {const} */ ("optional") };
  });
  return { name: role.name, people: own.length, cells };
}

/** @param {string} slot @param {Member[]} members @returns {Cell} */
function attended(slot, members) {
  const people = members.filter(({ slots }) => slots.includes(slot)).length;
  return { state: people ? "covered" : "uncovered", people };
}

/** @param {Facts} facts @param {Theme} theme @param {Member[]} members */
function themeCoverage(facts, theme, members) {
  const own = members.filter(({ role }) => role === theme.role);
  const asked = facts.slots.filter(({ id }) => theme.slots.includes(id));
  return {
    adds: theme.adds,
    present: own.length > 0,
    away: asked.filter(({ id }) => !attended(id, own).people),
  };
}

/** @param {Facts} facts @param {Member[]} members @returns {Row[]} in the order of their first participants */
function organisationRows(facts, members) {
  const names = new Set(members.map(({ organisation }) => organisation.trim()).filter(Boolean));
  return [...names].map((name) => {
    const own = members.filter(({ organisation }) => organisation.trim() === name);
    return { name, people: own.length, cells: facts.slots.map(({ id }) => attended(id, own)) };
  });
}

/** @param {Member[]} members @returns {number[]} counted from 1, as the page numbers them */
function unplaced(members) {
  return members.flatMap((member, n) => (isFilled(member) && !member.organisation.trim() ? [n + 1] : []));
}
