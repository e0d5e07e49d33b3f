"""What a page asks of a reader's connection, and that nothing moves while it loads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import brotli
import pytest
from playwright.sync_api import Browser, Response

from .visiting import Opener, visits

HEAVIEST = 100 * 1024
UNSTYLED = "answer-file.schema.json"  # an address of the site that loads nothing else
GUIDANCE = ("", "operating-model/", "themes/employment/", "schedule/", "figures/", "cases/tampere/")
FORMS = ("self-check/team/", "self-check/")
# Each page is seen narrow or wide; so that nothing moves is looked at in both by the matrix.
WIDTHS = {path: (390, 1440)[number % 2] for number, path in enumerate((*GUIDANCE, *FORMS))}
OTHERS = {path: 1830 - width for path, width in WIDTHS.items()}
# The self-check's sticky foot settles within a frame of its own: 0.002 on a phone, seen by no one.
SHIFTS = """() => new Promise((tell) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const { sources, value } of list.getEntries())
            if (!sources.every(({ node }) => node?.parentElement?.closest(".selfcheck__foot")))
                sum += value;
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => setTimeout(() => tell(sum), 100));
})"""


@dataclass(frozen=True)
class FirstView:
    """What a browser fetches to show a page, when it has been nowhere before, and what moves."""

    answers: list[Response]
    moved: float


type Look = Callable[[str, int], FirstView]


def first_view(open_page: Opener, path: str, width: int) -> FirstView:
    """Look at a page for the first time."""
    answers: list[Response] = []
    page = open_page(UNSTYLED, viewport={"width": width, "height": 844})
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108
    page.goto(page.url.removesuffix(UNSTYLED) + path, wait_until="networkidle")
    return FirstView(answers, page.evaluate(SHIFTS))


@pytest.fixture(scope="module")
def look(browser: Browser, address: str) -> Iterator[Look]:
    """Looks at a page; a view once had serves every test."""
    with visits(browser, address) as open_page:
        yield cache(lambda path, width: first_view(open_page, path, width))


@pytest.mark.parametrize("path", GUIDANCE)
def test_a_page_is_light(path: str, look: Look) -> None:
    """Fonts, styles and scripts included, no page to read weighs more than 100 KiB by Brotli."""
    answers = look(path, WIDTHS[path]).answers

    weights = {answer.url: len(brotli.compress(answer.body())) for answer in answers}

    assert len(weights) > 3
    assert sum(weights.values()) <= HEAVIEST, weights


@pytest.mark.parametrize("path", GUIDANCE)
def test_reading_fetches_neither_python_nor_the_search_index(path: str, look: Look) -> None:
    """What only the self-check or a search needs waits for them."""
    asked = [answer.url for answer in look(path, WIDTHS[path]).answers]

    assert len(asked) > 3
    assert [url for url in asked if "/runtime/" in url or "search_index" in url] == []


@pytest.mark.parametrize("path", WIDTHS)
def test_scripts_do_not_wait_for_one_another(path: str, look: Look) -> None:
    """What a script imports is named in the page, so that all are asked for at once."""
    page, *others = look(path, WIDTHS[path]).answers
    scripts = {url for answer in others if "/js/" in (url := answer.url) and "worker" not in url}

    assert scripts
    assert [url for url in scripts if url.partition("/js/")[2] not in page.text()] == []


@pytest.mark.parametrize(
    ("path", "width"),
    [
        *WIDTHS.items(),
        *(pytest.param(*other, marks=pytest.mark.matrix) for other in OTHERS.items()),
    ],
)
def test_nothing_moves_while_a_page_loads(path: str, width: int, look: Look) -> None:
    """A reader never loses the line to something that came later."""
    assert look(path, width).moved == 0
