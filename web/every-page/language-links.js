/** Sections have the same names in all languages: a reader who changes the language stays at the same one. */

/** Let the language links lead to the section that the address names. */
export function keepSection() {
  for (const link of document.querySelectorAll("a[data-language]")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    link.addEventListener("click", () => {
      const isHere = document.getElementById(location.hash.slice(1)) !== null;
      link.hash = isHere ? location.hash : "";
    });
  }
}
