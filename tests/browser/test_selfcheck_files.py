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
    choose,
    open_file,
    phrases,
    refused,
    result,
    sheet,
    told,
)
from tests.sheets import example

BANK = load()
NASTY = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
# What is wrong with a file, and the fault that Python names for it.
HOSTILE: dict[str, tuple[str | bytes, dict[str, str]]] = {
    "too large": (b"x" * 2_000_000, {"code": "too_large", "expected": "1000"}),
    "too deep": ("[" * 10_000 + "]" * 10_000, {"code": "too_deep", "expected": "10"}),
    "no JSON": ("{", {"code": "not_json", "found": "1:2"}),
    "HTML": ("<!doctype html><p>hei", {"code": "not_json", "found": "1:1"}),
    "binary": (bytes(range(256)), {"code": "not_json", "found": "1:1"}),
    "empty": (b"", {"code": "blank"}),
    "a list": ("[1]", {"code": "not_object", "found": "[…]"}),
    "other version": (
        json.dumps({**sheet(), "version": 2}),
        {"code": "version", "field": "version", "found": "2", "expected": "1"},
    ),
    "unknown id": (
        json.dumps(sheet(answers={"nope": 1})),
        {"code": "unknown_id", "field": "answers.nope"},
    ),
}


@pytest.mark.parametrize("lang", LANGS)
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
        (sheet(answers={"will-reason": 0, "will-steps": 3}, conditions={"base": "no"}), ""),
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


@pytest.mark.parametrize("lang", LANGS)
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
