"""Pages in the states that readers bring them into, as axe sees them."""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from macros.self_check import EXAMPLES

from .access import EVERY_LOOK, NARROW_DARK, WIDE_LIGHT, Look, violations

type Opener = Callable[..., Page]


def search(page: Page) -> Iterator[str]:
    """The search before a word, with finds, and without."""
    button = page.locator(".site-header__button--search")
    (button if button.is_visible() else page.locator(".md-search__input")).click()
    status = page.locator(".md-search [role=status]")
    yield "search open"
    page.locator(".md-search__input").fill("hankinta")
    expect(page.locator(".search-hit").first).to_be_visible()
    yield "search with results"
    page.locator(".md-search__input").fill("xylofoni")
    expect(status).to_have_text(status.get_attribute("data-none") or "?")
    yield "search without results"
    page.keyboard.press("Escape")


def menu(page: Page) -> Iterator[str]:
    """The menu, where it is a panel, with every section unfolded."""
    button = page.locator(".site-header__button--menu")
    if button.is_visible():
        button.click()
        page.evaluate("document.querySelectorAll('.site-nav details').forEach(d => d.open = true)")
        yield "menu open"
        page.keyboard.press("Escape")


def self_check(page: Page) -> Iterator[str]:
    """The form from the first answers to a result, its folds, a refused file and the print."""
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "ready")
    yield "ready"
    page.locator("#selfcheck-organisation").fill("Saarela")
    page.locator('input[name="will-reason"][value="2"]').check()
    expect(page.locator("#selfcheck-result")).to_have_attribute("data-band", "groundwork")
    yield "partly filled"
    refused = {"name": "x.json", "mimeType": "application/json", "buffer": b"{}"}
    page.locator("[data-file]").set_input_files(refused)  # type: ignore[arg-type]
    expect(page.locator("[data-faults] p").first).to_be_visible()
    yield "file refused"
    with page.expect_file_chooser() as dialog:
        page.locator("[data-action=open]").click()
    path = EXAMPLES / "fi" / "large-city.json"
    dialog.value.set_files(path)
    name = json.loads(path.read_text("utf-8"))["organisation"]
    expect(page.locator("[data-report]")).to_contain_text(name)
    yield "file opened, result shown"
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    yield "folds open"
    page.emulate_media(media="print")
    yield "printed"


def failed(page: Page) -> Iterator[str]:
    """The self-check when Python does not come."""
    page.context.route("**/*.wasm", lambda route: route.abort())
    page.reload()
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "error", timeout=90_000)
    yield "Python missing"


# Each in one look, and in all of them the matrix.
STATES = {
    "search": ("schedule/", search, WIDE_LIGHT),
    "menu": ("schedule/", menu, NARROW_DARK),
    "self-check": ("self-check/", self_check, NARROW_DARK),
    "failure": ("self-check/", failed, WIDE_LIGHT),
}
SEEN = [
    pytest.param(
        *(path, states, look),
        id=f"{name} {look}",
        marks=() if look == chosen else pytest.mark.matrix,
    )
    for name, (path, states, chosen) in STATES.items()
    for look in EVERY_LOOK
]


@pytest.mark.parametrize(("path", "states", "look"), SEEN)
def test_axe_finds_nothing_in_any_state(
    path: str, states: Callable[[Page], Iterator[str]], look: Look, open_page: Opener
) -> None:
    """Whatever a reader does, axe finds no violation in what the page has become."""
    page = open_page(path, reduced_motion="reduce")
    look.wear(page)

    found = [f"{state}: {fault}" for state in states(page) for fault in violations(page)]

    assert not found, "\n".join(found)
