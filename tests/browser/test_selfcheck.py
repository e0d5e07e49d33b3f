"""The self-check in a real browser, on the built site, in each language."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from devtools.waiting import wait_for
from macros.self_check import ORDER
from selfcheck.bank import load
from selfcheck.model import LANGS
from tests.browser.selfcheck import PATHS, Opener, panel, result, told, wait_until_ready
from tests.matrix import one_of
from tests.sheets import command_line, example

BANK = load()


def fill(page: Page, sheet: dict[str, Any]) -> None:
    """Answer as a person would: by clicking on the choices."""
    for name, value in {**sheet["conditions"], **sheet["answers"]}.items():
        page.locator(f'input[name="{name}"][value="{value}"]').check()


def shown(page: Page) -> dict[str, tuple[str | None, str | None]]:
    """The ranges that the page's elements carry: overall under "", criteria under their ids."""
    overall = page.locator("#selfcheck-result")
    ranges = {"": (overall.get_attribute("data-low"), overall.get_attribute("data-high"))}
    for bar in page.locator("#selfcheck-result [data-criterion]").all():
        low, high = bar.get_attribute("data-low"), bar.get_attribute("data-high")
        ranges[bar.get_attribute("data-criterion") or "?"] = (low, high)
    return ranges


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_a_filled_sheet_scores_as_on_the_command_line(lang: str, open_page: Opener) -> None:
    """A sheet filled by clicking gives, byte for byte, the command line's JSON."""
    path, sheet = example(lang)
    page = open_page(PATHS[lang])
    fill(page, sheet)
    wait_until_ready(page)

    expected = command_line(path)

    expect(page.locator("#selfcheck-result")).to_have_attribute("data-result", expected)
    scores = json.loads(expected)
    ranges = {"": scores["overall"], **scores["criteria"]}
    assert {
        key: (float(low or -1), float(high or -1)) for key, (low, high) in shown(page).items()
    } == {key: (value["low"], value["high"]) for key, value in ranges.items()}


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_every_example_file_can_be_opened(lang: str, open_page: Opener) -> None:
    """The example files fill the form, and score as on the command line."""
    page = open_page(PATHS[lang])
    for name in ORDER:
        path, sheet = example(lang, name)
        page.set_input_files("[data-file]", path)
        expect(page.locator("#selfcheck-organisation")).to_have_value(sheet["organisation"])
        expected = command_line(path)
        expect(page.locator("#selfcheck-result")).to_have_attribute("data-result", expected)
        expect(page.locator("#selfcheck-result")).to_contain_text(sheet["organisation"])


@pytest.mark.parametrize(
    ("lang", "other"), one_of([("fi", "sv"), ("sv", "en"), ("en", "fi")], ("en", "fi"))
)
def test_changing_language_keeps_the_answers(lang: str, other: str, open_page: Opener) -> None:
    """Answers, evidence and organisation come along, and nothing stays in the tab's storage."""
    page = open_page(PATHS[lang])
    page.locator('input[name="will-reason"][value="2"]').check()
    page.locator('input[name="base"][value="no"]').check()
    page.locator("#selfcheck-organisation").fill("Saari ja ö")
    evidence = page.locator('[name="evidence:will-reason"]')
    evidence.locator("xpath=ancestor::details").locator("summary").click()
    evidence.fill("Päätös 12 §")
    files = panel(page, "team").locator("input[type=file]")
    files.set_input_files([example(lang, name)[0] for name in ORDER[:2]])
    expect(page.locator("[data-panel=team] .report table")).not_to_have_count(0)

    page.locator(f'a[data-language="{other}"]').click()
    page.wait_for_url(f"**/soske/{PATHS[other]}")

    expect(page.locator('input[name="will-reason"][value="2"]')).to_be_checked()
    expect(page.locator('input[name="base"][value="no"]')).to_be_checked()
    expect(page.locator("#selfcheck-organisation")).to_have_value("Saari ja ö")
    expect(page.locator('[name="evidence:will-reason"]')).to_have_value("Päätös 12 §")
    told(page, "brought")
    expect(page.locator("[data-panel=team] .files li")).to_have_count(2)
    expect(page.locator("[data-panel=team] .report table")).not_to_have_count(0)
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert page.evaluate("document.cookie") == ""


@pytest.mark.parametrize(
    ("locale", "zone"),
    one_of(
        [("en-GB", "Europe/London"), ("fi-FI", "Europe/Helsinki"), ("ja", "Asia/Tokyo")],
        ("ja", "Asia/Tokyo"),
    ),
)
def test_python_starts_from_its_memory(locale: str, zone: str, open_page: Opener) -> None:
    """The fast start works in this browser, whatever the reader's language and place."""
    page = open_page(PATHS["en"], locale=locale, timezone_id=zone)
    wait_until_ready(page)

    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "snapshot")


def test_the_form_works_before_python(open_page: Opener) -> None:
    """An answer given while Python is still on its way is kept and scored once it is there."""
    held: list[Any] = []
    page = open_page("")
    page.context.route("**/pyodide.asm.wasm", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(page.url + PATHS["fi"])
    page.locator('input[name="team-core"][value="3"]').check()
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "loading")
    wait_for(page, lambda: held, "the request for Python")
    held[0].continue_()

    assert json.loads(result(page))["criteria"]["team"]["answered"] == 1


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_without_javascript_it_is_a_worksheet(lang: str, open_page: Opener) -> None:
    """Without JavaScript every question, level and the scoring key can be read and filled in."""
    page = open_page(PATHS[lang], java_script_enabled=False)

    for question in (asked for asked in BANK.questions if not asked.round):
        for level in range(4):
            expect(page.locator(f'input[name="{question.id}"][value="{level}"]')).to_be_visible()
    expect(page.locator(".scoring-key table")).to_have_count(2)
    expect(page.locator("noscript")).to_have_count(1)
