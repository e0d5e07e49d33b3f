"""What the tests of a start that meets trouble share."""

import json

from playwright.sync_api import Page, expect

from tests.browser.faults import FaultyServer
from tests.browser.selfcheck import PATHS, phrases

ANSWER = 'input[name="will-reason"][value="1"]'


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
    expect(page.locator("#selfcheck-status")).to_have_text(phrases(page)[phrase])


def expect_usable(page: Page) -> None:
    """Answers stand, can be saved, and the key for counting by hand is there."""
    expect(page.locator(ANSWER)).to_be_checked()
    expect(page.locator("#scoring-key")).to_be_visible()
    with page.expect_download() as saving:
        page.locator("[data-action=save]").click()
    assert json.loads(saving.value.path().read_text("utf-8"))["answers"] == {"will-reason": 1}


def expect_failed(page: Page, phrase: str = "failed") -> None:
    """The start has failed: the phrase tells it, and nothing is lost."""
    expect_state(page, "error")
    expect_told(page, phrase)
    expect_usable(page)


def retry(page: Page, server: FaultyServer) -> None:
    """Try again, now that nothing is wrong any more; it works."""
    server.mend()
    page.locator("[data-action=retry]").click()
    expect_scored(page)


def expect_scored(page: Page) -> None:
    """The answer given before counts in the score."""
    expect_state(page, "ready")
    place = page.locator("#selfcheck-result[data-result]")
    place.wait_for(state="attached")
    assert json.loads(place.get_attribute("data-result") or "")["criteria"]["will"]["answered"] == 1
