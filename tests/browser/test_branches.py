"""What the kind of organisation, the theme and the round's closing day change on the self-check."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from selfcheck.bank import load, load_texts
from selfcheck.model import LANGS
from selfcheck.words import load_words
from tests.browser.selfcheck import PATHS, Opener, wait_until_ready
from tests.matrix import one_of
from tests.sheets import example

BANK = load()
PRESET = next(branch for branch in BANK.branches if branch.preset)
OTHER = next(kind for kind in BANK.kinds if kind not in PRESET.kinds)


def choose(page: Page, kind: str, theme: str = PRESET.themes[0]) -> None:
    """Say what kind of organisation this is, and the theme."""
    page.select_option("[data-kind]", kind)
    page.locator(f'input[name="theme"][value="{theme}"]').check()


def answer(page: Page, value: str) -> Any:
    """Find a choice of the question that the branch presets."""
    return page.locator(f'input[name="{PRESET.entry}"][value="{value}"]')


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_what_does_not_apply_is_preset_and_told(lang: str, open_page: Opener) -> None:
    """The question is answered "does not apply", with the reason and a word by the choice."""
    page = open_page(PATHS[lang])
    choose(page, PRESET.kinds[0])

    expect(answer(page, "na")).to_be_checked()
    reason = load_texts(BANK, lang).branches[PRESET.id]  # type: ignore[arg-type]
    asked = page.locator(f"#question-{PRESET.entry}")
    expect(asked.locator(".remark").get_by_text(reason)).to_be_visible()
    number = asked.locator(".question__number").text_content() or ""
    expect(page.get_by_role("status").get_by_text(number, exact=False)).to_be_visible()
    expect(page.locator("[data-progress-text]")).to_contain_text("1")


def test_another_choice_takes_the_preset_back(open_page: Opener) -> None:
    """When the kind or the theme changes, what was answered for the reader is withdrawn."""
    page = open_page(PATHS["en"])
    choose(page, PRESET.kinds[0])

    page.select_option("[data-kind]", OTHER)
    expect(answer(page, "na")).not_to_be_checked()
    page.select_option("[data-kind]", PRESET.kinds[-1])
    expect(answer(page, "na")).to_be_checked()
    page.locator('input[name="theme"][value=""]').check()
    expect(answer(page, "na")).not_to_be_checked()
    expect(page.locator("[data-presets]")).to_be_hidden()


def test_the_readers_own_answer_stays(open_page: Opener) -> None:
    """What the reader has answered, before or after, is never changed by the kind."""
    page = open_page(PATHS["en"])
    choose(page, PRESET.kinds[0])
    answer(page, "2").check()
    page.select_option("[data-kind]", PRESET.kinds[-1])
    expect(answer(page, "2")).to_be_checked()

    answer(page, "na").check()
    page.select_option("[data-kind]", OTHER)
    expect(answer(page, "na")).to_be_checked()


def test_the_kind_changes_no_score(open_page: Opener) -> None:
    """With every question answered, the result is the same whatever the kind."""
    path, _ = example("en", "large-city")
    page = open_page(PATHS["en"])
    page.set_input_files("[data-file]", path)
    place = page.locator("#selfcheck-result[data-result]")
    place.wait_for(state="attached")
    before = place.get_attribute("data-result")

    for kind in BANK.kinds:
        page.select_option("[data-kind]", kind)
        expect(place).to_have_attribute("data-result", before or "")


def test_a_file_keeps_its_own_answers(open_page: Opener) -> None:
    """Opening a file puts aside what was preset, and brings its own kind."""
    path, sheet = example("en")
    page = open_page(PATHS["en"])
    choose(page, PRESET.kinds[0])
    page.set_input_files("[data-file]", path)

    expect(page.locator("#selfcheck-organisation")).to_have_value(sheet["organisation"])
    expect(page.locator("[data-kind]")).to_have_value(sheet["kind"])
    expect(answer(page, str(sheet["answers"][PRESET.entry]))).to_be_checked()
    expect(page.locator("[data-presets]")).to_be_hidden()


def test_the_kind_comes_along_to_another_language(open_page: Opener) -> None:
    """A change of language keeps the kind, and nothing stays in the tab's storage."""
    page = open_page(PATHS["fi"])
    choose(page, PRESET.kinds[0])
    page.locator('a[data-language="sv"]').click()
    page.wait_for_url(f"**/soske/{PATHS['sv']}")

    expect(page.locator("[data-kind]")).to_have_value(PRESET.kinds[0])
    expect(answer(page, "na")).to_be_checked()
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_without_javascript_the_reader_is_told_in_words(lang: str, open_page: Opener) -> None:
    """Every remark can be read, with whom it concerns; the choice that does nothing is away."""
    page = open_page(PATHS[lang], java_script_enabled=False)
    texts = load_texts(BANK, lang)  # type: ignore[arg-type]

    expect(page.locator("[data-kind]")).to_be_hidden()
    for branch in BANK.branches:
        remark = page.locator(f"#question-{branch.entry} .remark").filter(
            has_text=texts.branches[branch.id]
        )
        expect(remark).to_be_visible()
        for kind in branch.kinds:
            expect(remark).to_contain_text(texts.kinds[kind].name)


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_steps_are_dated_while_a_round_lies_ahead(lang: str, open_page: Opener) -> None:
    """Before the closing day the report has dates, after it weeks; the result does not change."""
    page = open_page(PATHS[lang])
    page.set_input_files("[data-file]", example(lang)[0])
    wait_until_ready(page)
    root, report = page.locator("#selfcheck"), page.locator("[data-report]")
    words = load_words(lang)  # type: ignore[arg-type]
    results = []
    for until, heading in (("2999-12-31", True), ("2001-01-01", False)):
        root.evaluate("(root, until) => (root.dataset.until = until)", until)
        for level, low in (("3", "50"), ("1", "33.3")):
            page.locator(f'input[name="will-reason"][value="{level}"]').check()
            bar = page.locator("[data-criterion=will]")
            expect(bar).to_have_attribute("data-low", low)
        day = report.get_by_text(words.date(until))
        expect(day).to_have_count(int(heading))
        place = page.locator("#selfcheck-result[data-result]")
        place.wait_for(state="attached")
        results.append(place.get_attribute("data-result"))

    assert results[0] == results[1]
