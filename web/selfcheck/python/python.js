/** Python as the page sees it: start it, then ask it. Should it fall silent, it is started anew. */

import { SCRIPTS } from "../../common/root.js";
import { trusted } from "../../common/trusted.js";

/** @typedef {import("./verified-loader.js").Progress} Progress */
/** @typedef {{ text: string, tries: number, resolve: (reply: any) => void, reject: (reason: Error) => void }} Question */
/**
 * @typedef {{ patience: number, tell: (progress: Progress) => void }} Options patience: milliseconds of silence
 * after which a start or an answer is given up; tell: called as files arrive
 */

/** A start in which nothing has moved for this long is given up; a slow link moves. */
const PATIENCE = 60_000;
/** Answers take milliseconds: after this long without one, Python has ended. */
const ANSWER = 5_000;
/** A question that was not answered this many times is at fault itself. */
const TRIES = 2;

export class Python {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, Question>} */
  #waiting = new Map();
  #asked = 0;
  #runtime = "";
  /** @type {Options} */
  #options = { patience: PATIENCE, tell: () => {} };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silence;

  /**
   * Start Python from a snapshot of its memory or, should that fail, plainly in a fresh worker; rejects
   * when neither succeeds: with an error named "Unsupported" when trying again would be of no use.
   * @param {string} runtime absolute address of the runtime's folder
   * @param {Partial<Options>} [options]
   * @returns {Promise<"snapshot" | "plain">} how it started
   */
  async start(runtime, options = {}) {
    this.#runtime = runtime;
    this.#options = { ...this.#options, ...options };
    try {
      return await this.#launch("snapshot");
    } catch (error) {
      if (error instanceof Error && error.name === "Unsupported") throw error;
      // Whatever it was, it costs time only: the plain start needs none of it.
      return this.#launch("plain");
    }
  }

  /**
   * Ask Python; only after start() has succeeded. Rejects when it has stopped and cannot be started anew.
   * @template T
   * @param {object} request as selfcheck/web.py describes
   * @returns {Promise<T>}
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(++this.#asked, { text: JSON.stringify(request), tries: 0, resolve, reject });
      this.#post(this.#asked);
    });
  }

  /**
   * @template {"snapshot" | "plain"} How
   * @param {How} how
   * @returns {Promise<How>}
   */
  #launch(how) {
    this.#worker?.terminate();
    return new Promise((resolve, reject) => {
      const worker = new Worker(trusted(new URL("selfcheck/worker.js", SCRIPTS)), { type: "module" });
      this.#worker = worker;
      const wait = () => this.#wait(() => reject(new Error("no sign of life")));
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => {
        clearTimeout(this.#silence);
        if (data.ready) {
          this.#listen(worker);
          resolve(how);
        } else if ("failed" in data) {
          reject(Object.assign(new Error(data.failed), data.unsupported && { name: "Unsupported" }));
        } else {
          wait();
          this.#options.tell(data);
        }
      };
      wait();
      worker.postMessage({ runtime: this.#runtime, how });
    });
  }

  /** @param {Worker} worker that has started */
  #listen(worker) {
    worker.onerror = () => this.#revive();
    worker.onmessage = ({ data }) => {
      if (!data.id) return this.#revive();
      clearTimeout(this.#silence);
      const question = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (this.#waiting.size) this.#expect();
      question?.resolve(JSON.parse(data.reply));
    };
  }

  /** @param {number} id */
  #post(id) {
    const question = this.#waiting.get(id);
    if (!question) return;
    if (question.tries++ >= TRIES) {
      this.#waiting.delete(id);
      question.reject(new Error("no answer"));
      return;
    }
    this.#worker?.postMessage({ id, request: question.text });
    this.#expect();
  }

  #expect() {
    this.#wait(() => this.#revive(), Math.min(ANSWER, this.#options.patience));
  }

  /** A browser that is short of memory, or has slept, may have ended the worker without a word. */
  async #revive() {
    try {
      await this.start(this.#runtime);
      [...this.#waiting.keys()].forEach((id) => this.#post(id));
    } catch (error) {
      const lost = [...this.#waiting.values()];
      this.#waiting.clear();
      lost.forEach(({ reject }) => reject(/** @type {Error} */ (error)));
    }
  }

  /** @param {() => void} giveUp @param {number} [patience] */
  #wait(giveUp, patience = this.#options.patience) {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(giveUp, patience);
  }
}
