/**
 * Starts Python in the worker: from the picture of its memory, or plainly when that does not work. The
 * options of Pyodide that begin with an underscore, and createPyodideModule, are not documented; all use
 * of them is here, and a browser test guards it.
 */

import { develop, fingerprint, readPicture } from "./memory.js";

/** @typedef {(request: string) => string} Handle */

/**
 * @param {string} runtime address of the runtime's folder, named after the picture's SHA-256
 * @returns {Promise<Handle>}
 */
export async function startFromMemory(runtime) {
  const asked = ["memory.bin", "pyodide-lock.json"].map((name) => fetch(runtime + name));
  const script = import(`${runtime}pyodide.asm.mjs`);
  const picture = checkedPicture(/** @type {Promise<Response>} */ (asked[0]), runtime);
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const python = await loadPyodide({
    indexURL: runtime,
    lockFileContents: (await asked[1])?.text(),
    stdLibURL: `${runtime}empty.zip`,
    _loadSnapshot: picture.then(({ head }) => head),
    createPyodideModule: async (/** @type {object} */ settings) => {
      const { length } = await picture;
      const module = await (await script).default(Object.assign(settings, { INITIAL_MEMORY: length }));
      develop(module.HEAPU8, await picture);
      return module;
    },
  });
  const handle = python.pyimport("selfcheck.web").handle;
  const { request, canonical } = await picture;
  if (JSON.parse(handle(JSON.stringify(request))).canonical !== canonical) throw new Error("a wrong score");
  return handle;
}

/**
 * The documented way: the whole standard library, and our package from its wheel.
 * @param {string} runtime
 * @returns {Promise<Handle>}
 */
export async function startPlainly(runtime) {
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const python = await loadPyodide({
    indexURL: runtime,
    lockFileURL: `${runtime}pyodide-lock.json`,
    packages: ["soske-selfcheck"],
  });
  return python.pyimport("selfcheck.web").handle;
}

/**
 * @param {Promise<Response>} asked
 * @param {string} runtime
 */
async function checkedPicture(asked, runtime) {
  const file = await (await asked).arrayBuffer();
  const name = new URL(runtime).pathname.split("/").at(-2);
  if ((await fingerprint(file)) !== name) throw new Error("the picture of memory is damaged");
  return readPicture(file);
}
