"""What a reader has chosen in the system holds on the site: own colours, no motion."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

PATHS = ("", "schedule/", "figures/", "cases/tampere/", "operating-model/", "self-check/")
FAINT = Path(__file__).with_name("faint.js").read_text("utf-8")
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
