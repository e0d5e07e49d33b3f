/** Starts Python, shows how far that is, and asks it. */

import { days } from "./days.js";
import { find, onPress } from "../../common/dom.js";
import { LoadingBar } from "./loading-bar.js";
import { Python } from "./python.js";
import { whenWanted } from "./when-wanted.js";

/** @typedef {import("../types.js").Refusal} Refusal */
/** @typedef {import("../notices.js").Notices} Notices */
/** @typedef {import("../words.js").Words} Words */

/** An event "ready" tells that Python answers. */
export class Engine extends EventTarget {
  #root;
  #words;
  #notices;
  #loading;
  #python = new Python();
  /** @type {Promise<"snapshot" | "plain">} settles once Python answers; asking waits for it */
  #started = new Promise(() => {});

  /** @param {HTMLElement} root @param {Words} words @param {Notices} notices */
  constructor(root, words, notices) {
    super();
    this.#root = root;
    this.#words = words;
    this.#notices = notices;
    this.#loading = new LoadingBar(root);
    onPress(root, "retry", () => {
      notices.forget();
      this.#start();
    });
    whenWanted(root, () => this.want());
  }

  get state() {
    return this.#root.dataset.state;
  }

  /** Start Python, unless that has been tried: after a failure it is for the reader to try again. */
  want() {
    if (this.state === "static") this.#start();
  }

  #start() {
    const { runtime = "", patience } = this.#root.dataset;
    this.#enter("loading");
    this.#loading.begin();
    this.#started = this.#python.start(new URL(runtime, location.href).href, {
      ...(patience && { patience: Number(patience) }),
      tell: (progress) => this.#loading.show(progress),
    });
    this.#started.then((how) => this.#succeed(how), (error) => this.#fail(error));
  }

  /** @param {"snapshot" | "plain"} how */
  #succeed(how) {
    this.#loading.end();
    this.#root.dataset.start = how;
    performance.mark("selfcheck:interactive");
    this.#enter("ready");
    this.dispatchEvent(new Event("ready"));
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#loading.end();
    this.#enter("error");
    this.#notices.say(failure(error));
  }

  /**
   * Ask Python, once it answers. When it could not start, or has stopped for good, the reply says so as a fault.
   * @template T
   * @param {object} request as selfcheck/web.py describes, without the language and the days
   * @returns {Promise<T | Refusal>}
   */
  async ask(request) {
    this.want();
    try {
      await this.#started;
      return await this.#python.ask({ ...request, ...days(this.#root), lang: this.#root.dataset.lang });
    } catch (error) {
      if (this.state === "ready") this.#fail(error);
      return { faults: [this.#words.say(failure(error))] };
    }
  }

  /** @param {"loading" | "ready" | "error"} state */
  #enter(state) {
    this.#root.dataset.state = state;
    find(this.#root, "[data-action=retry]").hidden = state !== "error";
    if (state !== "error") this.#notices.follow(state);
  }
}

/** @param {unknown} error @returns {string} the phrase that tells of it */
function failure(error) {
  return error instanceof Error && error.name === "Unsupported" ? "failed.unsupported" : "failed";
}
