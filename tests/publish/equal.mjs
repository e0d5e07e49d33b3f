/** Prints what Python tells of itself, run by the Pyodide of a folder. Usage: node equal.mjs PYODIDE SCRIPT */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, script] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${folder}/` });
console.log(python.runPython(readFileSync(script, "utf8")));

const handed = python.toPy({ text: "ä", list: [1, 2, 3] });
python.globals.set("handed", handed);
console.log(python.runPython("sorted(handed.items(), key=str)").toString());
const bytes = python.runPython("bytearray(range(10))").getBuffer("u8");
console.log([...bytes.data].join());
console.log(await python.runPythonAsync("import asyncio\nawait asyncio.sleep(0)\nawait asyncio.gather(*[asyncio.sleep(0, n) for n in range(3)])").then(String));
console.log(python.runPython("def add(a, *, b=2):\n    return a + b\nadd").callKwargs(1, { b: 5 }));
try {
  python.runPython("raise ValueError('ä')");
} catch (error) {
  console.log(error.constructor.name, error.message.split("\n").at(-2));
}
python.FS.writeFile("/tmp/x.txt", "ö");
console.log(python.runPython("open('/tmp/x.txt', encoding='utf-8').read()"));
process.exit(0);
