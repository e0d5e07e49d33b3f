"""A real browser for the tests, and pages that notice what leaves the host or goes wrong."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import chromium

FLAGS = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run")
PATIENCE = 60_000  # milliseconds; Python's start on a slow machine
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = chromium()
    assert path, "Chromium is missing: make test installs it, or says how"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens pages of the site; at the end, no page may have asked another host for anything."""
    host = urlsplit(address).netloc
    contexts = []
    foreign: list[str] = []
    errors: list[str] = []

    def note(url: str) -> None:
        if urlsplit(url).scheme not in ("blob", "data") and urlsplit(url).netloc != host:
            foreign.append(url)

    def opener(path: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("request", lambda request: note(request.url))
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address + path)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert foreign == []
    assert errors == []
