/** The interview brief: to read, copy, keep and print. */

import { copy } from "./clipboard.js";
import { find, onPress } from "../../common/dom.js";
import { downloadText } from "../../common/download.js";
import { printAlone } from "../result/printing.js";
import { redraw } from "../result/report.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Brief} Brief */
/** @typedef {import("../types.js").Refusal} Refusal */

/** @param {Context} page */
export function connectBrief(page) {
  const panel = /** @type {HTMLDetailsElement} */ (find(page.root, "[data-panel=brief]"));
  /** @type {Brief | null} */
  let brief = null;
  let asked = 0;

  const refresh = async () => {
    if (!panel.open) return;
    const turn = ++asked;
    /** @type {Brief | Refusal} */
    const reply = await page.engine.ask({ op: "brief", sheet: page.form.datedSheet() });
    if (turn !== asked) return;
    if ("faults" in reply) return page.notices.refuse(reply.faults);
    brief = reply;
    redraw(find(panel, ".report"), brief.report, page);
    find(panel, "[data-brief]").hidden = false;
  };

  panel.addEventListener("toggle", refresh);
  page.form.addEventListener("changed", refresh);
  page.form.addEventListener("cleared", () => {
    asked++;
    panel.open = false;
    brief = null;
    find(panel, ".report").replaceChildren();
    find(panel, "[data-brief]").hidden = true;
  });
  onPress(panel, "copy-brief", () => brief && copy(brief.text, panel, page));
  onPress(panel, "save-brief", () => {
    if (!brief) return;
    downloadText(brief.markdown, `soske-${page.form.datedSheet().date}-brief.md`, "text/markdown");
    page.notices.say("brief.saved");
  });
  onPress(panel, "print-brief", () => printAlone(page.root, "brief"));
}
