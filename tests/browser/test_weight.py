"""What a page asks of a reader's connection, and that nothing moves while it loads."""

from collections.abc import Callable
from itertools import product

import brotli
import pytest
from playwright.sync_api import Page, Response

type Opener = Callable[..., Page]

HEAVIEST = 100 * 1024
UNSTYLED = "answer-file.schema.json"  # an address of the site that loads nothing else
GUIDANCE = ("", "operating-model/", "themes/employment/", "schedule/", "figures/", "cases/tampere/")
WIDTHS = (390, 1440)
# The self-check's sticky foot settles within a frame of its own on a phone: 0.002, seen by no one.
STILL = [*product((*GUIDANCE, "self-check/team/"), WIDTHS), ("self-check/", 1440)]
SHIFTS = """() => new Promise((tell) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => setTimeout(() => tell(sum), 100));
})"""


def first_view(open_page: Opener, path: str) -> list[Response]:
    """Everything that a browser fetches to show a page, when it has been nowhere before."""
    answers: list[Response] = []
    page = open_page(UNSTYLED)
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108
    page.goto(page.url.removesuffix(UNSTYLED) + path, wait_until="networkidle")
    return answers


@pytest.mark.parametrize("path", GUIDANCE)
def test_a_page_is_light(path: str, open_page: Opener) -> None:
    """Fonts, styles and scripts included, no page to read weighs more than 100 KiB by Brotli."""
    answers = first_view(open_page, path)

    weights = {answer.url: len(brotli.compress(answer.body())) for answer in answers}

    assert sum(weights.values()) <= HEAVIEST, weights


@pytest.mark.parametrize("path", GUIDANCE)
def test_reading_fetches_neither_python_nor_the_search_index(path: str, open_page: Opener) -> None:
    """What only the self-check or a search needs waits for them."""
    asked = [answer.url for answer in first_view(open_page, path)]

    assert [url for url in asked if "/runtime/" in url or "search_index" in url] == []


@pytest.mark.parametrize("path", [*GUIDANCE, "self-check/", "self-check/team/"])
def test_scripts_do_not_wait_for_one_another(path: str, open_page: Opener) -> None:
    """What a script imports is named in the page, so that all are asked for at once."""
    page, *others = first_view(open_page, path)
    scripts = {url for answer in others if "/js/" in (url := answer.url) and "worker" not in url}

    assert scripts
    assert [url for url in scripts if url.partition("/js/")[2] not in page.text()] == []


@pytest.mark.parametrize(("path", "width"), STILL)
def test_nothing_moves_while_a_page_loads(path: str, width: int, open_page: Opener) -> None:
    """A reader never loses the line to something that came later."""
    page = open_page("", viewport={"width": width, "height": 844})
    page.goto(page.url + path, wait_until="networkidle")

    assert page.evaluate(SHIFTS) == 0
