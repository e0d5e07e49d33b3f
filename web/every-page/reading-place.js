/** Where one is on a long page: the contents mark the section being read, and a button leads back to the top. */

const BELOW_HEADER = 96; // pixels: a heading this near to the top is being read

/** Keep the contents and the button in step with scrolling. */
export function followReading() {
  const sections = sectionsOf(document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href^='#']"));
  const button = document.querySelector(".md-top");
  let last = 0;
  const show = () => {
    mark(sections);
    if (button instanceof HTMLElement) button.hidden = scrollY > last || scrollY < innerHeight;
    last = scrollY;
  };
  addEventListener("scroll", () => requestAnimationFrame(show), { passive: true });
  button?.addEventListener("click", () => toTop());
  requestAnimationFrame(show); // asked at once, where things are would have them laid out twice
}

/**
 * @typedef {{ link: Element, heading: Element }} Section
 * @param {Iterable<Element>} links
 * @returns {Section[]} the links of the contents with the headings that they lead to
 */
function sectionsOf(links) {
  return [...links].flatMap((link) => {
    const heading = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    return heading ? [{ link, heading }] : [];
  });
}

/** @param {Section[]} sections */
function mark(sections) {
  const passed = sections.filter(({ heading }) => heading.getBoundingClientRect().top < BELOW_HEADER);
  const current = passed.at(-1);
  for (const section of sections) section.link.classList.toggle("md-nav__link--active", section === current);
}

/** Scroll up, and let the keyboard go on from there. */
function toTop() {
  scrollTo({ top: 0 });
  const home = document.querySelector(".site-header__home");
  if (home instanceof HTMLElement) home.focus({ preventScroll: true });
}
