/** Starts Python, shows how far that is, and asks it. */

import { days } from "./days.js";
import { find, onPress } from "../../common/dom.js";
import { SCRIPTS } from "../../common/root.js";
import { trusted } from "../../common/trusted.js";
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
  #python = new Python(() => new Worker(trusted(new URL("selfcheck/worker.js", SCRIPTS)), { type: "module" }));
  /** Whether Python has answered on this page. */
  #hasStarted = false;
  /** What the reader was told when Python could not be asked. */
  #failure = "";

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
    const started = this.#python.start(new URL(runtime, location.href).href, {
      ...(patience && { patience: Number(patience) }),
      tell: (progress) => this.#loading.show(progress),
    });
    started.then((how) => this.#succeed(how), (error) => this.#fail(error));
  }

  /** @param {import("./python.js").How} how */
  #succeed(how) {
    this.#loading.end();
    this.#hasStarted = true;
    this.#notices.retract(this.#failure);
    this.#root.dataset.start = how;
    performance.mark("selfcheck:interactive");
    this.#enter("ready");
    this.dispatchEvent(new Event("ready"));
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#loading.end();
    this.#enter("error");
    this.#failure = this.#words.say(this.#phrase(error));
    this.#notices.tell(this.#failure);
  }

  /** @param {unknown} error @returns {string} the phrase that tells of it */
  #phrase(error) {
    if (error instanceof Error && error.name === "Unsupported") return "failed.unsupported";
    return this.#hasStarted ? "failed.stopped" : "failed";
  }

  /**
   * Ask Python, once it answers. When it could not start, or has stopped for good, the reply says so as a fault, and
   * that nothing was judged.
   * @template T
   * @param {object} request as selfcheck/web.py describes, without the language and the days
   * @returns {Promise<T | Refusal>}
   */
  async ask(request) {
    this.want();
    try {
      return await this.#python.ask({ ...request, ...days(this.#root), lang: this.#root.dataset.lang });
    } catch (error) {
      if (this.state === "ready") this.#fail(error);
      return { faults: [this.#words.say(this.#phrase(error))], unasked: true };
    }
  }

  /** @param {"loading" | "ready" | "error"} state */
  #enter(state) {
    this.#root.dataset.state = state;
    find(this.#root, "[data-action=retry]").hidden = state !== "error";
    if (state !== "error") this.#notices.follow(state);
  }
}
