/** The participants' rows of the form: what they say, adding and removing them. */

import { capital } from "./coverage-view.js";

/** @typedef {import("./types.js").Facts} Facts */
/** @typedef {import("./types.js").Member} Member */

/** A role that is in no list. */
export const OTHER = "other";

export class Rows {
  /**
   * @param {HTMLElement} place where the rows stand
   * @param {HTMLTemplateElement} template of one row
   * @param {Facts} facts
   * @param {string} lang
   */
  constructor(place, template, facts, lang) {
    this.place = place;
    this.template = template;
    this.facts = facts;
    this.lang = lang;
  }

  /** @returns {HTMLElement[]} */
  get all() {
    return /** @type {HTMLElement[]} */ ([...this.place.children]);
  }

  /** @returns {Member[]} */
  get members() {
    return this.all.map((row) => ({
      role: role(row).value,
      organisation: organisation(row).value,
      slots: slots(row).filter(({ checked }) => checked).map(({ value }) => value),
    }));
  }

  /** @param {string} [id] role to begin with @returns {HTMLElement} the new row */
  add(id = "") {
    const row = this.template.content.firstElementChild?.cloneNode(true);
    if (!(row instanceof HTMLElement)) throw new Error("team: the template has no row");
    this.place.append(row);
    role(row).append(...this.#options());
    role(row).value = id;
    this.#number();
    return row;
  }

  /** @param {HTMLElement} row */
  remove(row) {
    row.remove();
    this.#number();
  }

  /** @param {string[]} roles one new row for each, instead of all that there are */
  replace(roles) {
    this.place.replaceChildren();
    for (const id of roles) this.add(id);
  }

  /** @param {HTMLElement} row tick every event; when all are ticked, none */
  tickAll(row) {
    const every = slots(row).every(({ checked }) => checked);
    for (const slot of slots(row)) slot.checked = !every;
  }

  #options() {
    const { phrases, roles } = this.facts;
    const named = roles.map(({ id, name }) => new Option(capital(name, this.lang), id));
    return [new Option(phrases["role.choose"], ""), ...named, new Option(phrases["role.other"], OTHER)];
  }

  /** Name every row, its group of events and its buttons by the participant's number. */
  #number() {
    this.all.forEach((row, n) => {
      const name = (this.facts.phrases.member ?? "").replace("{number}", String(n + 1));
      const legend = row.querySelector("legend");
      if (legend) legend.textContent = name;
      row.querySelector("[role=group]")?.setAttribute("aria-label", `${this.facts.phrases.slots}: ${name}`);
      for (const words of row.querySelectorAll("button .sr-only")) words.textContent = ` ${name}`;
    });
  }
}

/** @param {HTMLElement} row */
export function role(row) {
  return /** @type {HTMLSelectElement} */ (row.querySelector("select"));
}

/** @param {HTMLElement} row */
function organisation(row) {
  return /** @type {HTMLInputElement} */ (row.querySelector("input[name=organisation]"));
}

/** @param {HTMLElement} row @returns {HTMLInputElement[]} */
function slots(row) {
  return [...row.querySelectorAll("input[name=slot]")].filter((slot) => slot instanceof HTMLInputElement);
}
