"""Links and devices that falter while Python starts, or after: slow, cut, asleep."""

import os
import re
import signal
import time

import pytest
from playwright.sync_api import Page, expect

from devtools.waiting import wait_for
from tests.browser.faults import FaultyServer, at_rate, slowly, stalled
from tests.browser.starting import (
    ANSWER,
    expect_failed,
    expect_scored,
    expect_state,
    expect_told,
    expect_usable,
    retry,
    visit,
)

RUNTIME = ("manifest.json", "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "snapshot.bin")


def suspended(page: Page, seconds: float) -> None:
    """Suspend every tab's process as an operating system does, and let them go on."""
    browser = page.context.browser
    assert browser
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    tabs = [one["id"] for one in told if one["type"] == "renderer"]
    for tab in tabs:
        os.kill(tab, signal.SIGSTOP)
    time.sleep(seconds)
    for tab in tabs:
        os.kill(tab, signal.SIGCONT)


@pytest.mark.parametrize(
    ("seconds", "patience"), [(6, 90_000), pytest.param(30, 15_000, marks=pytest.mark.slow)]
)
def test_a_slow_link_is_waited_for(
    seconds: int, patience: int, server: FaultyServer, page: Page
) -> None:
    """As long as bytes arrive the start goes on, and how far it is can be seen but is said once."""
    server.faults["snapshot.bin"] = slowly(seconds, pieces=4 * seconds)
    visit(page, server, "fi", patience)
    page.locator(ANSWER).check()
    bar = page.locator("[data-loading] progress")
    expect(bar).to_be_visible()
    expect(page.locator("[data-loading-text]")).to_have_text(re.compile(r"^[678]\d\xa0%$"))
    assert 0 < float(bar.get_attribute("value") or 0) < 1
    expect_told(page, "loading")

    expect_scored(page)
    expect(bar).to_be_hidden()
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "snapshot")


@pytest.mark.slow
def test_at_two_kilobytes_a_second_the_form_serves(server: FaultyServer, page: Page) -> None:
    """A start that would take an hour is neither given up nor in the way; answers can be saved."""
    server.faults |= dict.fromkeys(("worker.js", *RUNTIME), at_rate(2_000))
    visit(page, server, "sv", patience=15_000)
    page.locator(ANSWER).check()
    page.wait_for_timeout(30_000)  # longer than the silence that would end it
    expect_state(page, "loading")
    expect_told(page, "loading")
    expect(page.locator("[data-loading-text]")).to_have_text(re.compile(r"^[01]\s?%$"))
    expect_usable(page)

    server.mend()

    expect_scored(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "snapshot")


def test_a_link_lost_half_way_is_told(server: FaultyServer, page: Page) -> None:
    """A device that goes offline while Python loads keeps the answers; online, a retry works."""
    server.faults |= dict.fromkeys(RUNTIME[-2:], slowly(seconds=20, pieces=80))
    visit(page, server, "fi")
    page.locator(ANSWER).check()
    expect(page.locator("[data-loading-text]")).to_have_text(re.compile(r"^1\d\s%$"))
    server.lose()
    expect_failed(page)

    retry(page, server)


@pytest.mark.slow
def test_a_tab_may_sleep_while_python_loads(server: FaultyServer, page: Page) -> None:
    """A tab that is suspended for longer than a silence may last goes on when it wakes.

    On a busy machine Python may be silent for long too: the silence allowed is longer than that.
    """
    server.faults["snapshot.bin"] = slowly(seconds=8, pieces=40)
    visit(page, server, "sv", patience=40_000)
    page.locator(ANSWER).check()
    expect(page.locator("[data-loading] progress")).to_be_visible()

    suspended(page, seconds=45)

    expect_scored(page)


def test_a_stalled_load_is_given_up(server: FaultyServer, page: Page) -> None:
    """When nothing more arrives the reader is told, and a second try works."""
    server.faults["pyodide.asm.wasm"] = stalled
    visit(page, server, "sv", patience=2_000)
    page.locator(ANSWER).check()
    expect_failed(page)

    server.mend()
    page.evaluate("document.getElementById('selfcheck').dataset.patience = 90000")
    page.locator("[data-action=retry]").click()

    expect_scored(page)


def test_python_that_has_ended_comes_back(server: FaultyServer, page: Page) -> None:
    """A worker that the browser ended while the tab slept is started anew at the next answer."""
    visit(page, server)
    expect_state(page, "ready")
    suspended(page, seconds=1)
    page.workers[0].evaluate("setTimeout(() => self.close())")
    wait_for(page, lambda: not page.workers, "the worker's end")

    page.locator(ANSWER).check()

    expect_scored(page)


def test_once_started_no_network_is_needed(server: FaultyServer, page: Page) -> None:
    """A connection that is lost after the start does not matter."""
    visit(page, server)
    expect_state(page, "ready")
    page.context.set_offline(True)

    page.locator(ANSWER).check()

    expect_scored(page)
