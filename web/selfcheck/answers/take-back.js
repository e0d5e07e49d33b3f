/** A choice among levels cannot be undone by another click: each answered question has a button that takes it back. */

import { button, element } from "../../common/dom.js";

/** @param {import("../types.js").Context} page */
export function connectTakingBack({ root, words, form }) {
  const questions = [...root.querySelectorAll("fieldset[id^=question-]")].map((question) => ({
    question, off: question.appendChild(offButton(question, words)),
  }));
  const show = () => {
    for (const { question, off } of questions) off.hidden = !question.querySelector("input:checked");
  };
  form.addEventListener("changed", show);
  form.addEventListener("cleared", show);
  show();
}

/** @param {Element} question @param {import("../words.js").Words} words */
function offButton(question, words) {
  const off = button(words.say("take-back"), () => takeBack(question));
  const number = question.querySelector(".question__number")?.textContent ?? "";
  off.append(element("span", { class: "sr-only" }, ` ${number}`));
  off.classList.add("question__take-back");
  return off;
}

/** @param {Element} question */
function takeBack(question) {
  /** @type {HTMLInputElement[]} */
  const choices = [...question.querySelectorAll("input")].filter(({ type }) => type === "radio");
  const chosen = choices.find(({ checked }) => checked);
  if (!chosen) return;
  chosen.checked = false;
  chosen.focus();
  for (const kind of ["input", "change"]) chosen.dispatchEvent(new Event(kind, { bubbles: true }));
}
