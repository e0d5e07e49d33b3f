/** The team page: participants in rows, how the team stands, its calendar. Nothing is stored. */

import { find, onPress } from "../common/dom.js";
import { downloadText } from "../common/download.js";
import { LeaveWarning } from "../common/leave-warning.js";
import { chosenEvents } from "./calendar.js";
import { coverage, isFilled } from "./coverage.js";
import { drawResult } from "./coverage-view.js";
import { role, Rows } from "./rows.js";
import { speaker, status } from "./summary.js";

/** @typedef {import("./types.js").Facts} Facts */
/** @typedef {import("./types.js").List} List */
/** @typedef {import("./types.js").Member} Member */
/** @typedef {import("./types.js").Team} Team */

class Page {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Facts} */
    this.facts = JSON.parse(find(root, "#team-facts").textContent ?? "");
    this.say = speaker(this.facts.phrases);
    this.lang = root.dataset.lang ?? "fi";
    this.leaving = new LeaveWarning();
    this.form = /** @type {HTMLFormElement} */ (find(root, "form"));
    const template = /** @type {HTMLTemplateElement} */ (find(root, "template"));
    this.rows = new Rows(find(root, "[data-members]"), template, this.facts, this.lang);
  }

  open() {
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.rows.place.addEventListener("click", (event) => this.#onRow(event));
    onPress(this.root, "add", () => this.add());
    onPress(this.root, "minimum", () => this.start("minimum"));
    onPress(this.root, "recommended", () => this.start("recommended"));
    // Events that are over have no calendar, and no button for it.
    const calendar = this.root.querySelector('[data-action="calendar"]');
    calendar?.addEventListener("click", () => this.saveCalendar(this.team().members, this.say("calendar.team")));
    onPress(this.root, "print", () => window.print());
    onPress(this.root, "clear", () => this.clear());
    this.rows.add();
    this.changed();
    find(this.root, ".team-builder__live").hidden = false;
    this.root.dataset.state = "ready";
  }

  /** @returns {Team} what the form says now */
  team() {
    const chosen = new FormData(this.form);
    const joint = chosen.has("joint");
    const members = this.rows.members.map((member) => (joint ? member : { ...member, organisation: "" }));
    return { theme: String(chosen.get("theme") ?? ""), joint, members };
  }

  isFilled() {
    return this.rows.members.some(isFilled);
  }

  changed() {
    const team = this.team();
    const covered = coverage(this.facts, team);
    this.leaving.needed = this.isFilled();
    for (const part of this.root.querySelectorAll("[data-joint]")) part.toggleAttribute("hidden", !team.joint);
    this.root.toggleAttribute("data-filled", covered.people > 0);
    find(this.root, "[data-result]").replaceChildren(drawResult(covered, team, this.facts));
    this.#tell(".team-builder__status", status(covered, this.facts));
    this.#tell("[data-told]", "");
  }

  add() {
    role(this.rows.add()).focus();
    this.changed();
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const at = this.rows.all.indexOf(row);
    this.rows.remove(row);
    const next = this.rows.all[at] ?? this.rows.all[at - 1];
    (next ? role(next) : find(this.root, "[data-action=add]")).focus();
    this.changed();
    this.#tell("[data-told]", this.say("removed", { number: at + 1 }));
  }

  /** @param {List} list begin with one participant in each of its roles */
  start(list) {
    if (this.isFilled() && !confirm(this.say("start.sure"))) return;
    this.rows.replace(this.facts.roles.filter((known) => known[list]).map(({ id }) => id));
    this.changed();
    const [first] = this.rows.all;
    if (first) role(first).focus();
  }

  clear() {
    if (this.isFilled() && !confirm(this.say("clear.sure"))) return;
    this.form.reset();
    this.rows.replace([""]);
    this.changed();
    this.#tell("[data-told]", this.say("cleared"));
  }

  /**
   * Give the events that any of these participants comes to, out of the site's own calendar file.
   * @param {Member[]} members
   * @param {string} whose for the file's name
   */
  async saveCalendar(members, whose) {
    const slots = this.facts.slots.filter(({ id }) => members.some((member) => member.slots.includes(id)));
    if (!slots.length) return this.#tell("[data-told]", this.say("calendar.none"));
    try {
      const response = await fetch(this.root.dataset.calendar ?? "");
      if (!response.ok) throw new Error(String(response.status));
      const chosen = chosenEvents(await response.text(), slots.map(({ id }) => id), this.facts.round);
      downloadText(chosen, `soske-${this.facts.round}-${whose}.ics`, "text/calendar");
      this.#tell("[data-told]", this.say("calendar.saved", { slots: slots.map(({ name }) => name).join(", ") }));
    } catch {
      this.#tell("[data-told]", this.say("calendar.failed"));
    }
  }

  /** @param {Event} event a click somewhere among the rows */
  #onRow({ target }) {
    const button = target instanceof Element ? target.closest("[data-row-action]") : null;
    const row = this.rows.all.find((one) => button && one.contains(button));
    if (!row || !button) return;
    const at = this.rows.all.indexOf(row);
    const action = button.getAttribute("data-row-action");
    if (action === "remove") return this.remove(row);
    if (action === "calendar") {
      this.saveCalendar(this.team().members.slice(at, at + 1), String(at + 1));
    } else {
      this.rows.tickAll(row);
      this.changed();
    }
  }

  /** @param {string} selector @param {string} text */
  #tell(selector, text) {
    const place = find(this.root, selector);
    if (place.textContent !== text) place.textContent = text;
  }
}

const root = document.getElementById("team-builder");
if (root) new Page(root).open();
