/**
 * What the team page's parts exchange. Facts come from macros/pages/team_builder.py.
 *
 * @typedef {"minimum" | "recommended" | "emphasised"} List one of the organisers' lists of roles
 * @typedef {{ id: string, name: string, minimum: boolean, recommended: boolean, emphasised: boolean }} Role
 * @typedef {{ id: string, title: string, name: string, when: string, day: string, clock: string }} Slot a joint
 *   event of the round; `name` is its title without what it is about
 * @typedef {{ id: string, role: string, slots: string[], adds: string }} Theme
 * @typedef {{ number: string, level: number, text: string, href: string }} Level of the self-check
 * @typedef {{
 *   round: string, roles: Role[], slots: Slot[], themes: Theme[],
 *   levels: { core: Level, attendance?: Level }, phrases: Record<string, string>,
 * }} Facts
 *
 * @typedef {{ role: string, organisation: string, slots: string[] }} Member role is "" until chosen
 * @typedef {{ theme: string, joint: boolean, members: Member[] }} Team
 *
 * @typedef {"covered" | "uncovered" | "absent" | "optional"} State
 * @typedef {{ state: State, people: number }} Cell
 * @typedef {{ name: string, people: number, cells: Cell[] }} Row one cell for each slot
 * @typedef {{
 *   people: number,
 *   missing: Record<List, Role[]>,
 *   theme: { adds: string, present: boolean, away: Slot[] } | null,
 *   slots: { slot: Slot, people: number, without: Role[] }[],
 *   roles: Row[],
 *   organisations: Row[],
 *   unplaced: number[],
 *   levels: Level[],
 * }} Coverage `unplaced` are the numbers of joint applicants' participants without an organisation
 */

export {};
