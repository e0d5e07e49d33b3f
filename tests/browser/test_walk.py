"""Every page as readers meet it: with axe, by keyboard, narrow, enlarged and spaced out.

Each page is loaded once and looked at in every way. `make test` sees each page in one language,
its neighbours in the others; with --all-looks it is every page, in every language and look.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from selfcheck.model import LANGS, Lang

from .access import addresses
from .visiting import visits
from .walk import EVERY, RULES, Walk, some

pytestmark = pytest.mark.looks

# Goes against each rule once: a picture without words, a button without a ring, a box that is too
# wide, one that is too narrow for spaced out letters, one that is too low for large ones.
BAD = """<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1>
<img src="data:,"><button style="outline: none">Press</button>
<div style="width: 350px">wide</div>
<div style="overflow: hidden; width: 12ch; white-space: nowrap"><b>eleven char</b></div>
<div style="overflow: hidden; width: 9em; height: 24px"><b>low</b></div></main></html>"""


def in_turn(site: Path, lang: Lang) -> Iterator[tuple[int, str]]:
    """The pages whose turn it is to be seen in a language, numbered among all."""
    for number, path in enumerate(addresses(site, lang)):
        if number % len(LANGS) == LANGS.index(lang):
            yield number // len(LANGS), path


@pytest.fixture(scope="module", params=LANGS)
def walked(
    request: pytest.FixtureRequest,
    browser: Browser,
    address: str,
    built_site: Path,
    pytestconfig: pytest.Config,
) -> Iterator[Walk]:
    """A walk through the pages of a language."""
    lang: Lang = request.param
    with visits(browser, address) as open_page:
        walk = Walk(open_page("", reduced_motion="reduce"))
        if pytestconfig.getoption("--all-looks"):
            for path in addresses(built_site, lang):
                walk.visit(address, path, EVERY)
        else:
            for number, path in in_turn(built_site, lang):
                walk.visit(address, path, some(number))
        yield walk


def wrong(walked: Walk, rule: str) -> str:
    """What goes against a rule, a line for each fault; nothing when no page does."""
    assert len(walked.seen) > 8
    return "\n".join(walked.found[rule])


def test_axe_finds_nothing(walked: Walk) -> None:
    """No page has a violation that axe can see: WCAG 2.0 to 2.2, A and AA, and best practice."""
    assert not wrong(walked, "axe"), wrong(walked, "axe")


def test_tab_walks_through_every_page(walked: Walk) -> None:
    """Tab reaches everything in reading order; each stop has a name, is seen, and is marked so."""
    assert not wrong(walked, "tab"), wrong(walked, "tab")


def test_pages_fit_when_narrow(walked: Walk) -> None:
    """At 320 pixels, 1280 at 400 per cent, nothing is cut off or sticks out (WCAG 1.4.10)."""
    assert not wrong(walked, "narrow"), wrong(walked, "narrow")


def test_pages_fit_when_spaced_out(walked: Walk) -> None:
    """With a reader's own spacing no text is cut off or lies over other text (WCAG 1.4.12)."""
    assert not wrong(walked, "spaced"), wrong(walked, "spaced")


def test_pages_fit_when_text_is_twice_as_large(walked: Walk) -> None:
    """With the browser's text set to 200 per cent, all of every page can be read (WCAG 1.4.4)."""
    assert not wrong(walked, "enlarged"), wrong(walked, "enlarged")


def test_the_walk_does_find_faults(browser: Browser, address: str) -> None:
    """A page that goes against every rule is told by every rule."""
    with visits(browser, address) as open_page:
        page = open_page("", reduced_motion="reduce")
        page.route("**/bad/", lambda route: route.fulfill(body=BAD, content_type="text/html"))
        walk = Walk(page)
        walk.visit(address, "bad/", some(0))

    assert {rule for rule, faults in walk.found.items() if faults} == RULES
