/** A loaded answer file in a list: what it is, and a button that takes it off again. */

import { button, element } from "../../common/dom.js";

/**
 * @param {import("../types.js").Named} file
 * @param {import("../words.js").Words} words
 * @param {() => void} remove
 */
export function fileEntry({ name, sheet }, words, remove) {
  const about = [sheet.role, sheet.organisation, sheet.date && words.day(sheet.date)].filter(Boolean).join(", ");
  const off = button(words.say("file.remove"), remove);
  off.append(element("span", { class: "sr-only" }, `: ${name}`));
  return element("li", {},
    element("span", { class: "files__name", dir: "auto" }, name),
    element("span", { class: "files__about", dir: "auto" }, about), off);
}
