/**
 * Carries everything from one language to another: it is put into the tab's session storage when a language is
 * chosen, and taken out on arrival. Nothing stays behind, wherever the click leads: not when it opens another tab,
 * when the page stays, when everything is cleared or when the reader goes elsewhere.
 */

/** @typedef {import("../types.js").Sheet} Sheet */
/** @typedef {import("../types.js").Named} Named */
/**
 * The answers, what was chosen by itself, the files loaded beside them, and the copy on the device if this tab keeps one.
 * @typedef {{
 *   sheet: Sheet, branches: import("./branches.js").BranchState,
 *   people: Named[], earlier: Named | null, kept: string | null,
 * }} TransferState
 * @typedef {TransferState & { target: string, time: number }} Stored for which page, and when
 */

const KEY = "soske-selfcheck-transfer";
/** Milliseconds that a chosen language may take to answer; after them the page is still here, and so are the answers. */
const LEFT_BY_THEN = 60_000;
/** Milliseconds after which nobody comes to take up what was stored; a slow link may take minutes. */
const TOO_OLD = 600_000;

/** Stores everything whenever a language link is followed on this tab. */
export class SessionTransfer {
  #form;
  #collect;
  #target = "";
  /** Ends what waits for this transfer. */
  #waiting = new AbortController();

  /** @param {import("./form.js").Form} form @param {() => TransferState} collect */
  constructor(form, collect) {
    this.#form = form;
    this.#collect = collect;
    for (const link of document.querySelectorAll("a[data-language]")) {
      link.addEventListener("click", (event) => {
        if (link instanceof HTMLAnchorElement && opensHere(/** @type {MouseEvent} */ (event))) this.#begin(pageOf(link.href));
      });
    }
    form.addEventListener("cleared", () => this.#cancel());
  }

  /** @param {string} target the page that is opened now */
  #begin(target) {
    this.#cancel();
    this.#target = target;
    if (!this.#store()) return this.#cancel(); // the page's own warning protects the answers
    this.#form.leaving.passOnce();
    const { signal } = this.#waiting;
    let others = 0;
    addEventListener("beforeunload", () => others++ && this.#cancel(), { signal }); // the first one is this transfer's own
    addEventListener("pagehide", () => this.#store(), { signal }); // the answers may have changed meanwhile
    addEventListener("pageshow", () => this.#cancel(), { signal });
    const late = setTimeout(forget, LEFT_BY_THEN);
    signal.addEventListener("abort", () => clearTimeout(late));
  }

  /** @returns {boolean} whether there was room, at least for the answers */
  #store() {
    const state = this.#collect();
    const stamp = { target: this.#target, time: Date.now() };
    return put({ ...state, ...stamp }) || put({ ...state, ...stamp, people: [], earlier: null });
  }

  #cancel() {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    forget();
  }
}

/** @returns {TransferState | null} what the page before has stored for this one, if it did so just now */
export function takeTransferred() {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    /** @type {Stored | null} */
    const stored = text && JSON.parse(text);
    const age = Date.now() - (stored?.time ?? 0);
    return stored?.target === pageOf(location.href) && Math.abs(age) < TOO_OLD ? stored : null;
  } catch {
    return null;
  }
}

/** @param {MouseEvent} event @returns {boolean} whether a click on a link opens it in this tab */
function opensHere({ button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }) {
  return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey || defaultPrevented);
}

/** @param {string} address @returns {string} it without what stands after the path */
function pageOf(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** @param {Stored} state @returns {boolean} */
function put(state) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
}

function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden, nothing was stored.
  }
}
