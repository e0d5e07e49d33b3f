"""When Python is loaded, and when it is not."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.matrix import one_of

PATHS = {"fi": "self-check/", "sv": "sv/self-check/", "en": "en/self-check/"}
ASKED = (
    "performance.getEntriesByType('resource').filter((e) => /worker|runtime/.test(e.name)).length"
)
ANSWER = 'input[name="will-reason"][value="1"]'

type Opener = Callable[..., Page]


def rested(page: Page) -> None:
    """Wait until the page has nothing more to do."""
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))")


@pytest.mark.parametrize(
    "path", one_of(["", "sv/themes/employment/", "self-check/examples/"], "self-check/examples/")
)
def test_pages_without_the_form_load_no_python(path: str, open_page: Opener) -> None:
    """Readers of guidance never pay for the self-check."""
    page = open_page(path)
    page.mouse.wheel(0, 500)
    rested(page)

    assert page.evaluate(ASKED) == 0


DEVICES = {
    "saves data": "connection: { value: { saveData: true, effectiveType: '4g' } }",
    "slow link": "connection: { value: { saveData: false, effectiveType: '2g' } }",
    "little memory": "deviceMemory: { value: 0.5 }",
}


@pytest.mark.parametrize("device", one_of(DEVICES, "saves data"))
def test_a_thrifty_device_waits_for_the_first_answer(device: str, open_page: Opener) -> None:
    """Where bytes or memory are dear, nothing is loaded for those who only look."""
    page = open_page("")
    page.add_init_script(f"Object.defineProperties(navigator, {{ {DEVICES[device]} }})")
    page.goto(page.url + PATHS["en"])
    page.mouse.wheel(0, 500)
    page.keyboard.press("Tab")
    rested(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "static")
    assert page.evaluate(ASKED) == 0

    page.locator(ANSWER).check()

    expect(page.locator("#selfcheck-result")).to_have_attribute("data-band", re.compile("."))
