/**
 * Reads and cuts Pyodide's script, which ties Python's WebAssembly to JavaScript. Stock Pyodide exports
 * every function of Python, for packages written in C. No such package is ever loaded here, so that only
 * what the scripts themselves call is needed.
 */

import { parse } from "acorn";

/** The script finds the entry of the program by its name in C, "main". */
const ENTRY = "__main_argc_argv";

/** @typedef {{ start: number, end: number }} Place */

export class Glue {
  /** @param {string} text of pyodide.asm.mjs */
  constructor(text) {
    this.text = text;
    const [main] = parse(text, { ecmaVersion: "latest", sourceType: "module" }).body;
    this.body = main?.body?.body ?? [];
    this.assigned = this.#function("assignWasmExports");
    this.converted = this.#function("applySignatureConversions");
    this.imports = this.#imports();
    this.declared = this.body[this.body.indexOf(this.assigned) - 1];
    if (this.declared?.type !== "VariableDeclaration") throw changed("the variables before assignWasmExports");
  }

  /**
   * @param {string} boot text of pyodide.mjs
   * @returns {Set<string>} the exports that one of the scripts uses, apart from listing them
   */
  used(boot) {
    const rest = without(this.text, [this.declared, this.assigned, this.converted, this.imports]) + boot;
    const words = new Set(rest.match(/[\w$]+/g));
    const direct = [...rest.matchAll(/wasmExports(?:\.|\[")([\w$]+)/g)].map(([, name]) => name);
    const lines = this.assigned.body.body.filter((line) => variables(line).some((name) => words.has(name)));
    return new Set([ENTRY, ...direct, ...lines.map((line) => exported(line) ?? changed("assignWasmExports"))]);
  }

  /**
   * @param {Set<string>} exports of the WebAssembly as it is now
   * @param {Set<string>} imports likewise
   * @returns {string} the script without the lines for what is gone
   */
  cut(exports, imports) {
    const lines = [...this.assigned.body.body, ...this.converted.body.body];
    const gone = lines.filter((line) => exported(line) && !exports.has(exported(line)));
    const unused = this.imports.properties.filter(({ key }) => !imports.has(key.name ?? key.value));
    return without(this.text, [...gone, ...unused.map((entry) => this.#withComma(entry))]);
  }

  /** @param {string} name */
  #function(name) {
    const found = this.body.find((node) => node.type === "FunctionDeclaration" && node.id.name === name);
    return found ?? changed(`the function ${name}`);
  }

  #imports() {
    const declared = this.body.flatMap((node) => (node.type === "VariableDeclaration" ? node.declarations : []));
    return declared.find(({ id }) => id.name === "wasmImports")?.init ?? changed("the object wasmImports");
  }

  /** @param {Place} entry */
  #withComma({ start, end }) {
    return { start, end: this.text[end] === "," ? end + 1 : end };
  }
}

/** @param {object} statement like `_free = Module["_free"] = wasmExports["free"]` @returns {string[]} "_free" */
function variables({ expression }) {
  if (expression?.type !== "AssignmentExpression") return [];
  const { left, right } = expression;
  return [...(left.type === "Identifier" ? [left.name] : []), ...variables({ expression: right })];
}

/**
 * @param {object} statement as above
 * @returns {string | undefined} "free"
 */
function exported(statement) {
  let value = statement.expression;
  while (value?.type === "AssignmentExpression") value = value.right;
  if (value?.type === "BinaryExpression") value = value.left;
  if (value?.type === "CallExpression") [value] = value.arguments;
  while (value?.type === "MemberExpression" && value.object.name !== "wasmExports") value = value.object;
  return value?.type === "MemberExpression" ? (value.property.value ?? value.property.name) : undefined;
}

/** @param {string} text @param {Place[]} places that do not overlap */
function without(text, places) {
  const ordered = [...places].sort((one, other) => one.start - other.start);
  const starts = [0, ...ordered.map(({ end }) => end)];
  return starts.map((from, n) => text.slice(from, ordered[n]?.start)).join("");
}

/** @param {string} what @returns {never} */
function changed(what) {
  throw new Error(`pyodide.asm.mjs is not as expected: ${what}. See "Move to the next Pyodide" in CONTRIBUTING.md`);
}
