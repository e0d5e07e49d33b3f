"""Pages in a real browser: the language menu, the round's state, the panels, accessibility."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from macros.models import LANGS
from publish.config import ROOT, config

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FOLDERS = {"fi": "", "sv": "sv/", "en": "en/"}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

type Opener = Callable[..., Page]


def addresses() -> list[str]:
    """Every page's address below its language's root."""
    return [
        page.removesuffix("index.md") if page.endswith("index.md") else page.replace(".md", "/")
        for page in config().pages
    ]


def violations(page: Page) -> list[str]:
    """What axe finds wrong, as rule and first place."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{page.url}: {rule['id']} {rule['nodes'][0]['html'][:160]}" for rule in found]


@pytest.mark.parametrize(
    ("lang", "look"),
    [
        ("fi", "desktop light"),
        ("fi", "phone dark"),
        ("sv", "phone dark"),
        ("en", "desktop light"),
    ],
)
def test_axe_finds_nothing(lang: str, look: str, open_page: Opener) -> None:
    """No page has a violation of WCAG 2.2 A or AA or of best practice that axe can see."""
    phone = look.startswith("phone")
    size = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
    page = open_page("", viewport=size, color_scheme="dark" if phone else "light")
    root = page.url
    found = []
    for path in addresses():
        page.goto(root + FOLDERS[lang] + path)
        page.add_script_tag(path=AXE)
        found += violations(page)

    assert found == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_scrolls_sideways_on_a_narrow_screen(lang: str, open_page: Opener) -> None:
    """At 320 pixels every page fits its width; only wide tables scroll in their own box."""
    page = open_page("", viewport={"width": 320, "height": 640})
    root = page.url
    wide = []
    for path in addresses():
        page.goto(root + FOLDERS[lang] + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide.append(f"{path} {width}")

    assert wide == []


def test_the_language_menu_lands_on_the_same_page(open_page: Opener) -> None:
    """From any page, at any depth, a language leads to that page in the language."""
    page = open_page("themes/employment/")
    for lang, landed in (("sv", "sv/"), ("en", "en/"), ("fi", "")):
        page.locator(f'a[data-language="{lang}"]').click()
        page.wait_for_url(f"**/soske/{landed}themes/employment/")
        expect(page.locator("html")).to_have_attribute("lang", lang)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2021-11-09", "coming"),
        ("2021-11-10", "open"),
        ("2021-12-10", "open"),
        ("2021-12-11", "closed"),
        ("2022-04-06", "closed"),
        ("2022-04-07", "archived"),
    ],
)
def test_the_round_is_told_as_of_the_readers_day(day: str, state: str, open_page: Opener) -> None:
    """Whatever day the site was built on, the reader sees the state of the day of reading."""
    page = open_page("")
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00+02:00"))
    page.goto(page.url + "schedule/")

    expect(page.locator(f".round-state [data-state={state}]")).to_be_visible()
    expect(page.locator(".round-state [data-state]:visible")).to_have_count(1)


def test_the_days_change_at_finnish_midnight(open_page: Opener) -> None:
    """Someone reading in New York on the evening before sees the state of the day in Finland."""
    page = open_page("", timezone_id="America/New_York")
    page.clock.set_fixed_time(datetime.fromisoformat("2021-11-09T22:30:00+00:00"))
    page.goto(page.url + "schedule/")

    expect(page.locator(".round-state [data-state=open]")).to_be_visible()


@pytest.mark.parametrize("panel", ["menu", "search"])
def test_panels_open_and_close_by_keyboard(panel: str, open_page: Opener) -> None:
    """On a phone, Enter opens the menu and the search, Escape closes them and focus comes back."""
    page = open_page("", viewport={"width": 390, "height": 844})
    button = page.locator(f".site-header__button--{panel}")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    inside = ".md-sidebar--primary" if panel == "menu" else ".md-search"
    expect(page.locator(f"{inside} :focus")).to_have_count(1)

    page.keyboard.press("Escape")

    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_a_closed_menu_takes_no_focus(open_page: Opener) -> None:
    """On a phone, walking with Tab never lands on something that is not on the screen."""
    page = open_page("", viewport={"width": 390, "height": 844})
    outside = []
    for _ in range(60):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(() => { const e = document.activeElement, r = e.getBoundingClientRect();"
            " return [e.outerHTML.slice(0, 80), r.right, r.left, r.width, innerWidth]; })()"
        )
        if box[1] <= 0 or box[2] >= box[4] or box[3] == 0:
            outside.append(box)

    assert outside == []


def test_search_finds_in_the_pages_own_language(open_page: Opener) -> None:
    """Each language has an index of its own."""
    page = open_page("sv/", viewport={"width": 1440, "height": 900})
    page.locator(".md-search__input").fill("sysselsättningsvillkor")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("/sv/"))


def test_nothing_is_stored_by_looking(open_page: Opener) -> None:
    """Reading pages stores nothing on the device and sets no cookie."""
    page = open_page("")
    root = page.url
    for path in ("schedule/", "self-check/", "sv/criteria/"):
        page.goto(root + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []
        assert page.evaluate("document.cookie") == ""
