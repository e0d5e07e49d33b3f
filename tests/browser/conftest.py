"""A real browser for the tests, and pages that notice what leaves the host or goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    expect,
    sync_playwright,
)

from devtools.chromium import chromium
from tests.browser.faults import FaultyServer, faulty_server
from tests.browser.keeping import Host, copy_of
from tests.browser.visiting import PATIENCE, Opener, visits

FLAGS = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run")
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
def open_page(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens pages of the site, none of which may ask another host or go against the policy."""
    with visits(browser, address) as opener:
        yield opener


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
