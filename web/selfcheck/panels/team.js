/** Several people's answers: their answer files side by side, and merged into one. */

import { readFile, saveSheet } from "../answers/answer-files.js";
import { find, findInput, onPress } from "../../common/dom.js";
import { receive } from "../answers/drop.js";
import { replaceAnswers } from "../answers/replace-answers.js";
import { printAlone } from "../result/printing.js";
import { redraw } from "../result/report.js";
import { fileEntry } from "./file-entry.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Named} Named */
/** @typedef {import("../types.js").Merged} Merged */
/** @typedef {import("../types.js").Refusal} Refusal */

export class TeamPanel {
  #page;
  #panel;
  #include;
  #partners;
  /** Whether the reader has said how to merge. */
  #told = false;
  /** @type {Named[]} */
  people = [];
  /** @type {Merged | null} */
  #merged = null;
  #asked = 0;

  /** @param {Context} page */
  constructor(page) {
    this.#page = page;
    this.#panel = /** @type {HTMLDetailsElement} */ (find(page.root, "[data-panel=team]"));
    this.#include = findInput(this.#panel, "[name=include]");
    this.#partners = findInput(this.#panel, "[name=partners]");
    receive(find(this.#panel, ".drop"), (files) => this.add(files));
    this.#include.addEventListener("change", () => this.refresh(true));
    this.#partners.addEventListener("change", () => {
      this.#told = true;
      this.refresh(true);
    });
    this.#panel.addEventListener("toggle", () => this.refresh(false));
    onPress(this.#panel, "use-merged", () => this.#use());
    onPress(this.#panel, "save-merged", () => this.#save());
    onPress(this.#panel, "print-team", () => printAlone(page.root, "team"));
    page.form.addEventListener("changed", () => this.#panel.open && this.#include.checked && this.refresh(false));
    page.form.addEventListener("cleared", () => this.resume([]));
  }

  /** Take the good ones of the files; the others are named with what is wrong. @param {File[]} files */
  async add(files) {
    const { words, notices } = this.#page;
    const faults = [];
    for (const file of files) {
      const reply = await readFile(this.#page, file);
      if (!reply) return;
      if ("faults" in reply) faults.push(...reply.faults);
      else this.people.push({ name: file.name, sheet: reply.sheet });
    }
    notices.refuse(faults, faults.length ? words.say("team.refused") : "");
    this.#list();
    await this.refresh(true);
  }

  /** @param {Named[]} people as another page of the site handed them over */
  resume(people) {
    this.people = people;
    this.#told = false;
    this.#panel.open = people.length > 0;
    this.#list();
    this.refresh(false);
  }

  /** @param {Named} person */
  #remove(person) {
    this.people = this.people.filter((other) => other !== person);
    this.#list();
    findInput(this.#panel, "input[type=file]").focus();
    this.refresh(false);
    this.#page.notices.say("file.removed", { name: person.name });
  }

  #list() {
    const entries = this.people.map((person) => fileEntry(person, this.#page.words, () => this.#remove(person)));
    find(this.#panel, "[data-files]").replaceChildren(...entries);
    find(this.#panel, "[data-files-title]").hidden = entries.length === 0;
  }

  /** @returns {import("../types.js").Sheet[]} everyone's sheets */
  #sheets() {
    const { form } = this.#page;
    const own = this.#include.checked && !form.isEmpty ? [form.datedSheet()] : [];
    return [...this.people.map(({ sheet }) => sheet), ...own];
  }

  /** Draw what is there now, merged. @param {boolean} tell whether to say so */
  async refresh(tell) {
    const asked = ++this.#asked;
    const sheets = this.#sheets();
    if (sheets.length < 2) return this.#show(null);
    if (!this.#panel.open) return;
    /** @type {Merged | Refusal} */
    const reply = await this.#page.engine.ask({ op: "merge", sheets, ...this.#how() });
    if (asked !== this.#asked) return;
    if ("faults" in reply) return this.#page.notices.refuse(reply.faults);
    this.#partners.checked = reply.as === "partners";
    this.#show(reply);
    const said = reply.as === "partners" ? "team.joined" : "team.merged";
    if (tell) this.#page.notices.say(said, { people: reply.people, differ: reply.differ });
  }

  /** Until the reader says how, the names of the organisations tell. @returns {{ as?: string }} */
  #how() {
    return this.#told ? { as: this.#partners.checked ? "partners" : "colleagues" } : {};
  }

  /** @param {Merged | null} merged */
  #show(merged) {
    this.#merged = merged;
    redraw(find(this.#panel, ".report"), merged?.report ?? [], this.#page);
    find(this.#panel, "[data-merged]").hidden = !merged;
    find(this.#panel, "[data-more]").hidden = !!merged || !this.#sheets().length;
  }

  /** Once merged, the form no longer holds one person's answers. */
  #use() {
    if (!this.#merged) return;
    this.#include.checked = false;
    replaceAnswers(this.#page, this.#merged.sheet, "team.used");
    this.refresh(false);
  }

  #save() {
    if (!this.#merged) return;
    saveSheet(this.#merged.sheet);
    this.#page.notices.say("saved");
  }
}
