"""The smallest change: provably smallest, evenly spread, in a fixed order."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.model import Answer, Bank, Standing
from selfcheck.scoring.result import Result, Step
from selfcheck.sheets.sheet import Sheet

from .cases import RULES, scored, sheet, sheets, small_banks, write_bank


def size(steps: list[Step]) -> int:
    """Count the unit steps: levels climbed and conditions met; asking changes nothing."""
    return sum(
        1 if step["kind"] == "condition" else int(step["to"]) - level(step["from"])
        for step in steps
        if step["kind"] != "ask"
    )


def level(answer: object) -> int:
    """Return the level an answer counts for on the low side."""
    return answer if isinstance(answer, int) else 0


def brute_force(bank: Bank, given_: Sheet, goal: str) -> int:
    """Try every way to raise known levels, open ones at their best, and count the smallest."""
    best_case: dict[str, Answer] = {q.id: 3 for q in bank.questions}
    low = best_case | {k: a for k, a in given_.answers.items() if a != "unknown"}
    open_ = [key for key, answer in low.items() if answer != "na"]
    goal_band = next(band for band in bank.bands if band.id == goal)
    unmet = sum(given_.conditions.get(c.id) == "no" for c in bank.conditions)
    met: dict[str, Standing] = {c.id: "yes" for c in bank.conditions}
    best = 10**9
    for levels in product(*(range(level(low[key]), 4) for key in open_)):
        change: dict[str, Answer] = dict(zip(open_, levels, strict=True))  # type: ignore[arg-type]
        raised = replace(given_, answers={**low, **change}, conditions=met)
        reached = scored(bank, raised)["band"]
        places = [band.id for band in bank.bands]
        if places.index(reached) >= places.index(goal):
            best = min(best, sum(levels) - sum(level(low[key]) for key in open_))
    return best + (unmet if goal_band.conditions else 0)


@given(small_banks(), st.data())
def test_no_smaller_change_does(bank: Bank, data: st.DataObject) -> None:
    """Trying out every change on a small bank finds none with fewer steps than advised."""
    given_ = data.draw(sheets(bank))
    result = scored(bank, given_)
    if result["next"] is not None:
        assert size(result["steps"]) == brute_force(bank, given_, result["next"])


def steps_of(bank: Bank, answers: dict[str, Answer], base: str = "yes") -> list[Step]:
    """Return the steps for a sheet of the small bank."""
    conditions = {"base": base}
    result: Result = scored(bank, sheet(answers, conditions))  # type: ignore[arg-type]
    return result["steps"]


def test_advice_spreads_over_questions(tmp_path: Path) -> None:
    """Among equal gains every question first gets to level 1, none is taken straight to the top."""
    bank = load(write_bank(tmp_path, RULES.replace("overall = 50", "overall = 20")))
    answers: dict[str, Answer] = {"reason": 1, "pilot": 0, "aim": 0, "policy": 0}

    assert steps_of(bank, answers)[-2:] == [
        {"kind": "question", "question": "aim", "from": 0, "to": 1},
        {"kind": "question", "question": "policy", "from": 0, "to": 1},
    ]


@pytest.mark.parametrize(
    ("overall", "floor", "answers", "steps"),
    [
        # Two steps of pilot would do for the floor; one of each does too.
        (20, 33, {"reason": 0, "pilot": 0, "aim": 3, "policy": 3}, {"reason": 1, "pilot": 1}),
        # Two steps of aim would do for the overall score.
        (20, 0, {"reason": 0, "pilot": 0, "aim": 0, "policy": 0}, {"aim": 1, "policy": 1}),
        # So would they here, and add more; a lighter first step is enough beside one of them.
        (50, 0, {"reason": 0, "pilot": 0, "aim": 0, "policy": 3}, {"pilot": 1, "aim": 1}),
        # Here nothing lighter is enough, so that there is no way round the second step.
        (55, 0, {"reason": 0, "pilot": 0, "aim": 0, "policy": 3}, {"aim": 2}),
    ],
)
def test_advice_prefers_low_levels(
    tmp_path: Path,
    overall: int,
    floor: int,
    answers: dict[str, Answer],
    steps: dict[str, int],
) -> None:
    """Where as many steps to lower levels do, no question is taken higher instead."""
    asks = f"overall = {overall}\nfloor = {floor}"
    bank = load(write_bank(tmp_path, RULES.replace("overall = 50\nfloor = 20", asks)))

    assert {step["question"]: step["to"] for step in steps_of(bank, answers)} == steps


def test_conditions_come_first(tmp_path: Path) -> None:
    """A condition the next band needs stands before the questions, with what was said of it."""
    bank = load(write_bank(tmp_path))
    answers: dict[str, Answer] = {"reason": 2, "pilot": 2, "aim": 2, "policy": 2}

    steps = steps_of(bank, answers, base="no")

    assert steps[0] == {"kind": "condition", "question": "base", "from": "no", "to": "yes"}


def test_unit_steps_of_a_question_are_merged(tmp_path: Path) -> None:
    """Several levels of one question become one step."""
    bank = load(write_bank(tmp_path))

    steps = steps_of(bank, {"reason": 3, "pilot": "na", "aim": 3, "policy": 0})

    assert steps == [{"kind": "question", "question": "policy", "from": 0, "to": 1}]


def test_what_is_open_is_asked_first(tmp_path: Path) -> None:
    """Open conditions and answers come first and are not raised; an open strength is not asked."""
    bank = load(write_bank(tmp_path))

    steps = steps_of(bank, {"reason": 0, "pilot": 0, "aim": 3}, base="unknown")

    assert [(s["kind"], s["question"], s["to"]) for s in steps] == [
        ("ask", "base", "known"),
        ("ask", "policy", "known"),
        ("question", "pilot", 1),
    ]


def test_what_does_not_apply_is_never_advised(tmp_path: Path) -> None:
    """A question answered "na" gets no step, however heavy it is."""
    bank = load(write_bank(tmp_path))

    steps = steps_of(bank, {"reason": 0, "pilot": "na", "aim": 0, "policy": 0})

    assert "pilot" not in {step["question"] for step in steps}


def test_there_is_nothing_to_do_at_the_top(tmp_path: Path) -> None:
    """In the top band there is no next band and there are no steps."""
    bank = load(write_bank(tmp_path))

    assert steps_of(bank, {"reason": 3, "pilot": 3, "aim": 3, "policy": 3}) == []
