"""A real browser for the tests, and pages that notice what leaves the host or goes wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from devtools.chromium import chromium
from tests.browser.faults import FaultyServer, faulty_server
from tests.browser.keeping import Host, copy_of

FLAGS = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run")
PATIENCE = 60_000  # milliseconds; Python's start on a slow machine
expect.set_options(timeout=PATIENCE)
# A violation of the site's policy becomes an error of the page, which the fixtures notice.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) => {
  const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
  const where = `${sourceFile}:${lineNumber}`;
  const told = `the policy's ${effectiveDirective} refuses ${blockedURI} ${sample} at ${where}`;
  reportError(new Error(told));
});"""
# So does one in a worker, which no listener of the page hears.
IN_CONSOLE = ("Content Security Policy", "Trusted", "Permissions-Policy", "Cross-Origin-")


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
    """Opens pages of the site, none of which may ask another host or go against the policy."""
    host = urlsplit(address).netloc
    contexts = []
    foreign: list[str] = []
    errors: list[str] = []

    def note(url: str) -> None:
        if urlsplit(url).scheme not in ("blob", "data") and urlsplit(url).netloc != host:
            foreign.append(url)

    def hear(message: ConsoleMessage) -> None:
        if any(words in message.text for words in IN_CONSOLE):
            errors.append(message.text)

    def opener(path: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("request", lambda request: note(request.url))
        context.add_init_script(TELL_VIOLATIONS)
        context.on("console", hear)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address + path)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert foreign == []
    assert errors == []


@pytest.fixture
def server(web_root: Path) -> Iterator[FaultyServer]:
    """A server of this test's own, to spoil as it likes."""
    with faulty_server(web_root) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without a history."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Path:
    """A copy of the built site that a test may change."""
    return copy_of(built_site, tmp_path / "web")


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A server of the copy."""
    started = Host(site.parent)
    yield started
    started.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A device of its own."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()
