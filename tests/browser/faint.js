/** Texts and shapes of drawings, and edges of controls, that do not stand out from the page's ground. */
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const ground = getComputedStyle(document.body).backgroundColor;
  const faint = [];
  for (const text of document.querySelectorAll("main svg text")) {
    if (text.matches(".payment__within")) continue; // stands on a bar
    if (shown(text) && contrast(getComputedStyle(text).fill, ground) < 4.5) faint.push(text.outerHTML);
  }
  for (const shape of document.querySelectorAll("main svg :is(rect, circle, path)")) {
    const { fill, stroke } = getComputedStyle(shape);
    const seen = [fill, stroke].filter((paint) => paint !== "none");
    if (shown(shape) && !seen.some((paint) => contrast(paint, ground) >= 3)) faint.push(shape.outerHTML);
  }
  for (const button of document.querySelectorAll("main :is(.button, .choice, .question, input[type=text])")) {
    const { borderTopColor, borderTopWidth } = getComputedStyle(button);
    const edge = parseFloat(borderTopWidth) ? contrast(borderTopColor, ground) : 1;
    if (shown(button) && edge < 3) faint.push(button.outerHTML.slice(0, 200));
  }
  return faint.slice(0, 10);
}
