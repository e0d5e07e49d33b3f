"""Scores worked out by hand."""

from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.jsontext import canonical
from selfcheck.model import Answer, Standing
from selfcheck.scoring.result import Result
from selfcheck.scoring.scale import percent, scale

from . import cases
from .cases import sheet, write_bank

type Answers = dict[str, Answer]


def scored(folder: Path, answers: Answers, base: Standing = "yes") -> Result:
    """Score answers with the small bank."""
    return cases.scored(load(write_bank(folder)), sheet(answers, {"base": base}))


def half(criterion: str, span: tuple[float, float], of: tuple[int, int], met: str) -> object:
    """Write out a half of a result of the small bank."""
    (low, high), (answered, applicable) = span, of
    count = {"answered": answered, "applicable": applicable}
    return {"criterion": criterion, "low": low, "high": high, **count, "needs": 60, "met": met}


def test_a_sheet_by_hand(tmp_path: Path) -> None:
    """Criterion = 100 Σ w·level / Σ w·3; overall = weighted mean; the result has every key."""
    result = scored(tmp_path, {"reason": 1, "pilot": 2, "aim": 3, "policy": "unknown"}, "no")

    # will: (1·1 + 2·2) / 9; strategy: 3/6 to 6/6; overall: (1·will + 2·strategy) / 3
    assert result == {
        "rules": "1",
        "band": "start",
        "bands": ["start", "half"],
        "next": "half",
        "overall": {"low": 51.9, "high": 85.2},
        "known": {"answered": 4, "asked": 5},
        "strengths": {"lesson": "unknown"},
        "halves": {
            "will": half("will", (55.6, 55.6), (2, 2), "no"),
            "goal": half("strategy", (100.0, 100.0), (1, 1), "yes"),
            "line": half("strategy", (0.0, 100.0), (0, 1), "open"),
        },
        "criteria": {
            "will": {"low": 55.6, "high": 55.6, "answered": 2, "applicable": 2},
            "strategy": {"low": 50.0, "high": 100.0, "answered": 1, "applicable": 2},
        },
        "conditions": {"base": "no"},
        "reasons": [
            {"kind": "overall", "needs": 50, "low": 51.9, "high": 85.2, "met": "yes"},
            {
                "kind": "floor",
                "criterion": "will",
                "half": "will",
                "needs": 20,
                "low": 55.6,
                "high": 55.6,
                "met": "yes",
            },
            {
                "kind": "floor",
                "criterion": "strategy",
                "half": "goal",
                "needs": 20,
                "low": 100.0,
                "high": 100.0,
                "met": "yes",
            },
            {
                "kind": "floor",
                "criterion": "strategy",
                "half": "line",
                "needs": 20,
                "low": 0.0,
                "high": 100.0,
                "met": "open",
            },
        ],
        "steps": [{"kind": "ask", "question": "policy", "from": "unknown", "to": "known"}],
    }


def test_not_applicable_leaves_points_and_maximum(tmp_path: Path) -> None:
    """A question that does not apply counts neither in the points nor in the maximum."""
    will = scored(tmp_path, {"reason": 3, "pilot": "na"})["criteria"]["will"]

    assert will == {"low": 100.0, "high": 100.0, "answered": 1, "applicable": 1}


def test_an_empty_sheet_may_be_anything(tmp_path: Path) -> None:
    """With nothing answered every range is 0–100 and every band is possible."""
    result = cases.scored(load(write_bank(tmp_path)), sheet())

    assert result["overall"] == {"low": 0.0, "high": 100.0}
    assert result["bands"] == ["start", "half", "ready"]
    assert result["conditions"] == {"base": "unknown"}


@pytest.mark.parametrize(
    ("base", "bands"), [("yes", ["ready"]), ("no", ["half"]), ("unknown", ["half", "ready"])]
)
def test_conditions_hold_back_the_band(tmp_path: Path, base: Standing, bands: list[str]) -> None:
    """With "no" a band that asks for conditions is out of reach; with "unknown" it is possible."""
    answers: Answers = {"reason": 3, "pilot": 3, "aim": 3, "policy": 3}

    assert scored(tmp_path, answers, base)["bands"] == bands


def test_a_floor_holds_back_the_band(tmp_path: Path) -> None:
    """However good the overall score, one half under the floor keeps the band down."""
    one_criterion: Answers = {"reason": 1, "pilot": 0, "aim": 3, "policy": 3}
    one_half: Answers = {"reason": 3, "pilot": 3, "aim": 3, "policy": 0}

    for answers, overall in ((one_criterion, 70.4), (one_half, 66.7)):
        result = scored(tmp_path, answers)
        assert (result["overall"]["low"], result["band"]) == (overall, "start")


def test_reasons_are_what_the_band_ahead_asks(tmp_path: Path) -> None:
    """A band without floor or conditions gives no such reasons; one with both gives them all."""
    free = cases.load_small(tmp_path, cases.RULES.replace("floor = 20", "floor = 0")).bank
    low = cases.scored(free, sheet({"reason": 0, "pilot": 0, "aim": 0, "policy": 0}))
    high = cases.scored(free, sheet({"reason": 2, "pilot": 2, "aim": 2, "policy": 2}))

    assert [reason["kind"] for reason in low["reasons"]] == ["overall"]
    kinds = [reason["kind"] for reason in high["reasons"]]
    assert kinds == ["overall", *["floor"] * 3, "condition"]


def test_thresholds_are_compared_with_exact_values() -> None:
    """A score that only rounds up to a threshold does not reach it."""
    measure = scale((1,), (0,), (3000,))

    assert percent(measure.overall((1499,)), measure.whole) == 50.0
    assert not measure.reaches(50, (1499,))
    assert not measure.clears(50, (1499,))
    assert measure.reaches(50, (1500,))


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_rounding_is_half_up(part: int, whole: int) -> None:
    """A percentage has one decimal, and what lies between two goes to the nearer, a half up."""
    exact = Fraction(100 * part, whole)
    tenths = floor(exact * 10 + Fraction(1, 2))

    assert percent(part, whole) == tenths / 10


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(1, 3, 33.3), (2, 3, 66.7), (1, 16, 6.3), (1, 800, 0.1), (1, 2000, 0.1), (1, 2001, 0.0)],
)
def test_rounding_examples(part: int, whole: int, expected: float) -> None:
    """6.25 becomes 6.3 and 0.05 becomes 0.1."""
    assert percent(part, whole) == expected


def test_canonical_is_sorted_and_compact() -> None:
    """Keys are sorted, nothing is padded, letters stay letters."""
    assert canonical({"b": "ä", "a": [1.0]}) == '{"a":[1.0],"b":"ä"}'
