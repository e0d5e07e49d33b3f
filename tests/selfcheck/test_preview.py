"""What changed rules would do to stored sheets."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from selfcheck.bank import load, load_texts
from selfcheck.model import LANGS, Bank, Lang
from selfcheck.render.text import as_text
from selfcheck.reports.edition import Edition
from selfcheck.reports.preview import preview_report
from selfcheck.sheets.sheet import Sheet
from selfcheck.views.preview import moved_to, preview
from selfcheck.words import load_words

from .cases import RULES, people_sheets, scored, sheet, write_bank

BANK = load()


@pytest.fixture
def small(tmp_path: Path) -> Bank:
    """Load the small bank."""
    return load(write_bank(tmp_path))


@given(people_sheets(BANK))
def test_unchanged_rules_change_nothing(one: Sheet) -> None:
    """Under the same rules no score moves and no answer is lost."""
    found = preview(BANK, BANK, one)

    assert found["lost"] == []
    assert found["result"]["before"] == found["result"]["after"]
    assert moved_to(BANK, one) == replace(one, rules=BANK.version)


def test_both_results_are_told(tmp_path: Path, small: Bank) -> None:
    """A sheet is scored under either weight; bands and scores stand side by side."""
    heavier = RULES.replace("weight = 2\nnot_applicable", "weight = 8\nnot_applicable")
    new = load(write_bank(tmp_path, heavier))
    one = sheet({"reason": 3, "pilot": 0, "aim": 3, "policy": 3}, {"base": "yes"})

    found = preview(small, new, one)["result"]

    assert found["before"]["overall"] == scored(small, one)["overall"]
    assert found["after"]["overall"] == scored(new, one)["overall"]
    assert found["criteria"]["will"]["change"] == {"low": -22.2, "high": -22.2}


def test_answers_without_a_place_are_told(small: Bank) -> None:
    """What the new rules do not ask or allow is lost, and named; unknowns are no loss."""
    rid = replace(small, questions=tuple(q for q in small.questions if q.id != "reason"))
    strict = replace(rid, conditions=())
    without_na = replace(
        strict, questions=tuple(replace(q, not_applicable=False) for q in strict.questions)
    )
    one = sheet({"reason": 3, "pilot": "na", "aim": "unknown"}, {"base": "no"})

    assert preview(small, without_na, one)["lost"] == ["base", "reason", "pilot"]


def test_a_criterion_may_come_or_go(small: Bank) -> None:
    """A criterion that only one side has stands without a change."""
    one_less = replace(
        small,
        criteria=small.criteria[:1],
        questions=tuple(q for q in small.questions if q.criterion == "will"),
    )

    shift = preview(small, one_less, sheet())["result"]["criteria"]["strategy"]

    assert (shift["after"], shift["change"]) == (None, None)


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_names_files(tmp_path: Path, lang: Lang) -> None:
    """Every file has its row; those that change have a table, and what is lost is named."""
    words = load_words(lang)
    new = load(write_bank(tmp_path, RULES.replace("weight = 2\nnot", "weight = 8\nnot")))
    texts = load_texts(new, lang, tmp_path)
    old = Edition(load(write_bank(tmp_path)), texts, words)
    files = {
        "same.json": preview(old.bank, new, sheet()),
        "moves.json": preview(old.bank, new, sheet({"reason": 3})),
    }
    text = as_text(preview_report(old, Edition(new, texts, words), files), words)

    assert text.count("same.json") == 1
    assert text.count("moves.json") == 2
    assert " ".join(words.say("preview.same-version").split()) in " ".join(text.split())
    assert "{" not in text
