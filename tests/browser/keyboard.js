/**
 * Notes, at every release of the Tab key, what has focus: where it is, what covers it, and how it is
 * marked. `walked()` then tells each stop, `stops()` every element that Tab should reach.
 */
(() => {
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const seen = [];

  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

  /** Of a group of radio buttons Tab reaches one only: those are counted by group. */
  const isStop = (element) =>
    element.tabIndex >= 0 && !element.disabled && element.type !== "hidden" && shown(element) &&
    !(element.matches("summary") && element.parentElement.localName !== "details") &&
    !(element.type === "radio");

  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = parts(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };

  /** The outline of the element, or of the label around it that shows its focus. */
  const ring = (element) => {
    for (const at of [element, element.closest("label")]) {
      const style = at && getComputedStyle(at);
      if (!style || style.outlineStyle === "none" || !parseFloat(style.outlineWidth)) continue;
      const around = parseFloat(style.outlineOffset) < 0 ? at : at.parentElement;
      return {
        width: parseFloat(style.outlineWidth),
        contrast: contrast(parts(style.outlineColor), ground(around)),
        cut: cut(at, parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset)),
      };
    }
    return { width: 0, contrast: 1, cut: false };
  };

  /** Whether a box that hides what does not fit cuts the ring off above or below, left or right. */
  const cut = (element, reach) => {
    const box = element.getBoundingClientRect();
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      if (overflowX !== "visible" && (box.left - reach < frame.left - 1 || box.right + reach > frame.right + 1)) return true;
      if (overflowY !== "visible" && (box.top - reach < frame.top - 1 && box.bottom + reach > frame.bottom + 1)) return true;
    }
    return false;
  };

  /** Whether every point looked at shows something else: a header, a bar, a panel. */
  const covered = (element) => {
    const own = element.closest("label") ?? element;
    const box = [...own.getClientRects()].find((rect) => rect.width * rect.height > 0);
    if (!box) return true;
    const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
    return !points.some(([x, y]) => {
      const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
      return hit && (own.contains(hit) || hit.contains(own));
    });
  };

  const opening = (element) => element.cloneNode(false).outerHTML.slice(0, 140);

  const told = (element) => {
    const box = element.getBoundingClientRect();
    return {
      element,
      html: opening(element),
      place: [box.left, box.top + scrollY, box.right, box.bottom + scrollY].map(Math.round),
      outside: box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight,
      covered: covered(element),
      ring: ring(element),
      text: Boolean(element.closest("article")),
    };
  };

  addEventListener("keyup", (event) => {
    const element = document.activeElement;
    if (event.key === "Tab" && element && element !== document.body) seen.push(told(element));
  }, true);

  const due = [...document.querySelectorAll(STOPS)].filter(isStop);
  const radios = [...document.querySelectorAll("input[type=radio]")].filter(shown);

  window.walk = {
    count: due.length + new Set(radios.map((radio) => radio.name)).size,
    missed: () => due.filter((element) => !seen.some((stop) => stop.element === element)).map(opening),
    stops: () => {
      axe.setup(document.documentElement);
      const follows = Node.DOCUMENT_POSITION_FOLLOWING;
      const stops = seen.map(({ element, ...stop }, index) => ({
        ...stop,
        name: axe.commons.text.accessibleText(element, { includeHidden: true }).trim(),
        back: index > 0 && !(seen[index - 1].element.compareDocumentPosition(element) & follows),
      }));
      axe.teardown();
      return stops;
    },
  };
})();
