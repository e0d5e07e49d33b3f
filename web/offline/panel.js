/** The panel that keeps the site on the device, or removes it. Nothing is kept without the click. */

import { find, onPress } from "../common/dom.js";
import { askToPersist } from "../common/persistence.js";
import { phrase } from "../common/phrases.js";
import { ROOT } from "../common/root.js";
import { trusted } from "../common/trusted.js";
import { fetchFiles, KEPT, NoSpace, published, show, tidy } from "./cache.js";

/** @typedef {import("./types.js").Amount} Amount */
/** @typedef {import("./types.js").Manifest} Manifest */

/** @typedef {"off" | "working" | "on" | "impossible"} Mode */

const WORKER = new URL("service-worker.js", ROOT);

class Panel {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.lang = root.dataset.lang ?? "fi";
    /** @type {Record<string, string>} */
    this.phrases = JSON.parse(find(root, "script").textContent ?? "{}");
    this.stop = new AbortController();
  }

  async open() {
    onPress(this.root, "keep-site", () => this.keep());
    onPress(this.root, "cancel-keeping", () => this.stop.abort());
    onPress(this.root, "remove-site", () => this.remove());
    await this.#showState();
    if (this.root.dataset.state !== "impossible") await tidy();
    if (this.root.dataset.state === "off") this.#sizeWhenSeen();
  }

  /** Fetch everything, then register the worker that answers from it. */
  async keep() {
    this.stop = new AbortController();
    this.#enter("working");
    find(this.root, "[data-action=cancel-keeping]").focus();
    this.#tell("working");
    let size = 0;
    try {
      const manifests = await this.#offered();
      size = manifests[0]?.bytes ?? 0;
      await navigator.locks.request(KEPT.busy, () => this.#fetch(manifests));
      askToPersist();
      await this.#showState();
      this.#tell("done");
      find(this.root, "[data-action=remove-site]").focus();
    } catch (error) {
      await this.#showState();
      this.#tell(this.stop.signal.aborted ? "cancelled" : error instanceof NoSpace ? "space" : "failed", {
        size: this.#megabytes(size),
      });
      find(this.root, "[data-action=keep-site]").focus();
    }
  }

  /** Forget every language, and the worker. */
  async remove() {
    await navigator.locks.request(KEPT.busy, async () => {
      await (await ours())?.unregister();
      await KEPT.forget();
    });
    await this.#showState();
    this.#tell("removed");
    find(this.root, "[data-action=keep-site]").focus();
  }

  /** This language and those that are kept already: what they share must be of one version. */
  async #offered() {
    const { current } = await KEPT.read();
    return Promise.all([...new Set([this.lang, ...Object.keys(current)])].map(published));
  }

  /** @param {Manifest[]} manifests */
  async #fetch(manifests) {
    for (const manifest of manifests) {
      await fetchFiles(manifest, (amount) => this.#progress(amount), this.stop.signal);
    }
    await show(manifests);
    await this.#register();
  }

  async #register() {
    try {
      await navigator.serviceWorker.register(trusted(WORKER), { scope: ROOT.pathname });
      await navigator.serviceWorker.ready;
    } catch (error) {
      await KEPT.forget();
      throw error;
    }
  }

  /** Show what is kept now. */
  async #showState() {
    try {
      if (!navigator.locks) throw new Error("no locks");
      const { current } = await KEPT.read();
      const registered = await ours();
      this.#enter(registered && current[this.lang] ? "on" : "off");
      find(this.root, "[data-action=remove-site]").hidden = !registered;
    } catch {
      // Old browsers have no such things, insecure connections and private windows refuse them.
      this.#enter("impossible");
    }
  }

  /** The list of files tells how much there is to fetch; it is asked for when someone looks here. */
  #sizeWhenSeen() {
    const watcher = new IntersectionObserver(async ([entry]) => {
      if (!entry?.isIntersecting) return;
      watcher.disconnect();
      const manifest = await published(this.lang).catch(() => null);
      if (manifest && this.root.dataset.state === "off") {
        find(this.root, "[data-size]").textContent = this.#phrase("size", { size: this.#megabytes(manifest.bytes) });
      }
    });
    watcher.observe(this.root);
  }

  /** @param {Mode} mode */
  #enter(mode) {
    this.root.dataset.state = mode;
    find(this.root, "[data-text]").textContent = this.#phrase(mode);
    find(this.root, "[data-action=keep-site]").hidden = mode !== "off";
    for (const part of ["[data-action=cancel-keeping]", "[data-progress]"]) find(this.root, part).hidden = mode !== "working";
    find(this.root, "[data-action=remove-site]").hidden = mode !== "on";
    if (mode !== "off") find(this.root, "[data-size]").textContent = "";
  }

  /** Shown to those who look; who listens is told at the beginning and at the end. @param {Amount} amount */
  #progress({ files, bytes, allFiles, allBytes }) {
    const bar = /** @type {HTMLProgressElement} */ (find(this.root, "progress"));
    bar.max = allBytes || 1;
    bar.value = allBytes ? bytes : 1;
    find(this.root, "[data-amount]").textContent = this.#phrase("amount", {
      files, all: allFiles, bytes: this.#megabytes(bytes), size: this.#megabytes(allBytes),
    });
  }

  /** @param {number} bytes */
  #megabytes(bytes) {
    return (bytes / 1e6).toLocaleString(this.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }

  /** @param {string} phrase @param {Record<string, string | number>} [values] */
  #tell(phrase, values) {
    find(this.root, "[role=status]").textContent = this.#phrase(`told.${phrase}`, values);
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  #phrase(key, values) {
    return phrase(this.phrases, key, values);
  }
}

/** @returns {Promise<ServiceWorkerRegistration | undefined>} this site's own, when another may share the host */
async function ours() {
  const all = await navigator.serviceWorker.getRegistrations();
  return all.find(({ scope }) => scope === ROOT.href);
}

const root = document.getElementById("offline-panel");
if (root) new Panel(root).open();
