/**
 * The header's buttons open the theme's menu and search panels, which the theme drives by two hidden
 * checkboxes. A button says whether its panel is open; Escape and the panel's own button close it, and
 * focus comes back. A panel that focus leaves closes too, so that focus is never behind it.
 */

/** Connect every button that opens a panel. */
export function connectButtons() {
  for (const button of document.querySelectorAll("button[data-opens]")) {
    const box = document.getElementById(button.getAttribute("data-opens") ?? "");
    const panel = document.querySelector(box?.id === "__drawer" ? ".md-sidebar--primary" : ".md-search");
    if (button instanceof HTMLButtonElement && box instanceof HTMLInputElement && panel instanceof HTMLElement) {
      connect(button, box, panel);
    }
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLInputElement} box the theme's checkbox: checked while the panel is open
 * @param {HTMLElement} panel
 */
function connect(button, box, panel) {
  const label = button.querySelector("span");
  const open = label?.textContent ?? "";
  const close = () => {
    if (box.checked) box.click();
    button.focus();
  };

  button.addEventListener("click", () => {
    box.click();
    if (box.checked) firstStop(panel)?.focus();
  });
  box.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(box.checked));
    if (label) label.textContent = box.checked ? (button.dataset.closeLabel ?? open) : open;
  });
  panel.querySelector("[data-closes]")?.addEventListener("click", close);
  panel.addEventListener("focusout", ({ relatedTarget: next }) => {
    const left = next instanceof Element && !panel.contains(next) && next !== button;
    if (left && box.checked) box.click();
  });
  panel.addEventListener("click", (event) => {
    // A link to a place on this page leaves the menu open over it.
    if (event.target instanceof Element && event.target.closest("a[href]") && box.checked) box.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") close();
  });
}

/**
 * @param {Element} panel
 * @returns {HTMLElement | null} what takes focus first in a panel
 */
function firstStop(panel) {
  return panel.querySelector("input, a[href], button");
}
