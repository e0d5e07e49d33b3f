/**
 * What is kept of the site on the device, as its pages and its service worker see it: files in one cache, each under
 * the hash of its content, and beside them which addresses they stand for.
 */

/** @typedef {import("./types.js").State} State */

export class KeptSite {
  #root;
  #state;

  /** @param {URL} root where the site begins */
  constructor(root) {
    this.#root = root;
    /** The cache's name, and that of the lock of whoever changes what is shown. */
    this.name = `soske-offline ${root.pathname}`;
    /** The lock of whoever is fetching or removing files. */
    this.busy = `${this.name} busy`;
    this.#state = new URL("offline/state", root).href;
  }

  /** @returns {Promise<Cache>} */
  open() {
    return caches.open(this.name);
  }

  /** @param {string} hash @returns {string} the address under which a file is kept */
  place(hash) {
    return new URL(`offline/files/${hash}`, this.#root).href;
  }

  /** @param {string} hash @returns {Promise<Response | undefined>} */
  file(hash) {
    return caches.match(this.place(hash), { cacheName: this.name });
  }

  /** @returns {Promise<State>} */
  async read() {
    const kept = await caches.match(this.#state, { cacheName: this.name });
    return kept ? kept.json() : { current: {}, next: {}, previous: {} };
  }

  /** @param {State} state */
  async write(state) {
    await (await this.open()).put(this.#state, Response.json(state));
  }

  async forget() {
    await caches.delete(this.name);
  }

  /** Remove the files that no kept language needs; without any, the whole cache. Only for who holds the busy lock. */
  async sweep() {
    const editions = Object.values(await this.read()).flatMap((edition) => Object.values(edition));
    if (!editions.length) return this.forget();
    const needed = new Set(editions.flatMap(({ files }) => Object.values(files).map(([hash]) => this.place(hash))));
    const cache = await this.open();
    const spare = (await cache.keys()).filter(({ url }) => url !== this.#state && !needed.has(url));
    await Promise.all(spare.map((request) => cache.delete(request)));
  }
}
