/** Python as the page sees it: start it once, then ask it. */

/** A start that has said nothing for this long is given up: without the right policy it hangs silently. */
const PATIENCE = 60_000;

export class Python {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, (reply: string) => void>} */
  #waiting = new Map();
  #asked = 0;

  /**
   * Start Python from the picture of its memory or, should that fail, plainly in a fresh worker; rejects
   * when neither succeeds in time.
   * @param {string} runtime absolute address of the runtime's folder
   * @returns {Promise<"memory" | "plain">} how it started
   */
  async start(runtime) {
    try {
      return await this.#launch(runtime, "memory");
    } catch {
      // Whatever it was, it costs time only: the plain start needs none of it.
      return this.#launch(runtime, "plain");
    }
  }

  /**
   * @template {"memory" | "plain"} How
   * @param {string} runtime
   * @param {How} how
   * @returns {Promise<How>}
   */
  #launch(runtime, how) {
    this.#worker?.terminate();
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
      this.#worker = worker;
      const giveUp = setTimeout(() => reject(new Error("no answer")), PATIENCE);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => {
        if (data.id) return this.#answer(data);
        clearTimeout(giveUp);
        if (data.ready) resolve(how);
        else reject(new Error(data.failed));
      };
      worker.postMessage({ runtime, how });
    });
  }

  /**
   * Ask Python; only after start() has succeeded.
   * @template T
   * @param {object} request as selfcheck/web.py describes
   * @returns {Promise<T>}
   */
  ask(request) {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, (reply) => resolve(JSON.parse(reply)));
      this.#worker?.postMessage({ id, request: JSON.stringify(request) });
    });
  }

  /** @param {{ id: number, reply: string }} message */
  #answer({ id, reply }) {
    this.#waiting.get(id)?.(reply);
    this.#waiting.delete(id);
  }
}
