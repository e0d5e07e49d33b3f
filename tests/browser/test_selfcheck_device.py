"""Answers saved on the device: only by a click, told, kept up, deleted, and safe between tabs."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from selfcheck.model import LANGS
from tests.browser.selfcheck import (
    PATHS,
    Opener,
    a_file,
    answer_dialog,
    choose,
    open_file,
    panel,
    phrases,
    refused,
    sheet,
    told,
    wait_until_ready,
)
from tests.matrix import one_of


def stored(page: Page) -> list[str]:
    """Everything that the browser keeps for the site."""
    found: list[str] = page.evaluate("Object.values({...localStorage})")
    return found


def kept_reason(page: Page) -> object:
    """The answer to one question in the copy on the device."""
    (copy,) = stored(page)
    return json.loads(copy)["sheet"]["answers"].get("will-reason")


def answer(page: Page, level: int) -> None:
    """Answer one question."""
    page.locator(f'input[name="will-reason"][value="{level}"]').check()


def keep(page: Page) -> None:
    """Save on this device."""
    panel(page, "keep").locator("[data-action=keep]").click()


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_answers_are_saved_only_by_a_click(lang: str, open_page: Opener) -> None:
    """Nothing is stored before the click; then changes are too, until the reader deletes them."""
    page = open_page(PATHS[lang])
    answer(page, 1)
    wait_until_ready(page)
    assert stored(page) == []
    keep(page)
    told(page, "keep.saved")
    assert kept_reason(page) == 1
    answer(page, 2)
    assert kept_reason(page) == 2
    now = re.escape(phrases(page)["keep.now"]).replace(r"\{time\}", ".*20.*")
    expect(page.locator("[data-kept]")).to_have_text(re.compile(now))

    page.reload()  # without a warning: nothing would be lost
    choose(page, "keep", "keep.open")
    expect(page.locator('input[name="will-reason"][value="2"]')).to_be_checked()
    told(page, "keep.opened")
    answer(page, 3)
    assert kept_reason(page) == 3

    panel(page, "keep").locator("[data-action=forget]").click()
    told(page, "keep.deleted")
    assert stored(page) == []
    answer(page, 0)
    assert stored(page) == []


def test_on_return_the_copy_can_be_deleted(open_page: Opener) -> None:
    """Whoever comes back is asked first, and deleting asks once more."""
    page = open_page(PATHS["fi"])
    answer(page, 1)
    keep(page)
    page.reload()
    asked = answer_dialog(page, accept=False)
    choose(page, "keep", "keep.remove")
    assert kept_reason(page) == 1
    answer_dialog(page, accept=True)
    choose(page, "keep", "keep.remove")

    assert asked == [phrases(page)["keep.delete.sure"]]
    assert stored(page) == []
    expect(page.locator("[data-offer]")).to_have_count(0)


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_two_tabs_never_overwrite_each_other(lang: str, open_page: Opener) -> None:
    """The tab that is overtaken stops saving and asks; the reader's choice decides."""
    page = open_page(PATHS[lang])
    answer(page, 1)
    keep(page)
    other = page.context.new_page()
    other.goto(page.url)
    choose(other, "keep", "keep.open")
    expect(other.locator('input[name="will-reason"][value="1"]')).to_be_checked()
    answer(other, 2)

    expect(page.locator("[data-offer=keep]")).to_be_visible()
    answer(page, 3)
    assert kept_reason(page) == 2
    choose(page, "keep", "keep.mine")
    assert kept_reason(page) == 3

    choose(other, "keep", "keep.theirs")
    expect(other.locator('input[name="will-reason"][value="3"]')).to_be_checked()
    panel(other, "keep").locator("[data-action=forget]").click()
    told(page, "keep.gone")
    expect(page.locator('input[name="will-reason"][value="3"]')).to_be_checked()


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_a_device_that_cannot_save_loses_nothing(lang: str, open_page: Opener) -> None:
    """Storage that is full or forbidden is told with what to do; the answers stay in the form."""
    page = open_page(PATHS[lang])
    page.evaluate("localStorage.setItem('other', 'x'.repeat(5 * 1024 * 1024 - 100))")
    answer(page, 1)
    keep(page)
    refused(page, phrases(page)["keep.failed"])
    page.locator("[data-action=dismiss]").click()

    page.evaluate(
        """Object.defineProperty(window, "localStorage", {
          get() { throw new DOMException("no", "SecurityError"); } })"""
    )
    keep(page)
    refused(page, phrases(page)["keep.failed"])
    expect(page.locator('input[name="will-reason"][value="1"]')).to_be_checked()


def test_a_damaged_copy_is_told(open_page: Opener) -> None:
    """A copy that cannot be read is refused with what is wrong, and can be deleted."""
    page = open_page(PATHS["en"])
    answer(page, 1)
    keep(page)
    page.evaluate("localStorage.setItem(Object.keys(localStorage)[0], '<b>')")
    page.reload()
    choose(page, "keep", "keep.open")

    refused(page, phrases(page)["keep.refused"])
    expect(page.locator("#selfcheck-form input:checked")).to_have_count(0)
    expect(page.locator("[data-offer=keep]")).to_be_visible()


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_clearing_leaves_nothing_behind(lang: str, open_page: Opener) -> None:
    """One click, confirmed, empties form, result, panels and device: for a shared computer."""
    page = open_page(PATHS[lang])
    open_file(page, sheet(answers={"will-reason": 2}, organisation="Saari"))
    keep(page)
    files = panel(page, "team").locator("input[type=file]")
    files.set_input_files(a_file(json.dumps(sheet())))
    expect(page.locator("[data-panel=team] .report")).not_to_be_empty()
    panel(page, "brief")
    asked = answer_dialog(page, accept=True)
    page.locator("[data-action=clear]").click()

    assert asked == [phrases(page)["clear.sure"]]
    told(page, "cleared")
    assert stored(page) == []
    expect(page.locator("#selfcheck-result")).not_to_have_attribute("data-band", re.compile("."))
    expect(page.locator("#selfcheck-form input:checked")).to_have_count(0)
    expect(page.locator("#selfcheck-organisation")).to_have_value("")
    left = ".report :not([data-outcome], [data-details]), .files li, [data-offer]"
    expect(page.locator(left)).to_have_count(0)
    answer(page, 1)
    assert stored(page) == []


def test_changing_language_keeps_on_saving(open_page: Opener) -> None:
    """The copy on the device is one for all languages, and follows the reader to the next."""
    page = open_page(PATHS["fi"])
    answer(page, 1)
    keep(page)
    page.locator('a[data-language="sv"]').click()
    page.wait_for_url(f"**/soske/{PATHS['sv']}")
    told(page, "brought")

    answer(page, 2)

    assert kept_reason(page) == 2
    expect(page.locator("[data-offer]")).to_have_count(0)
