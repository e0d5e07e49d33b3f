/**
 * Keeps the answers on this device: only after a click, then every change too. Tabs never overwrite one
 * another: a tab writes only over what it wrote or opened itself, else the reader chooses.
 */

import { replaceAnswers } from "../answers/replace-answers.js";
import { find, onPress } from "../../common/dom.js";
import { askToPersist } from "../../common/persistence.js";
import * as store from "../answers/device-copy.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Read} Read */
/** @typedef {import("../types.js").Refusal} Refusal */

export class KeepPanel {
  #page;
  #panel;
  /** @type {string | null} the copy as this tab last wrote or opened it; null while it keeps none */
  lastWritten = null;

  /** @param {Context} page */
  constructor(page) {
    this.#page = page;
    this.#panel = find(page.root, "[data-panel=keep]");
    onPress(this.#panel, "keep", () => this.#save());
    onPress(this.#panel, "forget", () => this.#delete());
    page.form.addEventListener("changed", () => this.#follow());
    page.form.addEventListener("cleared", () => this.#forget());
    addEventListener("storage", ({ key }) => (key === store.KEY || key === null) && this.#onExternalChange());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#onExternalChange());
  }

  /** @param {string | null} lastWritten what the tab kept before the language was changed */
  resume(lastWritten) {
    const raw = store.kept();
    this.lastWritten = lastWritten !== null && raw === lastWritten ? lastWritten : null;
    if (this.lastWritten) this.#page.form.unsaved = false;
    else this.#offer();
    this.#show();
  }

  #save() {
    askToPersist();
    const raw = store.kept();
    if (raw === null || raw === this.lastWritten) this.#write("keep.saved");
    else this.#conflict();
  }

  /** A change of the answers is kept as well, if they are. */
  #follow() {
    if (this.lastWritten === null) return;
    const raw = store.kept();
    if (raw === this.lastWritten) this.#write();
    else this.#onExternalChange();
  }

  /** @param {string} [phrase] what to say about it */
  #write(phrase) {
    const { form, words, notices } = this.#page;
    this.lastWritten = store.keep(form.datedSheet());
    if (this.lastWritten === null) notices.refuse([words.say("keep.failed")]);
    else {
      form.unsaved = false;
      notices.withdraw("keep");
      if (phrase) notices.say(phrase);
    }
    this.#show();
  }

  async #open() {
    const raw = store.kept();
    if (raw === null) return this.#show();
    const { engine, notices, words, form } = this.#page;
    const { clearings } = form;
    /** @type {Read | Refusal} */
    const reply = await engine.ask({ op: "read", text: store.opened(raw).text });
    if (form.clearings !== clearings) return;
    if ("faults" in reply) {
      notices.refuse(reply.faults, words.say("keep.refused"));
      return this.#offer();
    }
    this.lastWritten = null;
    replaceAnswers(this.#page, reply.sheet, "keep.opened");
    this.lastWritten = raw;
    form.unsaved = false;
    this.#show();
  }

  /** Something else is kept now than what this tab kept. */
  #onExternalChange() {
    const raw = store.kept();
    const { notices } = this.#page;
    if (this.lastWritten !== null && raw !== this.lastWritten) {
      this.lastWritten = null;
      this.#page.form.unsaved = !this.#page.form.isEmpty;
      if (raw === null) notices.say("keep.gone");
      else this.#conflict();
    } else if (this.lastWritten === null) this.#offer();
    this.#show();
  }

  #conflict() {
    this.#page.notices.offer("keep", this.#say("keep.conflict"), [
      [this.#say("keep.mine"), () => this.#write("keep.saved")],
      [this.#say("keep.theirs"), () => this.#open()],
    ]);
  }

  /** Offer what is kept to a reader who has come back. */
  #offer() {
    if (store.kept() === null) return this.#page.notices.withdraw("keep");
    this.#page.notices.offer("keep", this.#say("keep.there"), [
      [this.#say("keep.open"), () => this.#open()],
      [this.#say("keep.remove"), () => this.#delete()],
    ]);
  }

  #delete() {
    if (this.lastWritten === null && !confirm(this.#say("keep.delete.sure"))) return this.#offer();
    this.#forget();
    this.#page.form.unsaved = !this.#page.form.isEmpty;
    this.#page.notices.say("keep.deleted");
  }

  #forget() {
    this.lastWritten = null;
    store.forget();
    this.#page.notices.withdraw("keep");
    this.#show();
  }

  #show() {
    const there = store.kept() !== null;
    const state = this.lastWritten ? "keep.now" : there ? "keep.there" : "keep.none";
    find(this.#panel, "[data-kept]").textContent = this.#say(state);
    find(this.#panel, "[data-action=keep]").hidden = this.lastWritten !== null;
    find(this.#panel, "[data-action=forget]").hidden = !there;
  }

  /** @param {string} phrase */
  #say(phrase) {
    const raw = store.kept();
    const saved = raw === null ? null : store.opened(raw).saved;
    return this.#page.words.say(phrase, { time: saved ? this.#page.words.time(saved) : "–" });
  }
}
