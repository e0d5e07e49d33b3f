"""What the views find on the small bank, each number and name worked out by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from selfcheck.bank import load
from selfcheck.model import Answer, Bank, Role, Standing
from selfcheck.scoring.tally import tally
from selfcheck.sheets.reading import MOST_PARTNERS
from selfcheck.sheets.sheet import Sheet
from selfcheck.views.compare import compare
from selfcheck.views.difference import difference
from selfcheck.views.explain import explain
from selfcheck.views.merge import merge
from selfcheck.views.merged_sheet import merged_sheet, partners_sheet
from selfcheck.views.partners import join
from selfcheck.views.preview import moved_to
from selfcheck.views.speakers import load_stems

from .cases import scored, write_bank
from .cases import sheet as any_sheet


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """Load the small bank."""
    return load(write_bank(tmp_path))


def sheet(base: Standing = "yes", **answers: Answer) -> Sheet:
    """Make a sheet under earlier rules."""
    return replace(any_sheet(answers, {"base": base}), rules="0")


def test_the_latest_day_is_the_merged_one(bank: Bank) -> None:
    """A merged sheet is as new as the newest of them; one without a date takes nothing away."""
    team = [replace(sheet(), date=day) for day in ("2026-02-03", "", "2027-01-01", "2026-12-31")]

    assert merged_sheet(bank, team).date == "2027-01-01"


def test_what_all_say_of_the_organisation_is_merged(bank: Bank) -> None:
    """Theme and kind stay where nobody says otherwise; partners are listed once, of any sheet."""
    one = replace(sheet(), theme="both", kind="town", partners=("A", "B"), returning=True)
    two = replace(sheet(), partners=("B", "C"))
    other = replace(one, theme="employment", kind="agency")

    alike, differing = merged_sheet(bank, [one, two]), merged_sheet(bank, [one, other])

    assert (alike.theme, alike.kind) == ("both", "town")
    assert (differing.theme, differing.kind) == (None, None)
    assert alike.partners == ("A", "B", "C")
    assert alike.returning
    assert not merged_sheet(bank, [two]).returning
    assert alike.rules == bank.version


def test_a_group_is_named_by_its_partners(bank: Bank) -> None:
    """The first stands as the organisation, the others beside it; evidence says whose it is."""
    one = replace(sheet(), organisation="A", role="x", evidence={"base": "one"})
    two = replace(sheet(), organisation="B", role="x", evidence={"base": "two"}, partners=("C",))
    joint = replace(bank, kinds=(*bank.kinds, "joint"))

    group = partners_sheet(joint, [one, two])

    assert (group.organisation, group.partners) == ("A", ("B", "C"))
    assert group.evidence == {"base": "A: one\nB: two"}
    assert group.kind == "joint"
    assert partners_sheet(bank, [one, two]).kind is None


def test_a_group_has_no_more_partners_than_a_file_may(bank: Bank) -> None:
    """Names beyond the limit of an answer file are left out, so that it can be read."""
    many = [replace(sheet(), organisation=f"{n:03}") for n in range(MOST_PARTNERS + 5)]

    assert len(partners_sheet(bank, many).partners) == MOST_PARTNERS


def test_partners_stand_in_the_order_of_their_names(bank: Bank) -> None:
    """Each with its own day and rules; whoever has no name has the number of the place."""
    first = replace(sheet(reason=1), organisation="A", date="2027-01-01")
    second = replace(sheet(reason=2), organisation="B", date="2026-01-01")

    partners = join(bank, [second, sheet(), first])["partners"]

    assert [(p["name"], p["date"], p["rules"]) for p in partners] == [
        ("1", "", "0"),
        ("A", "2027-01-01", "0"),
        ("B", "2026-01-01", "0"),
    ]


def test_people_stand_in_the_order_of_who_speaks(bank: Bank) -> None:
    """Management, procurement, then the others, each with the day and rules of the own sheet."""
    days = {"talous": "2026-01-01", "hankinta": "2026-01-02", "johtaja": "2026-01-03"}
    team = [replace(sheet(), role=role, date=day) for role, day in days.items()]

    people = merge(bank, team, load_stems())["people"]

    assert [(p["role"], p["speaker"], p["date"], p["rules"]) for p in people] == [
        ("johtaja", "management", "2026-01-03", "0"),
        ("hankinta", "procurement", "2026-01-02", "0"),
        ("talous", None, "2026-01-01", "0"),
    ]


def test_contradictions_are_in_their_order(bank: Bank) -> None:
    """A condition before questions, and of these the one with more at stake first."""
    one = replace(sheet("yes", reason=1, aim=1, policy=1, pilot=1), role="a")
    two = replace(sheet("no", reason=2, aim=3, policy=1, pilot=1), role="b")

    merged = merge(bank, [one, two], load_stems())

    assert merged["first"] == ["base", "aim", "reason"]
    assert [merged["questions"][key]["spread"] for key in ("aim", "reason", "policy")] == [2, 1, 0]


def test_everything_that_counted_is_explained(bank: Bank) -> None:
    """Each answer and criterion with its weight, what is open with roles, bands and gains."""
    found = explain(tally(bank, sheet("unknown", reason=1, pilot="na", aim=3)))

    assert found["answers"] == {
        "reason": {"answer": 1, "weight": 1, "low": 1, "high": 1, "maximum": 3},
        "pilot": {"answer": "na", "weight": 2, "low": None, "high": None, "maximum": None},
        "aim": {"answer": 3, "weight": 1, "low": 3, "high": 3, "maximum": 3},
        "policy": {"answer": "unknown", "weight": 1, "low": 0, "high": 3, "maximum": 3},
    }
    assert [criterion["weight"] for criterion in found["criteria"].values()] == [1, 2]
    assert found["criteria"]["strategy"]["points"] == {"low": 3, "high": 6}
    condition = {"condition": "base", "roles": ["management"], "bands": ["ready"]}
    assert found["conditions"] == [condition]
    assert found["open"] == [
        {
            "question": "policy",
            "criterion": "strategy",
            "half": "line",
            "roles": ["finance"],
            "own": 100.0,
            "overall": 33.3,
        }
    ]


def test_what_decides_most_is_explained_first(bank: Bank) -> None:
    """Open answers are in the order of what they move; what is equal stays in bank order."""
    found = explain(tally(bank, sheet()))["open"]

    assert [gain["question"] for gain in found] == ["aim", "policy", "pilot", "reason"]


def test_only_who_takes_part_is_asked(bank: Bank) -> None:
    """Roles that have no part in the theme, or in such an organisation, know nothing of it."""
    roles = (Role("management"), Role("finance", ("employment",), ("town",)))
    told = replace(bank, roles=roles)

    def asked(theme: str, kind: str) -> list[str]:
        given = replace(sheet(), theme=theme, kind=kind)  # type: ignore[arg-type]
        gains = explain(tally(told, given))["open"]
        return next(gain["roles"] for gain in gains if gain["question"] == "pilot")

    assert asked("employment", "town") == ["finance", "management"]
    assert asked("human-rights", "town") == ["management"]
    assert asked("employment", "agency") == ["management"]


def test_strengths_are_compared_too(bank: Bank) -> None:
    """They stand after what is scored; a level more is a rise."""
    changed = compare(bank, sheet(lesson=1, aim=2), sheet(lesson=2, aim=3))["questions"]

    assert changed == [
        {"id": "aim", "from": 2, "to": 3, "turn": "up"},
        {"id": "lesson", "from": 1, "to": 2, "turn": "up"},
    ]


def test_a_difference_leads_from_before_to_after(bank: Bank) -> None:
    """What has grown is positive, and criteria stand in the order of before, new ones last."""
    old, new = scored(bank, sheet(aim=0)), scored(bank, sheet(reason=3, aim=0))
    turned = replace(bank, criteria=bank.criteria[::-1])

    assert difference(old, new)["criteria"]["will"]["change"] == {"low": 33.3, "high": 0.0}
    assert list(difference(old, scored(turned, sheet()))["criteria"]) == ["will", "strategy"]


def test_a_sheet_moves_to_other_rules_with_what_they_know(bank: Bank) -> None:
    """It takes their version, and leaves behind answers and evidence to what they do not ask."""
    noted = replace(sheet(reason=1, lesson=2), evidence={"reason": "A", "lesson": "B"})
    fewer = replace(bank, version="2", questions=bank.questions[:-1])

    moved = moved_to(fewer, noted)

    assert (moved.rules, moved.answers, moved.evidence) == ("2", {"reason": 1}, {"reason": "A"})
