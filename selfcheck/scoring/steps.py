"""The smallest change that leads to the next band."""

from functools import lru_cache
from typing import NamedTuple

from ..model import LEVELS, TOP_LEVEL, Answer, Band, Bank
from .result import Step
from .tally import Position


class UnitStep(NamedTuple):
    """One question raised by one level, from `level`; `place` is its place in the criterion."""

    weight: int
    level: int
    criterion: int
    place: int


def smallest_change(bank: Bank, here: Position, goal: Band) -> list[Step]:
    """Find the fewest unit steps from the low side of the answers to `goal`, as advice.

    Conditions come first, then questions in bank order, one entry for each.
    """
    steps = _conditions_to_meet(here) if goal.conditions else []
    raised = {(unit.criterion, unit.place): unit.level + 1 for unit in _fewest(bank, here, goal)}
    for criterion, place in sorted(raised):
        question = bank.groups[criterion][place].id
        before, after = here.answers[question], raised[criterion, place]
        steps.append({"question": question, "from": before, "to": after})
    return steps


def _conditions_to_meet(here: Position) -> list[Step]:
    return [
        {"question": condition, "from": answer, "to": "yes"}
        for condition, answer in here.conditions.items()
        if answer != "yes"
    ]


def _fewest(bank: Bank, here: Position, goal: Band) -> list[UnitStep]:
    """Choose the unit steps to take.

    Every criterion first takes its heaviest steps until it clears the floor: no fewer could do.
    Then the steps with the largest gain follow until the overall threshold holds. This is
    optimal: with k steps a criterion gains at most its k heaviest, which is concave in k, so
    of all ways to add a number of steps beyond the floors the largest gains add most.

    Among equal gains the lower level goes first, so that advice spreads over questions rather
    than taking one to the top, then bank order.
    """
    taken: list[UnitStep] = []
    spare: list[UnitStep] = []
    for criterion, ladder in enumerate(_ladders(bank)):
        levels = [_level(here.answers[question.id]) for question in bank.groups[criterion]]
        units = [unit for unit in ladder if unit.level >= levels[unit.place]]
        missing = goal.floor * here.scale.maxima[criterion] - 100 * here.low[criterion]
        count = _count_until(missing, units)
        taken += units[:count]
        spare += units[count:]
    return taken + _largest_gains(here, goal, taken, spare)


@lru_cache(maxsize=16)
def _ladders(bank: Bank) -> tuple[tuple[UnitStep, ...], ...]:
    """List all steps of each criterion, what to take first coming first."""
    return tuple(
        tuple(
            UnitStep(question.weight, level, criterion, place)
            for weight in sorted({question.weight for question in group}, reverse=True)
            for level in LEVELS[:TOP_LEVEL]
            for place, question in enumerate(group)
            if question.weight == weight
        )
        for criterion, group in enumerate(bank.groups)
    )


def _level(answer: Answer) -> int:
    """Give the level to climb from; a question that does not apply has nothing to climb."""
    if answer == "unknown":
        return 0
    return TOP_LEVEL if answer == "na" else answer


def _count_until(missing: int, units: list[UnitStep]) -> int:
    """Count how many of the best steps bring the missing points (times 100)."""
    count = 0
    while missing > 0:
        missing -= 100 * units[count].weight
        count += 1
    return count


def _largest_gains(
    here: Position, goal: Band, taken: list[UnitStep], spare: list[UnitStep]
) -> list[UnitStep]:
    """Pick from the spare steps what the overall threshold still needs."""
    shares = here.scale.shares
    missing = goal.overall * here.scale.whole - 100 * here.scale.overall(here.low)
    missing -= 100 * sum(shares[unit.criterion] * unit.weight for unit in taken)
    if missing <= 0:
        return []
    # The sort is stable: what is equal here stays in bank order.
    spare.sort(key=lambda unit: (-shares[unit.criterion] * unit.weight, unit.level))
    count = 0
    while missing > 0:
        missing -= 100 * shares[spare[count].criterion] * spare[count].weight
        count += 1
    return spare[:count]
