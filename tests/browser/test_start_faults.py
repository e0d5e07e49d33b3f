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
from tests.matrix import one_of
from tests.sheets import command_line, example

NO_WASM = "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'"
NO_WORKER = "worker-src 'none'"
NO_MEMORY = "WebAssembly.instantiate = async () => { throw new RangeError('no memory'); };"
OUT_OF_MEMORY = with_script(NO_MEMORY)
CANNOT = {
    "forbidden by policy": ({"Content-Security-Policy": NO_WASM}, ""),
    "no WebAssembly": ({}, "delete self.WebAssembly;"),
}


WASM_THAT_FAILS = [
    ("pyodide.asm.wasm", missing, "fi"),
    ("pyodide.asm.wasm", shorter, "sv"),
    ("pyodide.asm.wasm", cut_off, "en"),
    ("pyodide.asm.wasm", damaged, "fi"),
    ("pyodide.asm.wasm", still_packed, "sv"),
]
SCRIPTS_THAT_FAIL = [
    ("pyodide.asm.js", missing, "sv"),
    ("pyodide.asm.js", shorter, "en"),
    ("pyodide.js", cut_off, "fi"),
    ("manifest.json", damaged, "sv"),
    ("worker.js", missing, "en"),
    ("worker.js", OUT_OF_MEMORY, "sv"),
]
SNAPSHOTS_THAT_FAIL = [
    *(("snapshot.bin", fault) for fault in (missing, shorter, cut_off, damaged, still_packed)),
    *(("snapshot.json", fault) for fault in (missing, damaged)),
]


def name(value: object) -> str:
    """What a parameter is called: a fault by its function's name."""
    return getattr(value, "__name__", str(value))


@pytest.mark.parametrize(
    ("file", "fault", "lang"),
    [
        *one_of(WASM_THAT_FAILS, WASM_THAT_FAILS[3]),
        *one_of(SCRIPTS_THAT_FAIL[:3], SCRIPTS_THAT_FAIL[2]),
        *one_of(SCRIPTS_THAT_FAIL[3:], SCRIPTS_THAT_FAIL[4]),
    ],
    ids=name,
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


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
@pytest.mark.parametrize(("headers", "script"), CANNOT.values(), ids=CANNOT)
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
    ("file", "fault"), one_of(SNAPSHOTS_THAT_FAIL, ("snapshot.bin", damaged)), ids=name
)
def test_a_bad_snapshot_costs_time_only(
    file: str, fault: Fault, server: FaultyServer, page: Page
) -> None:
    """Without a snapshot that is whole, sound and unpacked, Python starts plainly, and is right."""
    server.faults[file] = fault
    visit(page, server)
    page.locator(ANSWER).check()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "plain")
    path, _ = example("en")
    page.set_input_files("[data-file]", path)
    expect(page.locator("#selfcheck-result")).to_have_attribute("data-result", command_line(path))


def test_a_server_that_knows_no_types_will_do(server: FaultyServer, page: Page) -> None:
    """WebAssembly, pictures and lists may be served as any type."""
    for name in ("pyodide.asm.wasm", "snapshot.bin", "manifest.json"):
        server.faults[name] = wrong_type
    visit(page, server)
    page.locator(ANSWER).check()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "snapshot")


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_a_proxy_may_unpack_everything(lang: str, server: FaultyServer, page: Page) -> None:
    """Pages, scripts and Python arrive uncompressed and without a length: all works as ever."""
    server.faults[ALL] = bare
    visit(page, server, lang)
    page.locator(ANSWER).check()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "snapshot")
