/**
 * Makes, in Node.js, what the browser's Python starts from: a small library, and a snapshot of Python's
 * memory after the self-check has been loaded. Usage: node make.mjs PYODIDE WHEEL REQUESTS INTO, where
 * REQUESTS is a JSON list of requests that make the self-check do all it can do.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

fixEntropy();
const [pyodideFolder, wheel, requestFile, into] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const { info } = JSON.parse(readFileSync(join(pyodideFolder, "pyodide-lock.json"), "utf8"));
const stdLibURL = join(into, "library.zip");
const requests = JSON.parse(readFileSync(requestFile, "utf8"));

/** As in web/selfcheck/python/snapshot.js. */
const PAGE = 4096;
/** As in web/selfcheck/python/start.js: it lies in the fresh memory, which has to be the same everywhere. */
const ENV = { HOME: "/home/pyodide", LANG: "C.UTF-8", PYTHONHASHSEED: "0" };

const lock = JSON.stringify({ info, packages: {} });

/**
 * What is random, or tells the time or the place, ends up in the memory; the same for every build, it gives the same
 * bytes. Nothing in the self-check depends on chance: the visitor's Python may share its seeds.
 */
function fixEntropy() {
  const moment = 315532800000; // 1 January 1980
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length ? given : [moment]));
    }
    static now() {
      return moment;
    }
  };
  performance.now = () => 0;
  Math.random = () => 0.5;
  crypto.getRandomValues = (array) => array.fill(7);
  process.argv[1] = "./this.program"; // what a browser tells Python of the program's place
  process.env.TZ = "UTC";
}

/** @param {object} options */
function start(options) {
  return loadPyodide({ indexURL: `${pyodideFolder}/`, lockFileContents: lock, env: ENV, ...options });
}

/** Do everything once, so that all modules are imported and all caches are filled. */
function exercise(python) {
  const handle = python.pyimport("selfcheck.web").handle;
  const replies = requests.map((request) => handle(JSON.stringify(request)));
  handle.destroy();
  return replies;
}

/** Where every module that is imported now came from, as a Python list. */
const ORIGINS = `
import sys
origins = [getattr(getattr(m, "__spec__", None), "origin", None) or "" for m in list(sys.modules.values())]
`;

/** A library from the stock one; more than enough, as the tools that make it are imported too. */
async function makeFirstLibrary() {
  const python = await start({});
  bringTools(python);
  python.runPython("install('/build/soske.whl')");
  exercise(python);
  python.runPython(ORIGINS);
  return pack(python);
}

/** The same from the first library, in which nothing but the self-check is imported. */
async function makeLibrary() {
  const python = await start({ stdLibURL });
  exercise(python);
  python.runPython("import traceback, linecache");
  python.runPython(ORIGINS);
  bringTools(python);
  return pack(python);
}

function bringTools(python) {
  python.FS.mkdirTree("/build");
  python.FS.writeFile("/build/soske.whl", readFileSync(wheel));
  for (const name of ["stub_package_loader.py", "stub_asyncio_io.py"]) python.FS.writeFile(`/build/${name}`, source(name));
  python.runPython(source("library.py"));
}

function pack(python) {
  python.runPython("make_library(origins, '/build/soske.whl', '/build/library.zip')");
  return python.FS.readFile("/build/library.zip");
}

/** @param {string} name of a Python file beside this one */
function source(name) {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

async function makeSnapshot() {
  const python = await start({ stdLibURL, _makeSnapshot: true });
  const replies = exercise(python);
  python.runPython(source("trim_before_snapshot.py"));
  wipe(python._module);
  return { snapshot: python.makeMemorySnapshot(), replies };
}

/**
 * Overwrite what lies in memory that is free again: nothing reads it, and zeros weigh nothing. All of it is
 * taken, the largest pieces first, until the allocator has to ask for more, and given back.
 */
function wipe(module) {
  const end = () => module.HEAPU32[module._emscripten_get_sbrk_ptr() >>> 2];
  const taken = [];
  for (let size = 1 << 20; size >= 16; size >>= 1) {
    const before = end();
    while (end() === before) {
      const piece = module._malloc(size) >>> 0;
      if (!piece) throw new Error("no memory left to wipe");
      module.HEAPU8.fill(0, piece, piece + size);
      taken.push(piece);
    }
  }
  taken.forEach((piece) => module._free(piece));
}

/**
 * The memory that a fresh runtime has before Python has run, which is the same everywhere.
 * @param {Uint8Array} snapshot
 */
async function freshMemory(snapshot) {
  const { default: create } = await import(pathToFileURL(join(pyodideFolder, "pyodide.asm.mjs")).href);
  let fresh;
  await start({
    stdLibURL,
    _loadSnapshot: snapshot,
    createPyodideModule: async (settings) => {
      const module = await create(settings);
      fresh = module.HEAPU8.slice();
      return module;
    },
  });
  return fresh;
}

/**
 * The snapshot as its difference from a fresh memory; web/selfcheck/python/snapshot.js tells the format.
 * @param {Uint8Array} snapshot
 * @param {Uint8Array} fresh
 */
function difference(snapshot, fresh) {
  const headLength = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1];
  const head = snapshot.subarray(0, headLength);
  const memory = snapshot.subarray(headLength);
  const numbers = [];
  const pages = [];
  let begins = 0;
  for (let at = 0; at < memory.length; at += PAGE) {
    const page = memory.slice(at, at + PAGE);
    const old = fresh.subarray(at, at + PAGE);
    if (Buffer.compare(page, old) === 0) continue;
    for (let n = 0; n < page.length; n++) page[n] ^= old[n] ?? 0;
    const changes = new Uint32Array(page.buffer);
    const words = new Uint32Array(old.slice().buffer);
    begins = words.reduce((sum, word, n) => (changes[n] ? (sum + word) >>> 0 : sum), begins);
    numbers.push(at / PAGE);
    pages.push(page);
  }
  const about = { head: Buffer.from(head).toString("base64"), length: memory.length, pages: pages.length, begins };
  return { about, changes: Buffer.concat([Buffer.from(new Uint32Array(numbers).buffer), ...pages]) };
}

writeFileSync(stdLibURL, await makeFirstLibrary());
writeFileSync(stdLibURL, await makeLibrary());
const { snapshot, replies } = await makeSnapshot();
const [request] = requests;
const { canonical } = JSON.parse(replies[0]);
const fresh = await freshMemory(snapshot.slice());
const { about, changes } = difference(snapshot, fresh);
writeFileSync(join(into, "snapshot.bin"), changes);
writeFileSync(join(into, "snapshot.json"), JSON.stringify({ ...about, lock, request, canonical }));
process.exit(0);
