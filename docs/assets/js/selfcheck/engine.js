/** Starts Python, shows how far that is, and asks it. */

import { days } from "./days.js";
import { find, onPress } from "./dom.js";
import { Python } from "./python.js";

/** @typedef {import("./types.js").Refusal} Refusal */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./words.js").Words} Words */

/** An event "ready" tells that Python answers. */
export class Engine extends EventTarget {
  #root;
  #words;
  #notices;
  #python = new Python();
  /** @type {Promise<"memory" | "plain">} settles once Python answers; asking waits for it */
  #started = new Promise(() => {});

  /** @param {HTMLElement} root @param {Words} words @param {Notices} notices */
  constructor(root, words, notices) {
    super();
    this.#root = root;
    this.#words = words;
    this.#notices = notices;
    onPress(root, "retry", () => this.start());
  }

  get state() {
    return this.#root.dataset.state;
  }

  start() {
    this.#enter("loading");
    this.#started = this.#python.start(new URL(this.#root.dataset.runtime ?? "", location.href).href);
    this.#started.then(
      (how) => {
        this.#root.dataset.start = how;
        performance.mark("selfcheck:interactive");
        this.#enter("ready");
        this.dispatchEvent(new Event("ready"));
      },
      () => this.#enter("error"),
    );
  }

  /**
   * Ask Python, once it answers. When it could not start, the reply says so as a fault.
   * @template T
   * @param {object} request as selfcheck/web.py describes, without the language and the days
   * @returns {Promise<T | Refusal>}
   */
  async ask(request) {
    try {
      await this.#started;
    } catch {
      return { faults: [this.#words.say("failed")] };
    }
    return this.#python.ask({ ...request, ...days(this.#root), lang: this.#root.dataset.lang });
  }

  /** @param {"loading" | "ready" | "error"} state */
  #enter(state) {
    this.#root.dataset.state = state;
    find(this.#root, "[data-action=retry]").hidden = state !== "error";
    if (state === "error") this.#notices.say("failed");
    else this.#notices.follow(state);
  }
}
