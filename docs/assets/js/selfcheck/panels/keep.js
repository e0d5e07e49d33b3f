/**
 * Keeps the answers on this device: only after a click, then every change too. Tabs never overwrite one
 * another: a tab writes only over what it wrote or opened itself, else the reader chooses.
 */

import { bring } from "../answers.js";
import { find, onPress } from "../../dom.js";
import * as store from "../store.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Read} Read */
/** @typedef {import("../types.js").Refusal} Refusal */

export class Keep {
  #page;
  #panel;
  /** @type {string | null} the copy as this tab last wrote or opened it; null while it keeps none */
  own = null;

  /** @param {Context} page */
  constructor(page) {
    this.#page = page;
    this.#panel = find(page.root, "[data-panel=keep]");
    onPress(this.#panel, "keep", () => this.#save());
    onPress(this.#panel, "forget", () => this.#delete());
    page.form.addEventListener("changed", () => this.#follow());
    page.form.addEventListener("cleared", () => this.#forget());
    addEventListener("storage", ({ key }) => (key === store.KEY || key === null) && this.#elsewhere());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#elsewhere());
  }

  /** @param {string | null} own what the tab kept before the language was changed */
  resume(own) {
    const raw = store.kept();
    this.own = own !== null && raw === own ? own : null;
    if (this.own) this.#page.form.unsaved = false;
    else this.#offer();
    this.#show();
  }

  #save() {
    const raw = store.kept();
    if (raw === null || raw === this.own) this.#write("keep.saved");
    else this.#conflict();
  }

  /** A change of the answers is kept as well, if they are. */
  #follow() {
    if (this.own === null) return;
    const raw = store.kept();
    if (raw === this.own) this.#write();
    else this.#elsewhere();
  }

  /** @param {string} [phrase] what to say about it */
  #write(phrase) {
    const { form, words, notices } = this.#page;
    this.own = store.keep(form.datedSheet());
    if (this.own === null) notices.refuse([words.say("keep.failed")]);
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
    /** @type {Read | Refusal} */
    const reply = await engine.ask({ op: "read", text: store.opened(raw).text });
    if ("faults" in reply) {
      notices.refuse(reply.faults, words.say("keep.refused"));
      return this.#offer();
    }
    this.own = null;
    bring(this.#page, reply.sheet, "keep.opened");
    this.own = raw;
    form.unsaved = false;
    this.#show();
  }

  /** Something else is kept now than what this tab kept. */
  #elsewhere() {
    const raw = store.kept();
    const { notices } = this.#page;
    if (this.own !== null && raw !== this.own) {
      this.own = null;
      this.#page.form.unsaved = !this.#page.form.isEmpty;
      if (raw === null) notices.say("keep.gone");
      else this.#conflict();
    } else if (this.own === null) this.#offer();
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
    if (this.own === null && !confirm(this.#say("keep.delete.sure"))) return this.#offer();
    this.#forget();
    this.#page.form.unsaved = !this.#page.form.isEmpty;
    this.#page.notices.say("keep.deleted");
  }

  #forget() {
    this.own = null;
    store.forget();
    this.#page.notices.withdraw("keep");
    this.#show();
  }

  #show() {
    const there = store.kept() !== null;
    const state = this.own ? "keep.now" : there ? "keep.there" : "keep.none";
    find(this.#panel, "[data-kept]").textContent = this.#say(state);
    find(this.#panel, "[data-action=keep]").hidden = this.own !== null;
    find(this.#panel, "[data-action=forget]").hidden = !there;
  }

  /** @param {string} phrase */
  #say(phrase) {
    const raw = store.kept();
    const saved = raw === null ? null : store.opened(raw).saved;
    return this.#page.words.say(phrase, { time: saved ? this.#page.words.time(saved) : "–" });
  }
}
