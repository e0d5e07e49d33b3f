"""The search box in a real browser: what readers type finds the page they look for."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from publish.config import ROOT, config
from publish.external import node
from publish.search.finnish import voikko
from selfcheck.model import LANGS

FOLDERS = {"fi": "", "sv": "sv/", "en": "en/"}
QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text("utf-8"))
FOUND = ".md-search-result__item"
STATUS = ".md-search [role=status]"
ANSWERS = ROOT / "tests" / "js" / "queries.mjs"

type Opener = Callable[..., Page]


def opened(open_page: Opener, path: str, query: str) -> Page:
    """A page with a query typed into its search box and answered."""
    page = open_page(path, viewport={"width": 1440, "height": 900})
    page.locator(".md-search__input").fill(query)
    expect(page.locator(FOUND).first).to_be_visible()
    return page


def told(page: Page, state: str) -> str:
    """What the box says in a state, in the page's language."""
    return page.locator(STATUS).get_attribute(f"data-{state}") or ""


def answered(index: Path, queries: list[str]) -> dict[str, list[str]]:
    """The first three pages for each query, as the box's own script finds them."""
    run = subprocess.run(
        [node(), str(ANSWERS), str(index)],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_readers_find_the_page_they_look_for(lang: str, built_site: Path) -> None:
    """At least 95 of 100 queries have a page that answers them among the first three."""
    asked = QUERIES[lang]
    index = built_site / FOLDERS[lang] / "search" / "search_index.json"
    answers = answered(index, list(asked))

    missed = {
        query: names
        for query, found in answers.items()
        if not set(asked[query]) & set(names := [one.strip("/") or "index" for one in found])
    }
    print(f"{lang}: {len(asked) - len(missed)} of {len(asked)} queries, missed {missed}")
    assert len(missed) <= 0.05 * len(asked), missed


@pytest.mark.parametrize("lang", LANGS)
def test_the_queries_are_many_and_name_pages_that_exist(lang: str) -> None:
    """Each language has at least 40 queries, and no page expected by one has gone."""
    pages = {page.removesuffix(".md").removesuffix("/index") for page in config().pages}
    expected = {page for wanted in QUERIES[lang].values() for page in wanted}

    assert len(QUERIES[lang]) >= 40
    assert expected - pages == set()


@pytest.mark.skipif(voikko() is None, reason="Voikko is missing")
@pytest.mark.parametrize("query", ["hankinta", "hankinnat", "hankkia", "hankintaan"])
def test_finnish_forms_of_a_word_are_found_as_one(query: str, open_page: Opener) -> None:
    """Whichever form is typed, the others are found and marked."""
    page = opened(open_page, "", query)

    expect(page.locator(f"{FOUND} mark", has_text="Hankinnoilla").first).to_be_visible()


def test_nothing_is_fetched_for_a_reader_who_does_not_search(open_page: Opener) -> None:
    """The index is loaded when the box is first turned to, not with every page."""
    page = open_page("", viewport={"width": 1440, "height": 900})
    page.wait_for_load_state("networkidle")
    script = "performance.getEntriesByType('resource').some((e) => e.name.includes('search_index'))"
    assert not page.evaluate(script)

    with page.expect_response("**/search_index.json") as answer:
        page.locator(".md-search__input").focus()

    assert answer.value.ok


def test_one_can_search_by_keyboard_alone(open_page: Opener) -> None:
    """Arrows walk to what was found and back, Enter in the box goes to the first page."""
    page = opened(open_page, "sv/", "riskanalys")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{FOUND} > a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search__input")).to_be_focused()

    page.keyboard.press("Enter")

    page.wait_for_url("**/soske/sv/themes/human-rights/")


def test_escape_closes_what_was_found(open_page: Opener) -> None:
    """From the list, Escape closes the panel and leaves focus in the box, not in what is hidden."""
    page = opened(open_page, "", "hankinta")
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Escape")

    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".md-search__input")).to_be_focused()


def test_a_section_is_one_click_away(open_page: Opener) -> None:
    """Under a page stand links to the sections that answer, and the panel closes on the way."""
    page = opened(open_page, "themes/human-rights/", "riskianalyysi")

    page.locator(f"{FOUND} li a").first.click()

    page.wait_for_url("**/themes/human-rights/#risk-analysis")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_word_that_no_page_has_is_told(open_page: Opener) -> None:
    """Where nothing is found the box says so, and nothing is listed."""
    page = opened(open_page, "en/", "procurement")
    page.locator(".md-search__input").fill("xylophone")

    expect(page.locator(STATUS)).to_have_text(told(page, "none"))
    expect(page.locator(FOUND)).to_have_count(0)


def test_markup_in_a_query_stays_text(open_page: Opener) -> None:
    """What is typed is never taken for a piece of the page."""
    page = opened(open_page, "en/", "<img src=x onerror=alert(1)> procurement")

    expect(page.locator(".md-search img")).to_have_count(0)


def test_an_index_that_does_not_come_is_told_and_asked_for_again(open_page: Opener) -> None:
    """After a failed load the box says so; typing on tries once more."""
    page = open_page("en/", viewport={"width": 1440, "height": 900})
    page.route("**/search_index.json", lambda route: route.fulfill(status=503))
    page.locator(".md-search__input").fill("pro")
    expect(page.locator(STATUS)).to_have_text(told(page, "failed"))
    page.unroute("**/search_index.json")

    page.locator(".md-search__input").fill("procurement")

    expect(page.locator(FOUND).first).to_be_visible()
