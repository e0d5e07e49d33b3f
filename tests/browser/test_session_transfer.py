"""What crosses over to another language, and that nothing of it stays behind."""

from typing import Literal

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from selfcheck.bank import load
from tests.browser.selfcheck import PATHS, Opener, answer_dialog, choose, open_file, sheet
from tests.browser.starting import ANSWER

PRESET = next(branch for branch in load().branches if branch.preset)
OTHER = next(kind for kind in load().kinds if kind not in PRESET.kinds)
NA = f'#question-{PRESET.entry} input[value="na"]'
TOLD = f"#question-{PRESET.entry} [data-told]"
SWEDISH = 'a[data-language="sv"]'


def stored(page: Page) -> list[str]:
    """The names of what the tab holds."""
    names: list[str] = page.evaluate("Object.keys(sessionStorage)")
    return names


def leads_nowhere(page: Page, path: str) -> None:
    """Let the server answer a page with nothing: the browser then stays where it is."""

    def nothing(route: Route) -> None:
        route.fulfill(status=204)

    page.route(f"**/{path}", nothing)


def asks_before_leaving(page: Page) -> bool:
    """Whether the browser asks before the page is closed."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    return asked == ["beforeunload"]


@pytest.mark.parametrize("key", ["Control", "Shift"])
def test_a_click_that_opens_elsewhere_leaves_nothing(
    key: Literal["Control", "Shift"], open_page: Opener
) -> None:
    """In another tab or window: nothing is stored here, and the page still asks."""
    page = open_page(PATHS["en"])
    page.locator(ANSWER).check()
    page.select_option("[data-kind]", OTHER)
    with page.context.expect_page():
        page.locator(SWEDISH).click(modifiers=[key])

    assert stored(page) == []
    assert asks_before_leaving(page)


def test_the_middle_button_leaves_nothing(open_page: Opener) -> None:
    """Opening a language in another tab by the middle button stores nothing."""
    page = open_page(PATHS["en"])
    page.locator(ANSWER).check()
    page.locator(SWEDISH).click(button="middle")

    assert stored(page) == []


def test_a_click_that_leads_nowhere_leaves_nothing(open_page: Opener) -> None:
    """When the page stays, clearing clears all, nothing comes back, and leaving is asked about."""
    page = open_page(PATHS["en"])
    leads_nowhere(page, PATHS["sv"])
    page.locator(ANSWER).check()
    page.locator(SWEDISH).click(no_wait_after=True)
    page.wait_for_timeout(500)
    answer_dialog(page, accept=True)
    page.locator("[data-action=clear]").click()
    assert stored(page) == []

    page.reload()
    expect(page.locator(ANSWER)).not_to_be_checked()
    page.locator(ANSWER).check()
    page.locator(SWEDISH).click(no_wait_after=True)
    page.wait_for_timeout(1_500)
    assert asks_before_leaving(page)
    assert stored(page) == []


def test_what_was_meant_for_another_page_is_not_taken(open_page: Opener) -> None:
    """A page takes only what was stored for it, and throws the rest away."""
    page = open_page(PATHS["en"])
    leads_nowhere(page, PATHS["sv"])
    page.locator(ANSWER).check()
    page.locator(SWEDISH).click(no_wait_after=True)
    page.wait_for_timeout(500)
    held = page.evaluate("JSON.stringify(sessionStorage)")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("about:blank")
    page.go_back()
    page.evaluate("held => Object.assign(sessionStorage, JSON.parse(held))", held)

    page.reload()

    expect(page.locator("#selfcheck")).to_have_attribute("data-live", "")
    expect(page.locator(ANSWER)).not_to_be_checked()
    assert stored(page) == []


def test_what_was_answered_by_itself_stays_so_in_another_language(open_page: Opener) -> None:
    """The note comes along, and with another kind the answer is taken back."""
    page = open_page(PATHS["en"])
    page.select_option("[data-kind]", PRESET.kinds[0])
    page.locator(f'input[name="theme"][value="{PRESET.themes[0]}"]').check()
    page.locator(SWEDISH).click()
    page.wait_for_url(f"**/{PATHS['sv']}")

    expect(page.locator("[data-kind]")).to_have_value(PRESET.kinds[0])
    expect(page.locator(NA)).to_be_checked()
    expect(page.locator(TOLD)).to_be_visible()
    page.select_option("[data-kind]", OTHER)
    expect(page.locator(NA)).not_to_be_checked()
    assert stored(page) == []


def test_what_the_reader_answered_stays_the_readers(open_page: Opener) -> None:
    """The same answer, given by the reader, crosses over without a note and is never taken back."""
    page = open_page(PATHS["en"])
    page.locator(NA).check()
    page.select_option("[data-kind]", PRESET.kinds[0])
    page.locator(f'input[name="theme"][value="{PRESET.themes[0]}"]').check()
    page.locator(SWEDISH).click()
    page.wait_for_url(f"**/{PATHS['sv']}")

    expect(page.locator(NA)).to_be_checked()
    expect(page.locator(TOLD)).to_be_hidden()
    page.select_option("[data-kind]", OTHER)
    expect(page.locator(NA)).to_be_checked()


def test_taking_back_a_file_brings_back_what_was_chosen(open_page: Opener) -> None:
    """Undo restores the kind, and what had been answered by itself for it."""
    page = open_page(PATHS["en"])
    page.select_option("[data-kind]", PRESET.kinds[0])
    page.locator(f'input[name="theme"][value="{PRESET.themes[0]}"]').check()
    open_file(page, sheet(answers={"will-reason": 2}))
    choose(page, "undo", "undo")

    expect(page.locator("[data-kind]")).to_have_value(PRESET.kinds[0])
    expect(page.locator(TOLD)).to_be_visible()
    page.select_option("[data-kind]", OTHER)
    expect(page.locator(NA)).not_to_be_checked()
