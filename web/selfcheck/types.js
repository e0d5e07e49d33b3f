/**
 * The shapes that the page and Python exchange; see selfcheck/web.py and selfcheck/reports/blocks.py.
 *
 * @typedef {0 | 1 | 2 | 3 | "unknown" | "na"} Answer
 * @typedef {{
 *   format: "soske-selfcheck", version: 2, rules: string, organisation: string, role: string,
 *   date: string, theme: string | null, kind: string | null, partners: string[], returning: boolean,
 *   conditions: Record<string, string>, answers: Record<string, Answer>, evidence: Record<string, string>,
 * }} Sheet
 *
 * @typedef {{ low: number, high: number }} Range
 * @typedef {{
 *   rules: string, band: string, bands: string[], overall: Range, known: { answered: number, asked: number },
 *   criteria: Record<string, Range>,
 * }} Result
 *
 * @typedef {{ id: string, label: string, low: number, high: number, text: string, group: string }} Bar
 * @typedef {{ id: string, label: string, low: number, high: number }} Group
 * @typedef {{ text: string, detail: string | null, page: string | null }} Item
 * @typedef {{ kind: "heading", level: number, text: string, folded: boolean }} Heading
 * @typedef {{ kind: "text", text: string }} Text
 * @typedef {{ kind: "items", items: Item[] }} Items
 * @typedef {{ kind: "table", caption: string, columns: string[], rows: string[][] }} Table
 * @typedef {{
 *   kind: "bars", caption: string, bars: Bar[], marks: { value: number, label: string }[], groups: Group[],
 * }} Bars
 * @typedef {Heading | Text | Items | Table | Bars} Block
 *
 * @typedef {{ faults: string[], unasked?: true }} Refusal unasked: Python could not be asked, nothing was judged
 * @typedef {{ result: Result, canonical: string, fingerprint: string, report: Block[] }} Scored
 * @typedef {{ report: Block[] }} Details
 * @typedef {{ sheet: Sheet }} Read
 * @typedef {{ name: string, sheet: Sheet }} Named a sheet and the file it came from
 * @typedef {{ as: string, people: number, differ: number, sheet: Sheet, report: Block[] }} Merged
 * @typedef {{ report: Block[] }} Compared
 * @typedef {{ report: Block[], text: string, markdown: string }} Brief
 *
 * What the parts of the page work with.
 * @typedef {{
 *   root: HTMLElement, words: import("./words.js").Words, notices: import("./notices.js").Notices,
 *   engine: import("./python/engine.js").Engine, form: import("./answers/form.js").Form,
 *   branches: import("./answers/branches.js").Branches,
 * }} Context
 */

export {};
