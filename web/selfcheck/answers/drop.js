/** Areas that take answer files: chosen with a file dialog or dropped. */

import { findInput } from "../../common/dom.js";

/**
 * @param {HTMLElement} area a file input with its label
 * @param {(files: File[]) => void} take
 */
export function receive(area, take) {
  const input = findInput(area, "input[type=file]");
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    input.value = ""; // so that the same file can be chosen again
    if (files.length) take(files);
  });
  for (const kind of ["dragenter", "dragover"]) area.addEventListener(kind, () => area.classList.add("drop--over"));
  for (const kind of ["dragleave", "drop"]) area.addEventListener(kind, () => area.classList.remove("drop--over"));
  area.addEventListener("drop", (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length) take(files);
  });
}

/** A file dropped beside an area would replace the page, and with it the answers. */
export function holdThePage() {
  for (const kind of /** @type {const} */ (["dragover", "drop"])) {
    addEventListener(kind, (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
  }
}
