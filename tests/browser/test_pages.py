"""Pages in a real browser: the language menu, the round's state, search, storage."""

import re
from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Page, expect

STATES = {
    "2021-11-09": "coming",
    "2021-11-10": "open",
    "2021-12-10": "open",
    "2021-12-11": "closed",
    "2022-01-20": "running",
    "2022-04-06": "running",
    "2022-04-07": "past",
}

type Opener = Callable[..., Page]


def test_the_language_menu_lands_on_the_same_page(open_page: Opener) -> None:
    """From any page, at any depth, a language leads to that page in the language."""
    page = open_page("themes/employment/")
    for lang, landed in (("sv", "sv/"), ("en", "en/"), ("fi", "")):
        page.locator(f'a[data-language="{lang}"]').click()
        page.wait_for_url(f"**/soske/{landed}themes/employment/")
        expect(page.locator("html")).to_have_attribute("lang", lang)


def test_the_round_is_told_as_of_the_readers_day(open_page: Opener) -> None:
    """Whatever day the site was built on, the reader sees the state of the day of reading."""
    page = open_page("")
    address = f"{page.url}schedule/"
    for day, state in STATES.items():
        page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00+02:00"))
        page.goto(address)

        expect(page.locator(f".round-state [data-state={state}]")).to_be_visible()
        expect(page.locator(".round-state [data-state]:visible")).to_have_count(1)


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
