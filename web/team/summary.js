/** Says in words how a team stands. Pure. */

import { phrase } from "../common/phrases.js";

/** @typedef {import("./types.js").Coverage} Coverage */
/** @typedef {import("./types.js").Facts} Facts */
/** @typedef {import("./types.js").Level} Level */
/** @typedef {import("./types.js").List} List */
/** @typedef {import("./types.js").Role} Role */

/** @typedef {{ label: string, text: string, gap: boolean }} Line */

const LISTS = /** @type {const} */ (["minimum", "recommended", "emphasised"]);

/**
 * @param {import("../common/phrases.js").Phrases} phrases
 * @returns {(key: string, values?: import("../common/phrases.js").Values) => string} fills a phrase's braces
 */
export function speaker(phrases) {
  return (key, values) => phrase(phrases, key, values);
}

/**
 * @param {Coverage} coverage
 * @param {Facts} facts
 * @returns {Line[]} one for each list, the theme, the organisations, and each event
 */
export function lines(coverage, facts) {
  const say = speaker(facts.phrases);
  return [
    ...LISTS.map((list) => listLine(list, coverage.missing[list], say)),
    ...themeLines(coverage, say),
    ...organisationLines(coverage, facts, say),
    ...coverage.slots.map(({ slot, people, without }) => ({
      label: slot.title,
      text: !people ? say("slot.nobody") : without.length ? say("slot.without", { roles: names(without) }) : say("slot.covered"),
      gap: !people || without.length > 0,
    })),
  ];
}

/**
 * @param {Coverage} coverage
 * @param {Facts} facts
 * @returns {string} the same in one line, for those who hear it as it changes
 */
export function status({ people, missing, slots }, facts) {
  const say = speaker(facts.phrases);
  if (!people) return say("empty");
  const lacking = missing.minimum.length ? names(missing.minimum) : say("none");
  const nobody = slots.filter(({ people }) => !people).map(({ slot }) => slot.name);
  return say("status", { people, roles: lacking, slots: nobody.join(", ") || say("none") });
}

/** @param {List} list @param {Role[]} missing @param {ReturnType<typeof speaker>} say @returns {Line} */
function listLine(list, missing, say) {
  const text = missing.length ? say(`${list}.missing`, { roles: names(missing) }) : say("complete");
  return { label: say(`list.${list}.label`), text, gap: missing.length > 0 };
}

/** @param {Coverage} coverage @param {ReturnType<typeof speaker>} say @returns {Line[]} */
function themeLines({ theme }, say) {
  if (!theme) return [];
  const away = theme.away.map(({ name }) => name).join(", ");
  const text = !theme.present ? theme.adds : away ? say("theme.away", { slots: away }) : say("theme.present");
  return [{ label: say("theme"), text, gap: !theme.present || away !== "" }];
}

/** @param {Coverage} coverage @param {Facts} facts @param {ReturnType<typeof speaker>} say @returns {Line[]} */
function organisationLines({ organisations, unplaced }, { slots }, say) {
  const told = organisations.map(({ name, people, cells }) => {
    const away = slots.filter((_, n) => cells[n]?.state === "uncovered").map(({ name }) => name);
    const text = away.length ? say("organisation.away", { people, slots: away.join(", ") }) : say("organisation.there", { people });
    return { label: say("organisation.label", { name }), text, gap: away.length > 0 };
  });
  if (!unplaced.length) return told;
  return [...told, { label: say("organisation"), text: say("unplaced", { numbers: unplaced.join(", ") }), gap: true }];
}

/** @param {Role[]} roles */
function names(roles) {
  return roles.map(({ name }) => name).join(", ");
}
