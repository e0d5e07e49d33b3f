/**
 * Starts Python in the worker: from a snapshot of its memory, or plainly when that does not work. The
 * options of Pyodide that begin with an underscore, and createPyodideModule, are not documented; all use
 * of them is here, and a browser test guards it.
 */

import { withFixedEntropy } from "./deterministic.js";
import { applySnapshot, bytesOf, readDescription, readSnapshot } from "./snapshot.js";
import { VerifiedLoader } from "./verified-loader.js";

/** @typedef {(request: string) => string} Handle */
/** @typedef {(progress: import("./verified-loader.js").Progress) => void} Tell */

const WASM = "pyodide.asm.wasm";
/** A module that uses what Python's does: a browser that does not know it all is told so before megabytes are fetched. */
const NEEDED = [
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 4, 1, 0x60, 0, 0, // the type of a function
  3, 2, 1, 0, // one function
  5, 3, 1, 0, 1, // a memory
  13, 3, 1, 0, 0, // an exception
  10, 28, 1, 26, 0, // the function's code:
  0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 0x0b, 0, // fill memory
  0x41, 0, 0xc0, 0x1a, // extend a sign
  0x43, 0, 0, 0, 0, 0xfc, 0, 0x1a, // cut off a number
  0xd0, 0x6f, 0x1a, 0x0b, // a reference
];
/**
 * What Python is told of its surroundings. It lies in the fresh memory, so it must be the same for every reader,
 * whatever the browser's language, and as in publish/runtime/make.mjs.
 */
const ENV = { HOME: "/home/pyodide", LANG: "C.UTF-8", PYTHONHASHSEED: "0" };
/** A zip without entries: Python's library, when all of it is in memory already. */
const EMPTY_ZIP = Uint8Array.from({ length: 22 }, (_, n) => [0x50, 0x4b, 5, 6][n] ?? 0);

// Pyodide calls it to see that it throws, as it does in every module worker; the site's policy would report the call.
Object.assign(self, {
  importScripts() {
    throw new TypeError("a module worker");
  },
});

/** This browser cannot run Python, or its settings or the page's policy forbid it; trying again is of no use. */
export class Unsupported extends Error {}

/**
 * @param {string} runtime address of the runtime's folder
 * @param {Tell} tell
 * @returns {Promise<Handle>}
 */
export function startFromSnapshot(runtime, tell) {
  const loader = new VerifiedLoader(runtime, [WASM, "snapshot.bin"], tell);
  return verified(loader, async () => {
    const compiled = compile(loader);
    const description = loader.file("snapshot.json").then(readDescription);
    const snapshot = loader.file("snapshot.bin");
    const script = import(`${runtime}pyodide.asm.js`);
    const { loadPyodide } = await import(`${runtime}pyodide.js`);
    const { head, lock, request, canonical, ...shape } = await description;
    serve({ [WASM]: () => new Response(), "empty.zip": () => new Response(EMPTY_ZIP) }, loader, compiled);
    const python = await loadPyodide({
      indexURL: runtime,
      env: ENV,
      lockFileContents: lock,
      stdLibURL: `${runtime}empty.zip`,
      _loadSnapshot: bytesOf(head),
      createPyodideModule: async (/** @type {object} */ settings) => {
        const { default: create } = await script;
        await compiled; // entropy is fixed for as long as making takes, not loading
        const module = await withFixedEntropy(() => create(Object.assign(settings, { INITIAL_MEMORY: shape.length })));
        applySnapshot(module.HEAPU8, readSnapshot(await snapshot, shape));
        return module;
      },
    });
    const handle = python.pyimport("selfcheck.web").handle;
    if (JSON.parse(handle(JSON.stringify(request))).canonical !== canonical) throw new Error("a wrong score");
    return handle;
  });
}

/**
 * The documented way: the whole standard library, and our package from its wheel.
 * @param {string} runtime
 * @param {Tell} tell
 * @returns {Promise<Handle>}
 */
export function startPlainly(runtime, tell) {
  const loader = new VerifiedLoader(runtime, [WASM, "python_stdlib.zip"], tell);
  return verified(loader, async () => {
    const compiled = compile(loader);
    const library = loader.stream("python_stdlib.zip");
    const { default: createPyodideModule } = await import(`${runtime}pyodide.asm.js`);
    const { loadPyodide } = await import(`${runtime}pyodide.js`);
    serve({ [WASM]: () => new Response(), "python_stdlib.zip": () => library }, loader, compiled);
    const python = await loadPyodide({
      indexURL: runtime,
      lockFileURL: `${runtime}pyodide-lock.json`,
      packages: ["soske-selfcheck"],
      createPyodideModule,
    });
    return python.pyimport("selfcheck.web").handle;
  });
}

/**
 * Start, but trust nothing before all files have arrived as they should.
 * @param {VerifiedLoader} loader
 * @param {() => Promise<Handle>} start
 */
async function verified(loader, start) {
  const handle = await Promise.race([start(), loader.failure]);
  await loader.verified();
  return handle;
}

/**
 * Compile Python while the rest is still on its way.
 * @param {VerifiedLoader} loader
 */
function compile(loader) {
  try {
    new WebAssembly.Module(Uint8Array.from(NEEDED));
    if (!WebAssembly.compileStreaming) throw new TypeError("no compileStreaming");
  } catch (error) {
    // Pyodide would wait for ever, without a word.
    throw new Unsupported(String(error));
  }
  return loader.stream(WASM).then(async (response) => {
    const compiled = await WebAssembly.compileStreaming(response);
    await loader.tell();
    return compiled;
  });
}

/**
 * Let Pyodide find what has been fetched for it already.
 * @param {Record<string, () => Response | Promise<Response>>} answers by the file's name
 * @param {VerifiedLoader} loader
 * @param {Promise<WebAssembly.Module>} compiled
 */
function serve(answers, loader, compiled) {
  const { fetch } = self;
  self.fetch = async (asked, options) => {
    const name = String(asked instanceof Request ? asked.url : asked).replace(loader.runtime, "");
    loader.tell().catch(() => {}); // Pyodide has come this far
    return answers[name]?.() ?? fetch(asked, options);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}
