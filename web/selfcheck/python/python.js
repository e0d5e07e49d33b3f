/**
 * Python as the page sees it: idle, starting, ready or failed. Questions wait in a queue and are put one at a time;
 * should Python fall silent it is started anew, once, and asked again.
 */

import { Patience } from "./patience.js";

/** @typedef {import("./verified-loader.js").Progress} Progress */
/** @typedef {"snapshot" | "plain"} How */
/** @typedef {{ id: number, text: string, tries: number, resolve: (reply: any) => void, reject: (reason: unknown) => void }} Question */
/**
 * @typedef {{ patience: number, tell: (progress: Progress) => void }} Options patience: milliseconds of silence
 * after which a start or an answer is given up; tell: called as files arrive
 */

/** A start in which nothing has moved for this long is given up; a slow link moves. */
const PATIENCE = 60_000;
/** A worker that lives takes up a question at once: after this long without a word, it has ended. */
const TAKEN_UP = 5_000;
/** A question that was not answered this many times is at fault itself. */
const TRIES = 2;

export class Python {
  /** @type {"idle" | "starting" | "ready" | "failed"} */
  #state = "idle";
  #makeWorker;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<How>} of the start that is under way, or was last */
  #started = new Promise(() => {});
  #runtime = "";
  /** @type {Options} */
  #options = { patience: PATIENCE, tell: () => {} };
  /** @type {Question[]} the first one is being answered while Python is ready */
  #queue = [];
  #asked = 0;
  #silence = new Patience(() => this.#restart());

  /** @param {() => Worker} makeWorker a worker that runs worker.js; may throw */
  constructor(makeWorker) {
    this.#makeWorker = makeWorker;
  }

  get state() {
    return this.#state;
  }

  /**
   * Start Python from a snapshot of its memory or, should that fail, plainly in a fresh worker; rejects
   * when neither succeeds: with an error named "Unsupported" when trying again would be of no use. While a start
   * is under way, or after one that succeeded, it is that start.
   * @param {string} runtime absolute address of the runtime's folder
   * @param {Partial<Options>} [options]
   * @returns {Promise<How>} how it started
   */
  start(runtime, options = {}) {
    if (this.#state === "starting" || this.#state === "ready") return this.#started;
    this.#runtime = runtime;
    this.#options = { ...this.#options, ...options };
    return this.#begin();
  }

  /**
   * Ask Python, as soon as it answers. Rejects when it could not start, or has stopped and cannot be started anew.
   * @template T
   * @param {object} request as selfcheck/web.py describes
   * @returns {Promise<T>}
   */
  async ask(request) {
    if (this.#state === "failed") await this.#started;
    return new Promise((resolve, reject) => {
      this.#queue.push({ id: ++this.#asked, text: JSON.stringify(request), tries: 0, resolve, reject });
      if (this.#state === "ready" && this.#queue.length === 1) this.#putNext();
    });
  }

  #begin() {
    this.#state = "starting";
    this.#started = this.#launchEither();
    this.#started.then(() => this.#succeed(), (error) => this.#fail(error));
    return this.#started;
  }

  #succeed() {
    this.#state = "ready";
    this.#putNext();
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#state = "failed";
    this.#end();
    for (const { reject } of this.#queue.splice(0)) reject(error);
  }

  async #launchEither() {
    try {
      return await this.#launch("snapshot");
    } catch (error) {
      if (error instanceof Error && error.name === "Unsupported") throw error;
      // Whatever it was, it costs time only: the plain start needs none of it.
      return this.#launch("plain");
    }
  }

  /** @param {How} how @returns {Promise<How>} */
  #launch(how) {
    this.#end();
    return new Promise((resolve, reject) => {
      const worker = this.#worker = this.#makeWorker();
      const { patience } = this.#options;
      const silence = new Patience(() => reject(new Error("no sign of life")));
      worker.onerror = (event) => (silence.stop(), reject(new Error(event.message)));
      worker.onmessage = ({ data }) => {
        silence.stop();
        if (data.ready) {
          this.#listen(worker);
          resolve(how);
        } else if ("failed" in data) {
          reject(Object.assign(new Error(data.failed), data.unsupported && { name: "Unsupported" }));
        } else {
          silence.wait(patience);
          this.#options.tell(data);
        }
      };
      silence.wait(patience);
      worker.postMessage({ start: { runtime: this.#runtime, how } });
    });
  }

  /** @param {Worker} worker that has started */
  #listen(worker) {
    worker.onerror = () => this.#restart();
    worker.onmessage = ({ data }) => {
      const [question] = this.#queue;
      if ("failed" in data) this.#restart();
      else if (data.id !== question?.id) return;
      else if ("reply" in data) this.#accept(data.reply);
      else this.#silence.wait(this.#options.patience); // it is at work on it, however long that takes
    };
  }

  /** @param {string} reply to the question that is first */
  #accept(reply) {
    this.#silence.stop();
    this.#queue.shift()?.resolve(JSON.parse(reply));
    this.#putNext();
  }

  /** @returns {void} */
  #putNext() {
    const [question] = this.#queue;
    if (!question) return;
    if (question.tries++ >= TRIES) {
      this.#queue.shift();
      question.reject(new Error("no answer"));
      return this.#putNext();
    }
    this.#worker?.postMessage({ id: question.id, request: question.text });
    this.#silence.wait(Math.min(TAKEN_UP, this.#options.patience));
  }

  /** A browser that is short of memory, or has slept, may have ended the worker without a word. */
  #restart() {
    if (this.#state === "ready") this.#begin().catch(() => {}); // what waits is told by #fail
  }

  #end() {
    this.#silence.stop();
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
