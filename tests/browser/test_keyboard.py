"""The site by keyboard alone: every stop of Tab on every page, the panels, the skip link."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.model.load import facts
from selfcheck.model import LANGS, Lang

from .access import AXE, FOLDERS, NARROW_DARK, WIDE_LIGHT, Look, addresses

PROBE = Path(__file__).with_name("keyboard.js").read_text("utf-8")
THIN, FAINT = 3, 3  # pixels of a focus ring, and its contrast with what is around it (WCAG 1.4.11)

type Opener = Callable[..., Page]
type Stop = dict[str, Any]


def walk(page: Page) -> tuple[list[Stop], list[str]]:
    """Press Tab from the top of the page to its end; each stop, and what was never reached."""
    page.evaluate(AXE)
    page.evaluate(PROBE)
    for _ in range(page.evaluate("walk.count") + 3):
        page.keyboard.press("Tab")
    stops: list[Stop] = page.evaluate("walk.stops()")
    end = next((n for n, stop in enumerate(stops) if stop["back"]), len(stops))
    return stops[:end], page.evaluate("walk.missed()")


def faults(stops: list[Stop]) -> Iterator[str]:
    """Where a stop cannot be told from others, seen, or recognised as having focus."""
    for stop in stops:
        ring = stop["ring"]
        wrong = {
            "has no name": not stop["name"],
            "is off the screen": stop["outside"],
            "is covered": stop["covered"],
            f"has a thin ring, {ring['width']}": ring["width"] < THIN,
            f"has a faint ring, {ring['contrast']:.1f}": ring["contrast"] < FAINT,
            "has a ring cut off": ring["cut"],
        }
        yield from (f"{stop['html']} {fault}" for fault, found in wrong.items() if found)


def upwards(stops: list[Stop]) -> Iterator[str]:
    """Where focus jumps up within the text, and not to the top of a column further right."""
    texts = [stop for stop in stops if stop["text"]]
    for before, after in pairwise(texts):
        if after["place"][3] < before["place"][1] and after["place"][0] < before["place"][2]:
            yield f"{after['html']} stands above {before['html']}"


@pytest.mark.parametrize(
    ("lang", "look"),
    [(lang, look) for lang in LANGS for look in (NARROW_DARK, WIDE_LIGHT)],
    ids=str,
)
def test_tab_walks_through_every_page(
    lang: Lang,
    look: Look,
    built_site: Path,
    open_page: Opener,
    pytestconfig: pytest.Config,
) -> None:
    """Tab reaches everything in reading order; each stop has a name, is seen, and is marked so.

    Every page is walked narrow and wide, each time in another language; with --all-looks in all.
    """
    page = open_page("")
    look.wear(page)
    root, found = page.url, []
    turn = (LANGS.index(lang) + (look.width > 700)) % len(LANGS)
    for number, path in enumerate(addresses(built_site, lang)):
        if number % len(LANGS) == turn or pytestconfig.getoption("--all-looks"):
            page.goto(root + path)
            stops, missed = walk(page)
            wrong = [
                *faults(stops),
                *upwards(stops),
                *(f"{html} is never reached" for html in missed),
            ]
            found += [f"{path}: {fault}" for fault in wrong]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("panel", ["menu", "search"])
@pytest.mark.parametrize("way", ["Escape", "button"])
@pytest.mark.parametrize("width", [320, 1200])
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


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", ["", "criteria/", "404.html"])
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
