"""A browser whose owner lets no site store anything: all works, and what cannot says so."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from devtools.chromium import chromium
from devtools.waiting import wait_for
from macros.model.load import facts
from selfcheck.model import LANGS, Lang
from tests.browser.conftest import FLAGS
from tests.browser.selfcheck import PATHS, panel, phrases, refused, result, wait_until_ready
from tests.browser.starting import ANSWER, expect_usable
from tests.browser.visiting import PATIENCE
from tests.matrix import one_of

FACTS = facts()
FORBID = {"profile": {"default_content_setting_values": {"cookies": 2}}}
STORES = "() => { try { return localStorage.length } catch ({ name }) { return name } }"


@pytest.fixture(scope="module")
def forbidding(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """Chromium with its setting that blocks all site data."""
    folder = tmp_path_factory.mktemp("profile")
    (folder / "Default").mkdir()
    (folder / "Default" / "Preferences").write_text(json.dumps(FORBID), "utf-8")
    opened = browser.browser_type.launch_persistent_context(
        folder, executable_path=chromium(), args=list(FLAGS)
    )
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


@pytest.fixture
def page(forbidding: BrowserContext) -> Iterator[Page]:
    """A page that tells of errors; none may come."""
    errors: list[str] = []
    opened = forbidding.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.close(run_before_unload=False)
    assert errors == []


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_the_self_check_scores(lang: Lang, page: Page, address: str) -> None:
    """Nothing needs to be stored for a score; saving on the device is refused with what to do."""
    page.goto(address + PATHS[lang])
    assert page.evaluate(STORES) == "SecurityError"
    page.locator(ANSWER).check()
    wait_until_ready(page)
    assert json.loads(result(page))["criteria"]["will"]["answered"] == 1
    panel(page, "keep").locator("[data-action=keep]").click()

    refused(page, phrases(page)["keep.failed"])
    expect_usable(page)


def test_a_language_is_not_changed_behind_ones_back(page: Page, address: str) -> None:
    """Answers cannot come along to another language: before they are lost the browser asks."""
    page.goto(address + PATHS["fi"])
    page.locator(ANSWER).check()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.locator('a[data-language="sv"]').click()
    wait_for(page, lambda: asked, "the browser's question")

    assert asked == ["beforeunload"]
    assert page.url == address + PATHS["fi"]
    expect(page.locator(ANSWER)).to_be_checked()


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_the_site_cannot_be_kept_and_says_so(lang: Lang, page: Page, address: str) -> None:
    """The panel offers no button that would only fail."""
    page.goto(f"{address}{FACTS.language(lang).path}about/")
    found = page.locator("#offline-panel")

    expect(found).to_have_attribute("data-state", "impossible")
    expect(found).to_contain_text(FACTS.words["offline.impossible"].to(lang))
    expect(found.locator("button:visible")).to_have_count(0)
