"""What goes wrong while Python starts: the reader is told, keeps the answers, and can go on."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.models import LANGS
from publish.config import ROOT
from tests.browser.faults import (
    Fault,
    FaultyServer,
    cut_off,
    damaged,
    faulty_server,
    missing,
    shorter,
    slowly,
    stalled,
    with_script,
    wrong_type,
)

OLD = ROOT / "docs" / "assets" / "js" / "selfcheck" / "old.js"
PATHS = {"fi": "self-check/", "sv": "sv/self-check/", "en": "en/self-check/"}
ANSWER = 'input[name="will-reason"][value="1"]'
NO_WASM = "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'"
NO_WORKER = "worker-src 'none'"
NO_MEMORY = "WebAssembly.instantiate = async () => { throw new RangeError('no memory'); };"


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


def visit(page: Page, server: FaultyServer, lang: str = "en", patience: int = 90_000) -> None:
    """Open the self-check, whose start gives up after so many milliseconds of silence."""
    page.add_init_script(
        "document.addEventListener('readystatechange', () => { const root ="
        f" document.getElementById('selfcheck'); root.dataset.patience = '{patience}'; }},"
        " {once: true})"
    )
    page.goto(server.address + PATHS[lang])


def expect_state(page: Page, state: str) -> None:
    """Wait for a state."""
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", state, timeout=180_000)


def expect_told(page: Page, phrase: str) -> None:
    """The status says the phrase in the page's language."""
    phrases = json.loads(page.locator("#selfcheck-phrases").text_content() or "")
    expect(page.locator("#selfcheck-status")).to_have_text(phrases[phrase])


def expect_usable(page: Page) -> None:
    """Answers stand, can be saved, and the key for counting by hand is there."""
    expect(page.locator(ANSWER)).to_be_checked()
    expect(page.locator("#scoring-key")).to_be_visible()
    with page.expect_download() as saving:
        page.locator("[data-action=save]").click()
    assert json.loads(saving.value.path().read_text("utf-8"))["answers"] == {"will-reason": 1}


def expect_scored(page: Page) -> None:
    """The answer given before counts in the score."""
    expect_state(page, "ready")
    place = page.locator("#selfcheck-result[data-result]")
    place.wait_for(state="attached")
    assert json.loads(place.get_attribute("data-result") or "")["criteria"]["will"]["answered"] == 1


@pytest.mark.parametrize(
    ("file", "fault", "lang"),
    [
        ("pyodide.asm.wasm", missing, "fi"),
        ("pyodide.asm.wasm", shorter, "sv"),
        ("pyodide.asm.wasm", cut_off, "en"),
        ("pyodide.asm.wasm", damaged, "fi"),
        ("pyodide.asm.js", missing, "sv"),
        ("pyodide.asm.js", shorter, "en"),
        ("pyodide.js", cut_off, "fi"),
        ("parts.json", damaged, "sv"),
        ("worker.js", missing, "en"),
        ("worker.js", with_script(NO_MEMORY), "sv"),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_a_start_that_fails_can_be_tried_again(
    file: str, fault: Fault, lang: str, server: FaultyServer, page: Page
) -> None:
    """Whichever file fails, however it does: it is told, nothing is lost, a second try works."""
    server.faults[file] = fault
    visit(page, server, lang)
    page.locator(ANSWER).check()
    expect_state(page, "error")
    expect_told(page, "failed")
    expect_usable(page)

    server.mend()
    page.locator("[data-action=retry]").click()

    expect_scored(page)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("headers", "script"),
    [({"Content-Security-Policy": NO_WASM}, ""), ({}, "delete self.WebAssembly;")],
    ids=["forbidden by policy", "no WebAssembly"],
)
def test_a_browser_that_cannot_is_told_so(
    headers: dict[str, str], script: str, lang: str, server: FaultyServer, page: Page
) -> None:
    """Without WebAssembly the reader is pointed to another browser or to the scoring key."""
    server.headers |= headers
    if script:
        server.faults["worker.js"] = with_script(script)
    visit(page, server, lang)
    page.locator(ANSWER).check()
    expect_state(page, "error")

    expect_told(page, "failed.unsupported")
    expect_usable(page)
    assert not any(path.endswith("python_stdlib.zip") for path in server.asked)


def test_without_workers_it_is_told(server: FaultyServer, page: Page) -> None:
    """A policy that forbids workers ends in the message, not in silence."""
    server.headers["Content-Security-Policy"] = NO_WORKER
    visit(page, server)
    page.locator(ANSWER).check()
    expect_state(page, "error")

    expect_told(page, "failed")
    expect_usable(page)


def test_a_browser_without_modules_is_told(server: FaultyServer, page: Page) -> None:
    """The script for browsers that know no modules says what to do instead."""
    server.faults["page.js"] = missing
    visit(page, server, "sv")
    page.locator(ANSWER).check()
    page.evaluate(OLD.read_text("utf-8"))

    expect_state(page, "error")
    expect_told(page, "failed.unsupported")
    expect(page.locator(ANSWER)).to_be_checked()


@pytest.mark.parametrize("fault", [missing, shorter, cut_off, damaged], ids=lambda f: f.__name__)
def test_a_bad_picture_costs_time_only(fault: Fault, server: FaultyServer, page: Page) -> None:
    """A picture of memory that is missing, short, cut off or damaged: Python starts plainly."""
    server.faults["memory.bin"] = fault
    visit(page, server)
    page.locator(ANSWER).check()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "plain")


def test_a_server_that_knows_no_types_will_do(server: FaultyServer, page: Page) -> None:
    """WebAssembly, pictures and lists may be served as any type."""
    for name in ("pyodide.asm.wasm", "memory.bin", "parts.json"):
        server.faults[name] = wrong_type
    visit(page, server)
    page.locator(ANSWER).check()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "memory")


def test_a_slow_link_is_waited_for(server: FaultyServer, page: Page) -> None:
    """As long as bytes arrive the start goes on, and how far it is can be seen but is said once."""
    server.faults["memory.bin"] = slowly(seconds=15, pieces=60)
    visit(page, server, "fi", patience=8_000)
    page.locator(ANSWER).check()
    bar = page.locator("[data-loading] progress")
    expect(bar).to_be_visible()
    expect(page.locator("[data-loading-text]")).to_have_text(re.compile(r"^[67]\d\xa0%$"))
    assert 0 < float(bar.get_attribute("value") or 0) < 1
    expect_told(page, "loading")

    expect_scored(page)
    expect(bar).to_be_hidden()
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "memory")


def test_a_stalled_load_is_given_up(server: FaultyServer, page: Page) -> None:
    """When nothing more arrives the reader is told, and a second try works."""
    server.faults["pyodide.asm.wasm"] = stalled
    visit(page, server, "sv", patience=2_000)
    page.locator(ANSWER).check()
    expect_state(page, "error")
    expect_told(page, "failed")
    expect_usable(page)

    server.mend()
    page.evaluate("document.getElementById('selfcheck').dataset.patience = 90000")
    page.locator("[data-action=retry]").click()

    expect_scored(page)


def test_python_that_has_ended_comes_back(server: FaultyServer, page: Page) -> None:
    """A worker that the browser ended while the tab slept is started anew at the next answer."""
    visit(page, server)
    expect_state(page, "ready")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Page.setWebLifecycleState", {"state": "frozen"})
    devtools.send("Page.setWebLifecycleState", {"state": "active"})
    page.workers[0].evaluate("setTimeout(() => self.close())")
    page.wait_for_timeout(500)

    page.locator(ANSWER).check()

    expect_scored(page)


def test_once_started_no_network_is_needed(server: FaultyServer, page: Page) -> None:
    """A connection that is lost after the start does not matter."""
    visit(page, server)
    expect_state(page, "ready")
    page.context.set_offline(True)

    page.locator(ANSWER).check()

    expect_scored(page)
