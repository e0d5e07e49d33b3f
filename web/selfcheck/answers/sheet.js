/** The form as an answer sheet, and an answer sheet as the form. */

/** @typedef {import("../types.js").Sheet} Sheet */
/** @typedef {import("../types.js").Answer} Answer */

const EVIDENCE = "evidence:";

/** @typedef {Pick<Sheet, "conditions" | "answers" | "evidence">} Kept what the form cannot show */

/** @type {Kept} */
export const NOTHING = { conditions: {}, answers: {}, evidence: {} };

/**
 * @param {HTMLFormElement} form
 * @param {string} rules version of the bank that the form was drawn from
 * @param {Kept} kept answers to what is asked no longer, which stay in the file
 * @returns {Sheet} what the form says now; what is unanswered is left out
 */
export function collect(form, rules, kept) {
  /** @type {Sheet} */
  const sheet = {
    format: "soske-selfcheck", version: 2, rules,
    organisation: "", role: "", date: "", theme: null, kind: null, partners: [], returning: false,
    conditions: {}, answers: {}, evidence: {},
  };
  const conditions = conditionsOf(form);
  for (const [name, value] of entries(form)) {
    if (name.startsWith(EVIDENCE)) {
      if (value.trim()) sheet.evidence[name.slice(EVIDENCE.length)] = value;
    } else if (name === "organisation" || name === "role") sheet[name] = value;
    else if (name === "theme" || name === "kind") sheet[name] = value || null;
    else if (name === "partners") sheet.partners = value.split("\n").map((line) => line.trim()).filter(Boolean);
    else if (name === "returning") sheet.returning = true;
    else if (conditions.has(name)) sheet.conditions[name] = value;
    else sheet.answers[name] = /^[0-3]$/.test(value) ? /** @type {Answer} */ (Number(value)) : /** @type {Answer} */ (value);
  }
  sheet.conditions = { ...kept.conditions, ...sheet.conditions };
  sheet.answers = { ...kept.answers, ...sheet.answers };
  sheet.evidence = { ...kept.evidence, ...sheet.evidence };
  return sheet;
}

/**
 * @param {HTMLFormElement} form
 * @param {Sheet} sheet
 * @returns {Kept} what of a sheet has no place in the form: answers of earlier rules
 */
export function beyond(form, { conditions, answers, evidence }) {
  return {
    conditions: without(conditions, (name, value) => takes(form, name, value)),
    answers: without(answers, (name, value) => takes(form, name, String(value))),
    evidence: without(evidence, (name) => form.elements.namedItem(EVIDENCE + name) !== null),
  };
}

/**
 * @template T
 * @param {Record<string, T>} part
 * @param {(name: string, value: T) => boolean} has
 * @returns {Record<string, T>}
 */
function without(part, has) {
  return Object.fromEntries(Object.entries(part).filter(([name, value]) => !has(name, value)));
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function takes(form, name, value) {
  const found = form.elements.namedItem(name);
  const controls = found instanceof RadioNodeList ? [...found] : [found];
  return controls.some((control) => control instanceof HTMLInputElement && control.value === value);
}

/**
 * What FormData would hold, without the layout of the whole page that a browser makes for its text areas.
 * @param {HTMLFormElement} form
 * @returns {Generator<[name: string, value: string]>}
 */
function* entries(form) {
  for (const control of form.elements) {
    if (!("name" in control && "value" in control) || !control.name) continue;
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type) && !control.checked) continue;
    yield [String(control.name), String(control.value)];
  }
}

/**
 * Put a sheet that Python has read, or that this page wrote, into the form.
 * @param {HTMLFormElement} form
 * @param {Sheet} sheet
 */
export function fill(form, sheet) {
  form.reset();
  const { organisation, role, theme, kind, partners, returning, conditions, answers, evidence } = sheet;
  set(form, "organisation", organisation);
  set(form, "role", role);
  set(form, "theme", theme ?? "");
  set(form, "kind", kind ?? "");
  set(form, "partners", partners.join("\n"));
  check(form, "returning", returning);
  for (const [name, value] of Object.entries({ ...conditions, ...answers })) set(form, name, String(value));
  for (const [name, value] of Object.entries(evidence)) {
    set(form, EVIDENCE + name, value);
    form.elements.namedItem(EVIDENCE + name) instanceof HTMLElement && openAround(form, EVIDENCE + name);
  }
}

/**
 * @param {Sheet} sheet
 * @returns {boolean} whether nothing has been answered or written
 */
export function isEmpty({ organisation, role, theme, kind, partners, returning, conditions, answers, evidence }) {
  return !(organisation || role || theme || kind || partners.length || returning) && [conditions, answers, evidence].every((part) => !Object.keys(part).length);
}

/**
 * @param {HTMLFormElement} form
 * @returns {{ answered: number, total: number }} conditions and questions with a choice made
 */
export function progress(form) {
  const groups = form.querySelectorAll("fieldset[id^=question-]:not([hidden])");
  const answered = [...groups].filter((group) => group.querySelector("input:checked")).length;
  return { answered, total: groups.length };
}

/** @param {HTMLFormElement} form @param {string} name @param {boolean} checked */
function check(form, name, checked) {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLInputElement) control.checked = checked;
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function set(form, name, value) {
  const control = form.elements.namedItem(name);
  if (control && "value" in control) control.value = value;
}

/** @param {HTMLFormElement} form @param {string} name */
function openAround(form, name) {
  const control = form.elements.namedItem(name);
  const details = control instanceof Element ? control.closest("details") : null;
  if (details) details.open = true;
}

/** @param {HTMLFormElement} form @returns {Set<string>} the names of the questions that ask for yes or no */
function conditionsOf(form) {
  return new Set([...form.querySelectorAll('input[value="yes"]')].map((input) => /** @type {HTMLInputElement} */ (input).name));
}
