/** Makes a link that carries the answers, once the reader has seen what that means. */

import { copy } from "./clipboard.js";
import { find, findInput, onPress } from "../../common/dom.js";
import { pack } from "../answers/link.js";

/** @param {import("../types.js").Context} page */
export function connectShare(page) {
  const { root, notices, form } = page;
  const panel = find(root, "[data-panel=share]");
  const made = find(panel, "[data-made]");
  const field = findInput(panel, "[name=link]");

  const forget = () => {
    made.hidden = true;
    field.value = "";
    find(panel, "[data-copy]").replaceChildren();
  };
  form.addEventListener("changed", forget);
  form.addEventListener("cleared", forget);

  onPress(panel, "make-link", async () => {
    if (form.isEmpty) return notices.say("share.empty");
    field.value = location.origin + location.pathname + (await pack(form.datedSheet()));
    made.hidden = false;
    field.focus();
    field.select();
    notices.say("share.made");
  });
  onPress(panel, "copy-link", () => copy(field.value, panel, page));
}
