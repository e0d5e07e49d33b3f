"""What a result rests on: sums that agree with the score, and a checksum of the answers."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given

from selfcheck.bank import load
from selfcheck.model import LANGS, Answer, Lang
from selfcheck.render.text import as_text
from selfcheck.reports.edition import load_edition
from selfcheck.reports.explain import explain_report
from selfcheck.scoring.tally import tally
from selfcheck.sheets.fingerprint import fingerprint
from selfcheck.sheets.sheet import Sheet, template
from selfcheck.views.explain import explain
from selfcheck.words import load_words

from .cases import people_sheets, scored, sheets

BANK = load()
HALF_A_TENTH = 0.0501  # every number is rounded once


@given(sheets(BANK))
def test_points_add_up_to_the_score(sheet: Sheet) -> None:
    """Points of answers add up to those of their criterion, and these to its score."""
    found, result = explain(tally(BANK, sheet)), scored(BANK, sheet)
    for criterion, group in zip(BANK.criteria, BANK.groups, strict=True):
        counted = [found["answers"][question.id] for question in group]
        own = found["criteria"][criterion.id]
        for end in ("low", "high"):
            points = sum(answer[end] or 0 for answer in counted)
            assert points == own["points"][end]
            percent = 100 * points / own["maximum"]
            assert abs(percent - result["criteria"][criterion.id][end]) < HALF_A_TENTH
        assert sum(answer["maximum"] or 0 for answer in counted) == own["maximum"]


@given(sheets(BANK))
def test_open_answers_add_up_to_the_ranges(sheet: Sheet) -> None:
    """What open answers decide is together as much as the ranges are wide."""
    found = explain(tally(BANK, sheet))
    room = HALF_A_TENTH * (len(found["open"]) + 2)
    overall = found["overall"]

    assert abs(sum(g["overall"] for g in found["open"]) - (overall["high"] - overall["low"])) < room
    for key, scores in found["halves"].items():
        own = sum(gain["own"] for gain in found["open"] if gain["half"] == key)
        assert abs(own - (scores["high"] - scores["low"])) < room


@given(sheets(BANK))
def test_a_found_answer_moves_the_result_as_told(sheet: Sheet) -> None:
    """Level 3 raises the low ends by what was told, level 0 lowers the high ends by as much."""
    before = scored(BANK, sheet)
    for gain in explain(tally(BANK, sheet))["open"][:2]:
        best, worst = (answered(sheet, gain["question"], level) for level in (3, 0))
        rise = scored(BANK, best)["overall"]["low"] - before["overall"]["low"]
        fall = before["overall"]["high"] - scored(BANK, worst)["overall"]["high"]
        assert abs(rise - gain["overall"]) < 3 * HALF_A_TENTH
        assert abs(fall - gain["overall"]) < 3 * HALF_A_TENTH


def answered(sheet: Sheet, question: str, level: int) -> Sheet:
    """Answer one question."""
    answers: dict[str, Answer] = {**sheet.answers, question: level}  # type: ignore[dict-item]
    return replace(sheet, answers=answers)


@given(people_sheets(BANK), people_sheets(BANK))
def test_equal_checksums_mean_equal_results(one: Sheet, two: Sheet) -> None:
    """The checksum depends on what the score reads and on nothing else."""
    same_answers = replace(two, answers=one.answers, conditions=one.conditions)

    assert fingerprint(same_answers) == fingerprint(one)
    assert (fingerprint(one) == fingerprint(two)) == (known(one) == known(two))


def known(sheet: Sheet) -> list[dict[str, object]]:
    """What the score reads of a sheet."""
    parts = (sheet.answers, sheet.conditions)
    return [{key: value for key, value in part.items() if value != "unknown"} for part in parts]


def test_the_checksum_can_be_made_elsewhere() -> None:
    """Compact JSON with sorted keys and without unknowns, UTF-8, SHA-256."""
    sheet = Sheet("1", conditions={"base": "yes"}, answers={"b": "unknown", "c": "na", "a": 2})
    text = '{"answers":{"a":2,"c":"na"},"conditions":{"base":"yes"}}'

    assert fingerprint(sheet) == hashlib.sha256(text.encode()).hexdigest()
    assert fingerprint(template(BANK)) == fingerprint(Sheet("1"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("full", [False, True])
def test_the_report_tells_whom_to_ask_and_the_checksum(lang: Lang, full: bool) -> None:
    """Open answers come with roles, conditions with the bands they open, all with the checksum."""
    words = load_words(lang)
    sheet = template(BANK)
    if full:
        answers: dict[str, Answer] = dict.fromkeys(BANK.answers, 2)
        sheet = replace(sheet, answers=answers, conditions=dict.fromkeys(BANK.standings, "yes"))
    here = tally(BANK, sheet)
    blocks = explain_report(load_edition(BANK, lang), here, explain(here))
    text = as_text(blocks, words)
    flat = " ".join(text.split())

    assert fingerprint(sheet) in text
    assert (words.say("explain.conditions-none") in flat) == full
    assert (words.say("explain.open-intro") in flat) != full
    assert "{" not in text
