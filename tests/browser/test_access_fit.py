"""Pages for readers who zoom in, enlarge the text or space it out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from selfcheck.model import LANGS, Lang

from .access import addresses

FIT = Path(__file__).with_name("fit.js").read_text("utf-8")
# The values of WCAG 1.4.12, set as a reader's own style sheet would.
# The policy refuses styles in elements, not those that a script makes.
ADOPT = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
SPACED = """* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}
p { margin-bottom: 2em !important; }"""

type Opener = Callable[..., Page]


def page_by_page(page: Page, site: Path, lang: Lang) -> Iterator[str]:
    """Open every page of a language; the address of the one that is open."""
    root = page.url
    for path in addresses(site, lang):
        page.goto(root + path)
        page.evaluate(FIT)
        yield path


def told(found: dict[str, list[str]]) -> str:
    """What was found, a line for each page with faults."""
    return "\n".join(f"{path}: {'; '.join(faults[:6])}" for path, faults in found.items() if faults)


@pytest.mark.parametrize("lang", LANGS)
def test_pages_fit_when_narrow_and_when_spaced_out(
    lang: Lang, built_site: Path, open_page: Opener
) -> None:
    """No page scrolls sideways, cuts text off or lays it over other text (WCAG 1.4.10, 1.4.12).

    At 320 pixels, which is 1280 at 400 per cent, and spaced out at phone and desktop width.
    """
    page = open_page("", reduced_motion="reduce")
    found = {}
    for path in page_by_page(page, built_site, lang):
        page.set_viewport_size({"width": 320, "height": 740})
        found[f"{path} at 320 px"] = page.evaluate("misfits()")
        page.evaluate(ADOPT, SPACED)
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            found[f"{path} spaced out at {width} px"] = page.evaluate("misfits()")

    assert not any(found.values()), told(found)


@pytest.mark.parametrize("lang", LANGS)
def test_pages_fit_when_text_is_twice_as_large(
    lang: Lang, built_site: Path, open_page: Opener
) -> None:
    """With the browser's text set to 200 per cent, all of every page can be read (WCAG 1.4.4)."""
    page = open_page("", reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    sizes = {"fontSizes": {"standard": 32, "fixed": 26}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    found = {path: page.evaluate("misfits()") for path in page_by_page(page, built_site, lang)}

    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
    assert not any(found.values()), told(found)
