"""How the main kinds of page sound to a screen reader, kept as files to compare with.

After a change that is meant, write them anew and look at the difference:
``.venv/bin/python -m pytest -m "" tests/browser/test_access_outlines.py --write-outlines``.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.self_check import EXAMPLES
from selfcheck.model import LANGS, Lang

from .access import FOLDERS

OUTLINES = Path(__file__).with_name("outlines")
# What one jumps between; the text in between may change without a word here.
STEPS = re.compile(
    r"\s*- '?(banner|navigation|search|main|contentinfo|region|heading|group|button|textbox|status"
    r"|alert|table|img|form)\b"
)

type Opener = Callable[..., Page]


def steps(snapshot: str) -> str:
    """The lines of an accessibility tree that name places, headings and controls."""
    return "\n".join(line.rstrip(":") for line in snapshot.splitlines() if STEPS.match(line))


def front(page: Page, lang: Lang) -> str:
    """The whole front page."""
    return steps(page.locator("body").aria_snapshot())


def schedule(page: Page, lang: Lang) -> str:
    """A page with a drawing and a table."""
    return steps(page.locator("body").aria_snapshot())


def theme(page: Page, lang: Lang) -> str:
    """A page of guidance."""
    return steps(page.locator("main").aria_snapshot())


def question(page: Page, lang: Lang) -> str:
    """One question of the self-check, word for word."""
    return page.locator("#question-will-reason").aria_snapshot()


def result(page: Page, lang: Lang) -> str:
    """The result of the self-check."""
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "ready")
    page.set_input_files("[data-file]", EXAMPLES / lang / "large-city.json")
    expect(page.locator("#selfcheck-result")).to_have_attribute("data-band", re.compile("."))
    return steps(page.locator("#selfcheck-result").aria_snapshot())


def search(page: Page, lang: Lang) -> str:
    """The header with the search open and answered."""
    page.locator(".md-search__input").fill("soske")
    expect(page.locator(".search-hit").first).to_be_visible()
    return re.sub(r"\d+", "#", steps(page.locator("header.site-header").aria_snapshot()))


PAGES: dict[Callable[[Page, Lang], str], str] = {
    front: "",
    schedule: "schedule/",
    theme: "themes/employment/",
    question: "self-check/",
    result: "self-check/",
    search: "academy/",
}
# Every kind in one language, the languages in turn; in all of them, the matrix.
KINDS = [
    pytest.param(
        *(kind, lang),
        id=f"{kind.__name__} {lang}",
        marks=() if LANGS[number % len(LANGS)] == lang else pytest.mark.matrix,
    )
    for number, kind in enumerate(PAGES)
    for lang in LANGS
]


@pytest.mark.parametrize(("kind", "lang"), KINDS)
def test_it_sounds_as_it_did(
    kind: Callable[[Page, Lang], str],
    lang: Lang,
    open_page: Opener,
    pytestconfig: pytest.Config,
) -> None:
    """Headings, landmarks and controls come with the names and in the order that are stored."""
    page = open_page(FOLDERS[lang] + PAGES[kind], viewport={"width": 1440, "height": 900})
    heard = kind(page, lang) + "\n"
    stored = OUTLINES / lang / f"{kind.__name__}.txt"
    if pytestconfig.getoption("--write-outlines"):
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_text(heard, "utf-8")

    assert heard == stored.read_text("utf-8")
