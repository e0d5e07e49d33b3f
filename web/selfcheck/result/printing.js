/** Paper shows what is folded away on the screen, and one panel alone when it is asked for. */

/** What is folded: the report and the form; of a panel that is printed alone, its own report. */
const FOLDED = ".selfcheck__form details, .selfcheck__result details";

/** Not every browser lays a folded part open by style alone. @param {HTMLElement} root */
export function connectPrinting(root) {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    const part = root.dataset.print;
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const folded = root.querySelectorAll(part ? `[data-panel="${part}"] .report details` : FOLDED);
    opened = [...folded].filter((details) => !details.open);
    for (const details of opened) details.open = true;
  });
  const end = () => {
    for (const details of opened) details.open = false;
    opened = [];
    delete root.dataset.print;
  };
  addEventListener("afterprint", end);
  // Some browsers never tell that printing has ended; whoever goes on in the page has printed.
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => root.dataset.print && end());
}

/** @param {HTMLElement} root @param {string} panel the only one to print */
export function printAlone(root, panel) {
  root.dataset.print = panel;
  window.print();
}
