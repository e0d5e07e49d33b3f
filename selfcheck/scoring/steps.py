"""The smallest change that leads to the next band."""

from collections.abc import Iterable

from ..model import TOP_LEVEL, Answer, Band, UnitStep
from .result import Step
from .scale import missing
from .tally import Tally, climbed_from


def smallest_change(here: Tally, goal: Band) -> list[Step]:
    """Find the fewest unit steps from the low side of the answers to `goal`, as advice.

    Conditions come first, then questions in bank order, one entry for each.
    """
    steps = _conditions_to_meet(here) if goal.conditions else []
    raised = {(unit.criterion, unit.place): unit.level + 1 for unit in _fewest(here, goal)}
    for criterion, place in sorted(raised):
        question = here.bank.groups[criterion][place].id
        before, after = here.answers[question], raised[criterion, place]
        steps.append({"kind": "question", "question": question, "from": before, "to": after})
    return steps


def _conditions_to_meet(here: Tally) -> list[Step]:
    return [
        {"kind": "condition", "question": condition, "from": answer, "to": "yes"}
        for condition, answer in here.conditions.items()
        if answer != "yes"
    ]


def _fewest(here: Tally, goal: Band) -> list[UnitStep]:
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
    for criterion, ladder in enumerate(here.bank.ladders):
        levels = [_level(here.answers[question.id]) for question in here.bank.groups[criterion]]
        units = [unit for unit in ladder if unit.level >= levels[unit.place]]
        lacking = missing(here.low[criterion], here.scale.maxima[criterion], goal.floor)
        count = _count_until(lacking, [unit.weight for unit in units])
        taken += units[:count]
        spare += units[count:]
    return taken + _largest_gains(here, goal, taken, spare)


def _level(answer: Answer) -> int:
    """Give the level to climb from; a question that does not apply has nothing to climb."""
    return TOP_LEVEL if answer == "na" else climbed_from(answer)


def _count_until(lacking: int, gains: Iterable[int]) -> int:
    """Count how many of the gains, in their order, bring what is lacking (times 100)."""
    count = 0
    left = iter(gains)
    while lacking > 0:
        lacking -= 100 * next(left)
        count += 1
    return count


def _largest_gains(
    here: Tally, goal: Band, taken: list[UnitStep], spare: list[UnitStep]
) -> list[UnitStep]:
    """Pick from the spare steps what the overall threshold still needs."""

    def gain(unit: UnitStep) -> int:
        return here.scale.shares[unit.criterion] * unit.weight

    reached = here.scale.overall(here.low) + sum(map(gain, taken))
    # The sort is stable: what is equal here stays in bank order.
    best = sorted(spare, key=lambda unit: (-gain(unit), unit.level))
    lacking = missing(reached, here.scale.whole, goal.overall)
    return best[: _count_until(lacking, map(gain, best))]
