"""Answer files on the self-check page: good ones, strange ones and hostile ones."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from selfcheck.bank import load
from selfcheck.model import LANGS
from selfcheck.words import load_words
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
    result,
    sheet,
    told,
)
from tests.matrix import one_of
from tests.sheets import example

BANK = load()
NASTY = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
# What is wrong with a file, and the fault that Python names for it.
HOSTILE: dict[str, tuple[str | bytes, dict[str, str]]] = {
    "too large": (b"x" * 2_000_000, {"code": "too_large", "expected": "1000"}),
    "too deep": ("[" * 10_000 + "]" * 10_000, {"code": "too_deep", "expected": "10"}),
    "no JSON": ("{", {"code": "not_json", "found": "1:2"}),
    "HTML": ("<!doctype html><p>hei", {"code": "not_json", "found": "1:1"}),
    "binary": (bytes(range(256)), {"code": "not_utf8", "found": "129"}),
    "empty": (b"", {"code": "blank"}),
    "a list": ("[1]", {"code": "not_object", "found": "[…]"}),
    "other version": (
        json.dumps({**sheet(), "version": 99}),
        {"code": "version", "field": "version", "found": "99", "expected": "1, 2"},
    ),
    "unknown id": (
        json.dumps(sheet(answers={"nope": 1})),
        {"code": "unknown_id", "field": "answers.nope"},
    ),
}


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_a_hostile_file_changes_nothing(lang: str, open_page: Opener) -> None:
    """Whatever is wrong with a file is told in the page's language; the answers stay."""
    page = open_page(PATHS[lang])
    page.locator('input[name="will-reason"][value="2"]').check()
    words = load_words(lang)  # type: ignore[arg-type]
    for content, fault in HOSTILE.values():
        values = {key: value for key, value in fault.items() if key != "code"}
        open_file(page, content)

        refused(page, phrases(page)["refused"])
        refused(page, words.say(f"faults.{fault['code']}", **values))
        expect(page.locator('input[name="will-reason"][value="2"]')).to_be_checked()

    page.locator("[data-action=dismiss]").click()
    expect(page.locator("[data-faults]")).to_be_empty()
    expect(page.locator("#selfcheck-status")).to_be_focused()


def edge_sheets() -> list[tuple[dict[str, Any], str]]:
    """Sheets at the edge of what is allowed, and what the report then must hold."""
    na = {q.id: "na" if q.not_applicable else 3 for q in BANK.questions}
    unknown = dict.fromkeys((q.id for q in BANK.questions), "unknown")
    conditions = dict.fromkeys((c.id for c in BANK.conditions), "unknown")
    long = "pitkä " * 166
    return [
        (sheet(answers=unknown, conditions=conditions), ""),
        (sheet(answers=na), ""),
        (sheet(answers={"will-reason": 0, "will-need": 3}, conditions={"base": "no"}), ""),
        (sheet(evidence={"base": long}), long.strip()),
        (sheet(evidence={"base": "x" * 1000}), "x" * 1000),
        (sheet(organisation="עיריית חיפה", evidence={"base": "مدينة 🏙️👩🏽‍💼"}), "مدينة 🏙️👩🏽‍💼"),
        (sheet(organisation=NASTY, evidence={"base": NASTY}), NASTY),
        (sheet(organisation="", role="  "), ""),
    ]


def test_sheets_at_the_edge_are_shown_as_they_are(open_page: Opener) -> None:
    """Unknown, not applicable, contradictory, long, right-to-left, emoji, markup: shown as text."""
    page = open_page(PATHS["en"], viewport={"width": 320, "height": 800})
    for content, text in edge_sheets():
        open_file(page, content)
        told(page, "opened")
        expect(page.locator("[data-report]")).to_contain_text(text)
        scored = json.loads(result(page))
        assert scored["overall"]["low"] <= scored["overall"]["high"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    assert page.locator("#selfcheck-result img, #selfcheck-result script").count() == 0
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_older_rules_are_told(lang: str, open_page: Opener) -> None:
    """A file of other rules opens, and the page says by which rules the result is worked out."""
    _, content = example(lang)
    page = open_page(PATHS[lang])
    open_file(page, content | {"rules": "2024.9"})

    told(page, "other-rules", rules="2024.9", ours=BANK.version)
    told(page, "opened")
    assert json.loads(result(page))["rules"] == BANK.version


def test_what_a_file_replaces_can_be_had_back(open_page: Opener) -> None:
    """Opening a file over answers offers the earlier ones; nothing is lost by a slip."""
    page = open_page(PATHS["fi"])
    page.locator('input[name="will-reason"][value="2"]').check()
    open_file(page, sheet(answers={"will-reason": 0}, organisation="Saari"))
    expect(page.locator('input[name="will-reason"][value="0"]')).to_be_checked()

    choose(page, "undo", "undo")

    expect(page.locator('input[name="will-reason"][value="2"]')).to_be_checked()
    expect(page.locator("#selfcheck-organisation")).to_have_value("")
    told(page, "undone")


def test_an_answer_of_earlier_rules_stays_in_the_file(open_page: Opener) -> None:
    """What the form cannot show is told, counts as unknown and is saved again, until answered."""
    must = next(question.id for question in BANK.questions if not question.not_applicable)
    page = open_page(PATHS["en"])
    open_file(page, sheet(answers={must: "na"}, organisation="Saari"))

    expect(page.locator("[data-report]")).to_contain_text(load_words("en").say("notes.withdrawn"))
    assert saved(page)["answers"] == {must: "na"}
    page.locator(f'input[name="{must}"][value="1"]').check()
    assert saved(page)["answers"] == {must: 1}


def saved(page: Page) -> dict[str, Any]:
    """Save the answers and read the file."""
    with page.expect_download() as saving:
        page.locator("[data-action=save]").click()
    found: dict[str, Any] = json.loads(saving.value.path().read_bytes())
    return found


def unreadable(page: Page) -> None:
    """Let the browser fail to read files named so, as when one was moved after it was chosen."""
    page.evaluate(
        "() => { const { arrayBuffer } = Blob.prototype; const { slice } = File.prototype;"
        " File.prototype.slice = function (...range) { const part = slice.apply(this, range);"
        " if (this.name === 'gone.json') part.arrayBuffer = async () => {"
        " throw new DOMException('', 'NotReadableError'); }; return part; } }"
    )


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_a_file_that_cannot_be_read_is_told(lang: str, open_page: Opener) -> None:
    """Wherever it is opened it is named with what to do, and the good ones beside it are taken."""
    page = open_page(PATHS[lang])
    unreadable(page)
    gone, good = a_file("{}", "gone.json"), a_file(json.dumps(sheet(role="johto")), "good.json")
    text = f"gone.json: {phrases(page)['file.unreadable']}"
    page.set_input_files("[data-file]", gone)
    refused(page, text)
    page.locator("[data-action=dismiss]").click()

    for name, files in (("then", [gone]), ("team", [gone, good])):
        panel(page, name).locator("input[type=file]").set_input_files(files)
        refused(page, text)
        page.locator("[data-action=dismiss]").click()
    expect(panel(page, "team").locator(".files__name")).to_have_text(["good.json"])


def test_a_file_in_another_letter_code_is_refused(open_page: Opener) -> None:
    """Nothing is guessed: what is not UTF-8 is refused by its name, as on the command line."""
    page = open_page(PATHS["en"])
    content = json.dumps(sheet(organisation="Hämeenlinna"), ensure_ascii=False).encode("latin-1")
    page.set_input_files("[data-file]", a_file(content, "old.json"))

    refused(page, "old.json: ")
    expect(page.locator("#selfcheck-organisation")).to_have_value("")


def test_one_file_is_not_chosen_among_several(open_page: Opener) -> None:
    """Several files dropped where one is asked for: the reader is told, and none is taken."""
    page = open_page(PATHS["en"])
    then = panel(page, "then")
    page.evaluate(
        "area => { const drop = new DataTransfer();"
        " for (const name of ['a.json', 'b.json']) drop.items.add(new File(['{}'], name));"
        " area.dispatchEvent(new DragEvent('drop', { dataTransfer: drop, bubbles: true })); }",
        then.locator(".drop").element_handle(),
    )

    refused(page, phrases(page)["file.several"])
    expect(then.locator(".files__name")).to_have_count(0)


def test_a_file_does_not_come_back_after_clearing(open_page: Opener) -> None:
    """What is still being read when everything is cleared is let go."""
    page = open_page(PATHS["en"])
    page.evaluate(
        "() => { const { slice } = File.prototype; File.prototype.slice = function (...range) {"
        " const part = slice.apply(this, range); const { arrayBuffer } = part;"
        " part.arrayBuffer = () => new Promise((go) => setTimeout(() => go("
        "Blob.prototype.arrayBuffer.call(part)), 1500)); return part; } }"
    )
    page.set_input_files("[data-file]", a_file(json.dumps(sheet(answers={"will-reason": 1}))))
    answer_dialog(page, accept=True)
    page.locator("[data-action=clear]").click()
    told(page, "cleared")
    page.wait_for_timeout(2_500)

    expect(page.locator('input[name="will-reason"][value="1"]')).not_to_be_checked()


def test_a_file_keeps_its_day_until_an_answer_changes(open_page: Opener) -> None:
    """Opening and saving does not make old answers new; changing one does."""
    page = open_page(PATHS["en"])
    open_file(page, sheet(answers={"will-reason": 1}, date="2025-03-01"))
    told(page, "opened")
    days = []
    for value in ("", "2"):
        if value:
            page.locator(f'input[name="will-reason"][value="{value}"]').check()
        with page.expect_download() as saving:
            page.locator("[data-action=save]").click()
        days.append(json.loads(saving.value.path().read_text("utf-8"))["date"])

    assert days[0] == "2025-03-01"
    assert days[1] > days[0]


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_every_answer_can_be_taken_back(lang: str, open_page: Opener) -> None:
    """An answered question has a button that leaves it open again, and focus stays at it."""
    page = open_page(PATHS[lang])
    answered = page.locator("#question-will-reason")
    button = answered.locator(".question__take-back")
    expect(button).to_be_hidden()
    answered.locator('input[value="1"]').check()
    assert json.loads(result(page))["criteria"]["will"]["answered"] == 1

    button.click()

    expect(answered.locator("input:checked")).to_have_count(0)
    expect(answered.locator('input[value="1"]')).to_be_focused()
    expect(button).to_be_hidden()
