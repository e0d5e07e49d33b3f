"""What goes wrong while Python starts: the reader is told, keeps the answers, and can go on."""

import pytest
from playwright.sync_api import Page, expect

from selfcheck.model import LANGS
from tests.browser.faults import (
    ALL,
    Fault,
    FaultyServer,
    bare,
    cut_off,
    damaged,
    missing,
    shorter,
    still_packed,
    with_script,
    wrong_type,
)
from tests.browser.starting import (
    ANSWER,
    expect_failed,
    expect_scored,
    retry,
    visit,
)

NO_WASM = "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'"
NO_WORKER = "worker-src 'none'"
NO_MEMORY = "WebAssembly.instantiate = async () => { throw new RangeError('no memory'); };"


@pytest.mark.parametrize(
    ("file", "fault", "lang"),
    [
        ("pyodide.asm.wasm", missing, "fi"),
        ("pyodide.asm.wasm", shorter, "sv"),
        ("pyodide.asm.wasm", cut_off, "en"),
        ("pyodide.asm.wasm", damaged, "fi"),
        ("pyodide.asm.wasm", still_packed, "sv"),
        ("pyodide.asm.js", missing, "sv"),
        ("pyodide.asm.js", shorter, "en"),
        ("pyodide.js", cut_off, "fi"),
        ("manifest.json", damaged, "sv"),
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
    expect_failed(page)

    retry(page, server)


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

    expect_failed(page, "failed.unsupported")
    assert not any(path.endswith("python_stdlib.zip") for path in server.asked)


def test_without_workers_it_is_told(server: FaultyServer, page: Page) -> None:
    """A policy that forbids workers ends in the message, not in silence."""
    server.headers["Content-Security-Policy"] = NO_WORKER
    visit(page, server)
    page.locator(ANSWER).check()

    expect_failed(page)


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        *(("snapshot.bin", fault) for fault in (missing, shorter, cut_off, damaged, still_packed)),
        *(("snapshot.json", fault) for fault in (missing, damaged)),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_a_bad_picture_costs_time_only(
    file: str, fault: Fault, server: FaultyServer, page: Page
) -> None:
    """Without a picture of memory that is whole, sound and unpacked, Python starts plainly."""
    server.faults[file] = fault
    visit(page, server)
    page.locator(ANSWER).check()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "plain")


def test_a_server_that_knows_no_types_will_do(server: FaultyServer, page: Page) -> None:
    """WebAssembly, pictures and lists may be served as any type."""
    for name in ("pyodide.asm.wasm", "snapshot.bin", "manifest.json"):
        server.faults[name] = wrong_type
    visit(page, server)
    page.locator(ANSWER).check()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "snapshot")


@pytest.mark.parametrize("lang", LANGS)
def test_a_proxy_may_unpack_everything(lang: str, server: FaultyServer, page: Page) -> None:
    """Pages, scripts and Python arrive uncompressed and without a length: all works as ever."""
    server.faults[ALL] = bare
    visit(page, server, lang)
    page.locator(ANSWER).check()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "snapshot")
