"""What a procurement expert expects of the self-check, and that a change of a rule shows there."""

from dataclasses import replace

import pytest

from publish.config import ROOT
from publish.proofreading.expectations import cases, unmet
from selfcheck.bank import load
from selfcheck.model import Bank

BANK = load()


def test_every_expectation_is_met() -> None:
    """The rules as they are give what is written beside them."""
    assert unmet(ROOT, BANK) == []


def test_every_case_has_its_own_name() -> None:
    """A line that tells what went wrong leads to one case."""
    names = [case["name"] for case in cases(ROOT)]

    assert len(set(names)) == len(names)


def lenient() -> Bank:
    """Ask nothing of a single half."""
    top = replace(BANK.bands[-1], floor=BANK.bands[-2].floor)
    return replace(BANK, bands=(*BANK.bands[:-1], top))


def strict() -> Bank:
    """Ask for more than the organisers' words."""
    return replace(BANK, bands=(*BANK.bands[:-1], replace(BANK.bands[-1], overall=70)))


def graded() -> Bank:
    """Count strengths like everything else."""
    return replace(
        BANK,
        questions=tuple(
            replace(q, strength=False, part="goal" if q.criterion == "strategy" else q.part)
            for q in BANK.questions
        ),
    )


@pytest.mark.parametrize("change", [lenient, strict, graded])
def test_a_rule_that_measures_otherwise_is_noticed(change: object) -> None:
    """Weaker floors, higher limits and scored strengths each break an expectation."""
    assert callable(change)
    assert unmet(ROOT, change())
