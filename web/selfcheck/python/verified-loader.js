/**
 * The runtime's files on their way: counted as they arrive, and checked against manifest.json, which lists the
 * length and SHA-256 of each. The runtime's folder is named after the list's own SHA-256.
 */

import { sha256 } from "../../common/sha256.js";

/** @typedef {{ loaded: number, total: number }} Progress */

/** How often to tell how far it is, in milliseconds. */
const PACE = 100;
const TYPES = /** @type {Record<string, string>} */ ({ wasm: "application/wasm" });

export class VerifiedLoader {
  /** Rejects when a file is missing, cut off or damaged; never resolves. @type {Promise<never>} */
  failure;
  #names;
  #tell;
  #list;
  #loaded = 0;
  #told = 0;
  /** @type {Promise<unknown>[]} */
  #checks = [];
  /** @type {(reason: unknown) => void} */
  #fail = () => {};

  /**
   * @param {string} runtime address of the runtime's folder
   * @param {string[]} names of the files that will be loaded, for the total
   * @param {(progress: Progress) => void} tell
   */
  constructor(runtime, names, tell) {
    this.runtime = runtime;
    this.#names = names;
    this.#tell = tell;
    this.failure = new Promise((_, reject) => (this.#fail = reject));
    this.#list = this.#watched(this.#readList());
  }

  /** @param {string} name @returns {Promise<ArrayBuffer>} the file, whole and as listed */
  file(name) {
    return this.#watched(this.#fetch(name).then((response) => this.#check(name, response)));
  }

  /**
   * @param {string} name
   * @returns {Promise<Response>} the file as it arrives; whether it is as listed is known later, by verified()
   */
  stream(name) {
    return this.#watched(this.#fetch(name).then((response) => {
      this.#checks.push(this.#watched(this.#check(name, response.clone())));
      const type = TYPES[name.split(".").at(-1) ?? ""];
      if (!type || response.headers.get("Content-Type") === type) return response;
      return new Response(response.body, { headers: { "Content-Type": type } });
    }));
  }

  /** Resolves once every file so far has been found to be as listed. */
  verified() {
    return Promise.all(this.#checks);
  }

  /** @template T @param {Promise<T>} promise */
  #watched(promise) {
    promise.catch((reason) => this.#fail(reason));
    return promise;
  }

  async #readList() {
    const file = await (await this.#fetch("manifest.json")).arrayBuffer();
    await match("manifest.json", file, new URL(this.runtime).pathname.split("/").at(-2) ?? "");
    return /** @type {Record<string, [number, string]>} */ (JSON.parse(new TextDecoder().decode(file)));
  }

  /** @param {string} name */
  async #fetch(name) {
    const response = await fetch(this.runtime + name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  }

  /** @param {string} name @param {Response} response */
  async #check(name, response) {
    const [length, hash] = (await this.#list)[name] ?? [0, ""];
    const file = new Uint8Array(length);
    const arrived = await this.#read(response, file);
    if (arrived !== length) throw new Error(`${name} has ${arrived} bytes or more, not ${length}`);
    await match(name, file.buffer, hash);
    return file.buffer;
  }

  /**
   * @param {Response} response
   * @param {Uint8Array} into
   * @returns {Promise<number>} how many bytes there were, or the first number that is too many
   */
  async #read(response, into) {
    const reader = response.body?.getReader();
    let at = 0;
    for (let chunk; (chunk = (await reader?.read())?.value); at += chunk.length) {
      if (at + chunk.length > into.length) return at + chunk.length;
      into.set(chunk, at);
      this.#count(chunk.length);
    }
    return at;
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#loaded += bytes;
    if (performance.now() - this.#told < PACE) return;
    this.#told = performance.now();
    this.tell().catch(() => {}); // a list that is damaged is told by failure
  }

  /** Tell how far it is: a sign of life. */
  async tell() {
    const list = await this.#list;
    const total = this.#names.reduce((sum, name) => sum + (list[name]?.[0] ?? 0), 0);
    this.#tell({ loaded: this.#loaded, total });
  }
}

/**
 * Browsers calculate hashes on secure addresses only; on others the length must do.
 * @param {string} name
 * @param {ArrayBuffer} file
 * @param {string} hash SHA-256 in hexadecimal
 */
async function match(name, file, hash) {
  if (!crypto.subtle) return;
  if ((await sha256(file)) !== hash) throw new Error(`${name} is damaged`);
}
