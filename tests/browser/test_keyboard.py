"""The site by keyboard alone: the panels, the skip link. `test_walk` follows Tab on every page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.model.load import facts
from selfcheck.model import LANGS, Lang
from tests.matrix import one_of

from .access import FOLDERS

PROBE = Path(__file__).with_name("keyboard.js").read_text("utf-8")
THIN, FAINT = 3, 3  # pixels of a focus ring, and its contrast with what is around it (WCAG 1.4.11)

type Opener = Callable[..., Page]
type Stop = dict[str, Any]


@pytest.mark.parametrize("panel", ["menu", "search"])
@pytest.mark.parametrize("way", ["Escape", "button"])
@pytest.mark.parametrize("width", one_of([320, 1200], 320))
def test_panels_open_and_close(width: int, way: str, panel: str, open_page: Opener) -> None:
    """Enter on its button opens a panel; Escape or the panel's own button closes; focus returns."""
    page = open_page("schedule/", viewport={"width": width, "height": 740})
    button = page.locator(f".site-header__button--{panel}")
    if not button.is_visible():
        assert (panel, width) == ("search", 1200)  # there the search box itself is always shown
        return
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    inside = ".md-sidebar--primary" if panel == "menu" else ".md-search"
    expect(page.locator(f"{inside} :focus")).to_have_count(1)

    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator(f"{inside} [data-closes]").press("Enter")

    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(page.locator(f"{inside} a, {inside} input").first).to_be_hidden()


@pytest.mark.parametrize("panel", ["menu", "search"])
def test_a_panel_that_focus_leaves_closes(panel: str, open_page: Opener) -> None:
    """Tab out of an open panel lands on the page, not behind the panel."""
    page = open_page("academy/", viewport={"width": 390, "height": 740}, reduced_motion="reduce")
    button = page.locator(f".site-header__button--{panel}")
    button.press("Enter")
    inside = ".md-sidebar--primary" if panel == "menu" else ".md-search"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{inside} :focus").count() == 0:
            break

    expect(button).to_have_attribute("aria-expanded", "false")
    assert page.evaluate(
        "(() => { const [box] = document.activeElement.getClientRects();"
        " return document.activeElement.contains(document.elementFromPoint("
        "   box.left + box.width / 2, box.top + box.height / 2)); })()"
    )


@pytest.mark.parametrize(
    ("path", "lang"),
    [
        *one_of([("", lang) for lang in LANGS], ("", "fi")),
        *one_of([("criteria/", lang) for lang in LANGS], ("criteria/", "sv")),
        *one_of([("404.html", lang) for lang in LANGS], ("404.html", "en")),
    ],
)
def test_the_first_stop_leads_past_the_header(path: str, lang: Lang, open_page: Opener) -> None:
    """The first press of Tab shows a link to the main heading; after it Tab goes on from there."""
    page = open_page(FOLDERS[lang] + path, viewport={"width": 1440, "height": 900})
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    expect(link).to_have_text(facts().words["menu.skip"].to(lang))
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    heading = page.locator("h1")
    expect(heading).to_be_in_viewport()
    top = heading.evaluate("element => element.getBoundingClientRect().top")
    assert top >= page.locator(".site-header").evaluate("e => e.getBoundingClientRect().bottom") - 1

    page.keyboard.press("Tab")

    assert heading.evaluate(
        "element => Boolean(element.compareDocumentPosition(document.activeElement)"
        " & Node.DOCUMENT_POSITION_FOLLOWING) && !document.activeElement.closest('header, nav')"
    )
