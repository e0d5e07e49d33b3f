/**
 * Makes Pyodide's WebAssembly smaller: what only packages written in C would use is left out, and with it
 * all that nothing else needs. Usage: node slim.mjs PYODIDE METADCE INTO, where METADCE is Binaryen's
 * wasm-metadce.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Glue } from "./glue.mjs";

/** What Python's WebAssembly is written in. A later feature would have to be named here, and be known to browsers. */
const FEATURES = [
  "bulk-memory", "sign-ext", "mutable-globals", "nontrapping-float-to-int", "exception-handling", "reference-types",
  "multivalue", "simd",
];

const [pyodide, metadce, into] = process.argv.slice(2);
const whole = join(pyodide, "pyodide.asm.wasm");
const slim = join(into, "pyodide.asm.wasm");
const glue = new Glue(readFileSync(join(pyodide, "pyodide.asm.mjs"), "utf8"));

/** @param {string} file */
function shape(file) {
  const module = new WebAssembly.Module(readFileSync(file));
  return { exports: WebAssembly.Module.exports(module), imports: WebAssembly.Module.imports(module) };
}

/** The exports that a script uses or the linker asks for, and those that are neither functions nor variables. */
function needed() {
  const { exports, imports } = shape(whole);
  const linked = new Set(imports.filter(({ module }) => module.startsWith("GOT.")).map(({ name }) => name));
  const used = glue.used(readFileSync(join(pyodide, "pyodide.mjs"), "utf8"));
  const ground = ({ kind }) => kind !== "function" && kind !== "global";
  return exports.filter((entry) => ground(entry) || used.has(entry.name) || linked.has(entry.name)).map(({ name }) => name);
}

/** Leave out every other export, and all that only they reach. @param {string[]} names */
function shrink(names) {
  const graph = join(into, "graph.json");
  const root = { name: "page", root: true, reaches: names.map((name) => `export ${name}`) };
  writeFileSync(graph, JSON.stringify([root, ...names.map((name) => ({ name: `export ${name}`, export: name }))]));
  const features = ["--mvp-features", ...FEATURES.map((name) => `--enable-${name}`)];
  execFileSync(process.execPath, [metadce, whole, ...features, "-f", graph, "-o", slim], { stdio: ["ignore", "ignore", "inherit"] });
  rmSync(graph);
}

shrink(needed());
const { exports, imports } = shape(slim);
const left = glue.cut(new Set(exports.map(({ name }) => name)), new Set(imports.map(({ name }) => name)));
writeFileSync(join(into, "pyodide.asm.mjs"), left);
