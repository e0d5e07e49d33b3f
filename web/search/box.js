/**
 * The search box. What it searches is fetched when a reader first turns to it, from the site itself;
 * what is typed stays in the page. The theme shows its panel while a hidden checkbox is checked.
 */

import { drawHit } from "./results.js";

/** @typedef {{ library: import("./library.js").Library, search: typeof import("./ranking.js").search }} Engine */

const SHOWN = 20;
/** Milliseconds after which a reader has stopped typing for a moment. */
const PAUSE = 150;

/** Connect the page's search box, if it has one. */
export function connectSearch() {
  const panel = document.querySelector(".md-search");
  const box = document.getElementById("__search");
  if (panel instanceof HTMLElement && box instanceof HTMLInputElement) new SearchBox(panel, box).connect();
}

class SearchBox {
  /** @type {Promise<Engine> | null} */
  #engine = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon;

  /**
   * @param {HTMLElement} panel
   * @param {HTMLInputElement} box
   */
  constructor(panel, box) {
    this.box = box;
    this.panel = panel;
    this.form = /** @type {HTMLFormElement} */ (panel.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (panel.querySelector("input"));
    this.status = /** @type {HTMLElement} */ (panel.querySelector("[role=status]"));
    this.list = /** @type {HTMLElement} */ (panel.querySelector("ol"));
    this.index = new URL(this.form.dataset.index ?? "", document.baseURI);
  }

  connect() {
    this.input.addEventListener("focus", () => this.#open(true));
    this.input.addEventListener("input", () => this.#answerSoon());
    this.form.addEventListener("submit", (event) => this.#follow(event));
    this.form.addEventListener("reset", () => setTimeout(() => this.#answer()));
    this.list.addEventListener("click", () => this.#open(false));
    this.panel.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** @param {boolean} open */
  #open(open) {
    if (this.box.checked !== open) this.box.click();
    if (open) this.#engine ??= this.#load();
    this.#engine?.catch(() => {}); // told once there is a question
  }

  /** Answer when the reader pauses: each letter alone would be work for nothing, and chatter for who listens. */
  #answerSoon() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#answer(), PAUSE);
    this.list.ariaBusy = "true";
  }

  /** @returns {Promise<Engine>} */
  async #load() {
    const [{ makeLibrary }, { search }, answer] = await Promise.all([
      import("./library.js"),
      import("./ranking.js"),
      fetch(this.index),
    ]);
    if (!answer.ok) throw new Error(`${this.index} ${answer.status}`);
    return { library: makeLibrary(await answer.json()), search };
  }

  /** Show what answers the words that stand in the box once all is there. */
  async #answer() {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#open(true);
    const engine = await this.#engine?.catch(() => null);
    if (this.#soon) return; // more has been typed
    this.list.ariaBusy = "false";
    if (!engine) return this.#failed();
    const query = this.input.value;
    const hits = engine.search(engine.library, query);
    const root = new URL("..", this.index);
    this.list.replaceChildren(...hits.slice(0, SHOWN).map((hit) => drawHit(hit, root)));
    this.status.textContent = this.#told(query.trim() !== "", hits.length);
  }

  #failed() {
    this.#engine = null;
    this.status.textContent = this.status.dataset.failed ?? "";
  }

  /**
   * @param {boolean} asked
   * @param {number} count
   */
  #told(asked, count) {
    const { hint, none, one, some } = this.status.dataset;
    if (!asked) return hint ?? "";
    return (count === 0 ? none : count === 1 ? one : some?.replace("#", String(count))) ?? "";
  }

  /**
   * Enter goes to the first page found; before there is one, the box waits for words.
   *
   * @param {Event} event
   */
  async #follow(event) {
    event.preventDefault();
    if (this.list.ariaBusy === "true") await this.#answer();
    const first = this.list.querySelector("a");
    if (first) first.click();
    else this.input.focus();
  }

  /**
   * Arrows walk through the box and the links. Escape closes (buttons.js), so focus leaves the list first.
   *
   * @param {KeyboardEvent} event
   */
  #walk(event) {
    if (event.key === "Escape") this.input.focus();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [this.input, ...this.list.querySelectorAll("a")];
    const next = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement)) + step;
    stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
    event.preventDefault();
  }
}
