"""Then and now: what changed between two sheets."""

from dataclasses import replace

import pytest
from hypothesis import given

from selfcheck.bank import load
from selfcheck.model import LANGS, Lang
from selfcheck.render.text import WIDTH, as_text
from selfcheck.reports.compare import compare_report
from selfcheck.reports.edition import load_edition
from selfcheck.reports.phrasing import change
from selfcheck.scoring.result import Range
from selfcheck.sheets.sheet import Sheet
from selfcheck.views.compare import compare
from selfcheck.words import Words, load_words

from .cases import people_sheets, scored, sheet

BANK = load()
OPPOSITE = {"up": "down", "down": "up", "found": "lost", "lost": "found", "other": "other"}


def told(old: Sheet, new: Sheet, lang: Lang = "en") -> str:
    """Write the report on two sheets, as one line."""
    words = load_words(lang)
    blocks = compare_report(load_edition(BANK, lang), compare(BANK, old, new))
    text = as_text(blocks, words)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "{" not in text
    return " ".join(text.split())


@given(people_sheets(BANK))
def test_a_sheet_compared_with_itself_has_not_changed(one: Sheet) -> None:
    """Nothing is listed, every change is zero and both sides have the same checksum."""
    found = compare(BANK, one, one)
    shifts = [found["result"]["overall"], *found["result"]["criteria"].values()]

    assert found["conditions"] == found["questions"] == []
    assert all(shift["change"] == {"low": 0.0, "high": 0.0} for shift in shifts)
    assert found["before"] == found["after"]


@given(people_sheets(BANK), people_sheets(BANK))
def test_changes_lead_from_the_old_sheet_to_the_new(old: Sheet, new: Sheet) -> None:
    """Whoever makes the listed changes in the old sheet gets the score of the new one."""
    found = compare(BANK, old, new)
    conditions = {**old.conditions, **{item["id"]: item["to"] for item in found["conditions"]}}
    answers = {**old.answers, **{item["id"]: item["to"] for item in found["questions"]}}

    changed = Sheet("1", conditions=conditions, answers=answers)  # type: ignore[arg-type]

    assert scored(BANK, changed) == scored(BANK, new)


@given(people_sheets(BANK), people_sheets(BANK))
def test_looking_back_is_the_opposite(old: Sheet, new: Sheet) -> None:
    """Comparing the other way round turns every change about."""
    there, back = compare(BANK, old, new), compare(BANK, new, old)

    for kind in ("conditions", "questions"):
        turns = [(item["id"], OPPOSITE[item["turn"]]) for item in there[kind]]
        assert turns == [(item["id"], item["turn"]) for item in back[kind]]
    for key, shift in there["result"]["criteria"].items():
        here, other = shift["change"], back["result"]["criteria"][key]["change"]
        assert here
        assert other
        assert (here["low"], here["high"]) == (-other["low"], -other["high"])


def test_kinds_of_change() -> None:
    """Levels rise and fall, open answers are found and lost, questions cease to apply."""
    old = sheet(
        {"will-reason": 1, "will-need": 2, "will-plan": 3, "team-theme": 1, "will-owner": 1},
        {"base": "no"},
    )
    new = sheet(
        {
            "will-reason": 2,
            "will-need": 1,
            "will-candidates": 0,
            "team-theme": "na",
            "will-owner": 2,
        },
        {"base": "yes"},
    )
    found = compare(BANK, old, new)

    assert [(item["id"], item["turn"]) for item in found["questions"]] == [
        ("will-reason", "up"),
        ("will-need", "down"),
        ("will-plan", "lost"),
        ("will-candidates", "found"),
        ("team-theme", "other"),
        ("will-owner", "up"),
    ]
    assert found["conditions"] == [{"id": "base", "from": "no", "to": "yes", "turn": "up"}]


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_tells_changes(lang: Lang) -> None:
    """Every language names what changed, and says when nothing did."""
    words = load_words(lang)
    old = replace(sheet({"will-reason": 1}, {"base": "yes"}), date="2026-01-06")
    text = told(old, sheet({"will-reason": 2}, {"base": "no"}), lang)

    assert words.say("compare.unmet") in text
    assert words.say("compare.up") in text
    assert words.say("compare.no-questions") in told(old, old, lang)


def test_what_to_keep_in_mind() -> None:
    """Two organisations, or two versions of the rules, are pointed out."""
    say = load_words("en").say
    old = Sheet("2025.1", organisation="A")
    text = told(old, Sheet("2026.1", organisation="B"))

    assert say("compare.others", before="A", after="B") in text
    assert say("compare.versions", before="2025.1", after="2026.1") in text
    assert say("report.organisation", name="A") in told(old, Sheet("2025.1"))


@pytest.mark.parametrize(
    ("rise", "text"),
    [
        (None, "–"),
        ({"low": 0.0, "high": 0.0}, "same"),
        ({"low": 5.0, "high": 5.0}, "+5.0"),
        ({"low": 5.0, "high": -2.5}, "+5.0 to −2.5"),
        ({"low": 0.0, "high": 2.5}, "±0.0 to +2.5"),
    ],
)
def test_changes_are_signed(rise: Range | None, text: str) -> None:
    """A change is a signed number, or two when the ends of the range moved differently."""
    phrases = {"change.none": "same", "change.ends": "{low} to {high}", "number.decimal": "."}

    assert change(Words("en", phrases), rise) == text
