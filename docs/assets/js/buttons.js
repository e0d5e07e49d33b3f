/**
 * The header's buttons open the theme's menu and search panels, which the theme drives by two hidden
 * checkboxes. A button says whether its panel is open, Escape closes it, and focus comes back.
 */

/** Connect every button that opens a panel. */
export function connectButtons() {
  for (const button of document.querySelectorAll("button[data-opens]")) {
    const box = document.getElementById(button.getAttribute("data-opens") ?? "");
    if (button instanceof HTMLButtonElement && box instanceof HTMLInputElement) connect(button, box);
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLInputElement} box the theme's checkbox: checked while the panel is open
 */
function connect(button, box) {
  const panel = document.querySelector(box.id === "__drawer" ? ".md-sidebar--primary" : ".md-search");
  const label = button.querySelector("span");
  const open = label?.textContent ?? "";

  button.addEventListener("click", () => {
    box.click();
    if (box.checked) firstStop(panel)?.focus();
  });
  box.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(box.checked));
    if (label) label.textContent = box.checked ? (button.dataset.closeLabel ?? open) : open;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    if (box.checked) box.click();
    button.focus();
  });
}

/**
 * @param {Element | null} panel
 * @returns {HTMLElement | null} what takes focus first in a panel
 */
function firstStop(panel) {
  return panel?.querySelector("input, a[href], button") ?? null;
}
