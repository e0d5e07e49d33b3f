"""When Python is loaded, and when it is not."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from devtools.waiting import wait_until

PATHS = {"fi": "self-check/", "sv": "sv/self-check/", "en": "en/self-check/"}
ASKED = (
    "performance.getEntriesByType('resource').filter((e) => /worker|runtime/.test(e.name)).length"
)
ANSWER = 'input[name="will-reason"][value="1"]'
# Counts what Python is asked.
COUNT = """
window.asked = 0;
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message.id) window.asked++;
  return postMessage.call(this, message, ...rest);
};
"""

type Opener = Callable[..., Page]


def rested(page: Page) -> None:
    """Wait until the page has nothing more to do."""
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))")


@pytest.mark.parametrize("path", ["", "criteria/", "sv/themes/employment/", "self-check/examples/"])
def test_pages_without_the_form_load_no_python(path: str, open_page: Opener) -> None:
    """Readers of guidance never pay for the self-check."""
    page = open_page(path)
    page.mouse.wheel(0, 500)
    rested(page)

    assert page.evaluate(ASKED) == 0


def test_python_is_ready_before_it_is_needed(open_page: Opener) -> None:
    """The page loads Python by itself once it rests."""
    page = open_page(PATHS["sv"])

    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "ready")


@pytest.mark.parametrize(
    "device",
    [
        "connection: { value: { saveData: true, effectiveType: '4g' } }",
        "connection: { value: { saveData: false, effectiveType: '2g' } }",
        "deviceMemory: { value: 0.5 }",
    ],
    ids=["saves data", "slow link", "little memory"],
)
def test_a_thrifty_device_waits_for_the_first_answer(device: str, open_page: Opener) -> None:
    """Where bytes or memory are dear, nothing is loaded for those who only look."""
    page = open_page("")
    page.add_init_script(f"Object.defineProperties(navigator, {{ {device} }})")
    page.goto(page.url + PATHS["en"])
    page.mouse.wheel(0, 500)
    page.keyboard.press("Tab")
    rested(page)
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "static")
    assert page.evaluate(ASKED) == 0

    page.locator(ANSWER).check()

    expect(page.locator("#selfcheck-result")).to_have_attribute("data-band", re.compile("."))


def test_what_is_rehearsed_is_not_seen(open_page: Opener) -> None:
    """Made-up answers that make the first score quick leave no trace and end at the first one."""
    page = open_page("")
    page.add_init_script(COUNT)
    page.goto(page.url + PATHS["en"])
    wait_until(page, "window.asked >= 3")
    status = page.locator("#selfcheck-status").text_content()
    wait_until(page, "window.asked >= 5")

    expect(page.locator("#selfcheck-status")).to_have_text(status or "")
    expect(page.locator("[data-outcome]")).to_be_empty()
    expect(page.locator("[data-details]")).to_be_empty()
    expect(page.locator("#selfcheck-result")).not_to_have_attribute("data-result", re.compile("."))
    page.locator(ANSWER).check()
    expect(page.locator(".report__origin")).to_be_attached()
    asked = page.evaluate("window.asked")
    page.wait_for_timeout(500)
    assert page.evaluate("window.asked") == asked
