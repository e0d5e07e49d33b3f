"""What a reader has chosen in the system holds on the site: own colours, no motion."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page

PATHS = ("", "schedule/", "figures/", "cases/tampere/", "operating-model/", "self-check/")
# Texts of drawings, and edges of what can be used, that do not stand out from the reader's ground.
FAINT = """() => {
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
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) =>
  ["", "::before", "::after"].map((part) => [element, part, getComputedStyle(element, part)]))
  .filter(([, , style]) => style.transitionDuration.split(",").some((time) => parseFloat(time) > 0)
    || style.animationName !== "none" || style.scrollBehavior === "smooth")
  .map(([element, part]) => element.cloneNode(false).outerHTML.slice(0, 100) + part).slice(0, 10)"""

type Opener = Callable[..., Page]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_and_controls_take_on_the_readers_colours(
    scheme: Literal["light", "dark"], open_page: Opener
) -> None:
    """With forced colours, what drawings say and where controls end stands out from the ground."""
    page = open_page("", forced_colors="active", color_scheme=scheme)
    root, found = page.url, []
    for path in PATHS:
        page.goto(root + path)
        page.locator("main").wait_for()
        found += [f"{path}: {what}" for what in page.evaluate(FAINT)]

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert not found, "\n".join(found)


def test_nothing_moves_for_a_reader_who_wants_no_motion(open_page: Opener) -> None:
    """With reduced motion no element fades, slides or scrolls smoothly, the panels neither."""
    page = open_page("", reduced_motion="reduce", viewport={"width": 390, "height": 740})
    root, found = page.url, []
    for path in PATHS:
        page.goto(root + path)
        page.locator(".site-header__button--menu").click()
        found += [f"{path}: {what}" for what in page.evaluate(MOVING)]

    assert not found, "\n".join(found)


def test_things_do_move_for_others(open_page: Opener) -> None:
    """What the test above looks for is there when nobody has asked for less motion."""
    page = open_page("", viewport={"width": 390, "height": 740})

    assert page.evaluate(MOVING)
