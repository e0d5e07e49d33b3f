/**
 * What does not fit a page as it is now: a page that scrolls sideways, text that a box cuts off, and
 * lines of text that lie over one another.
 */
(() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""} “${element.textContent.trim().slice(0, 40)}”`;
  const aside = (element) => element.closest(".sr-only, .md-search__output, [aria-hidden=true], .skip, [data-md-component=skip]");

  /** Hidden for eyes on purpose: one pixel, left to those who listen. */
  const heard = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.getBoundingClientRect().width <= 1 && getComputedStyle(at).overflow === "hidden") return true;
    }
    return false;
  };

  /** Each line of each text that can be seen, with the element it stands in. */
  const lines = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement;
      if (!text.data.trim() || element.closest("script, style, noscript") || !shown(element)) continue;
      if (aside(element) || heard(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) found.push({ element, box });
    }
    return found;
  };

  const cutOff = ({ element, box }) => {
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      if (["hidden", "clip"].includes(overflowX) && (box.right > frame.right + 2 || box.left < frame.left - 2)) return at;
      if (["hidden", "clip"].includes(overflowY) && (box.bottom > frame.bottom + 4 || box.top < frame.top - 4)) return at;
    }
    return null;
  };

  /** Two lines of different elements share more than a sliver. */
  const collide = (one, other) =>
    one.element !== other.element && !one.element.contains(other.element) && !other.element.contains(one.element) &&
    Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 3 &&
    Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) >
      0.45 * Math.min(one.box.height, other.box.height);

  const fixed = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  };

  window.misfits = () => {
    const found = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) found.push(`scrolls sideways by ${wide}`);
    const all = lines();
    for (const line of all) if (cutOff(line)) found.push(`cut off: ${name(line.element)}`);
    const flowing = all.filter(({ element }) => !fixed(element)).sort((a, b) => a.box.top - b.box.top);
    flowing.forEach((line, index) => {
      for (let next = index + 1; next < flowing.length && flowing[next].box.top < line.box.bottom; next += 1) {
        if (collide(line, flowing[next])) found.push(`${name(line.element)} lies over ${name(flowing[next].element)}`);
      }
    });
    return [...new Set(found)];
  };
})();
