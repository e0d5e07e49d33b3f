"""The smallest change that leads to the next band: what to find out, and what to change.

Not knowing is not failing. What is open is asked about; levels are raised only where the answer is
known, and only as far as is needed whatever the open answers turn out to be.
"""

from collections.abc import Callable, Iterable
from heapq import nlargest

from ..model import Answer, Band, UnitStep
from .result import Step
from .scale import meets, missing
from .tally import Tally


def smallest_change(here: Tally, goal: Band) -> list[Step]:
    """Find what leads to `goal`: open answers to ask about, then the fewest unit steps.

    Where open answers alone decide, nothing is to be raised. Whoever is at the goal for certain
    has nothing to do. Each kind is in bank order, one entry for each condition or question.
    """
    met = all(answer == "yes" for answer in here.conditions.values())
    if meets(goal, here.scale, here.low, met):
        return []
    asks = [*_open_conditions(here), *_open_questions(here)]
    unmet = _conditions_to_meet(here) if goal.conditions else []
    return asks + unmet + _raises(here, goal)


def _open_conditions(here: Tally) -> list[Step]:
    return [
        {"kind": "ask", "question": id_, "from": "unknown", "to": "known"}
        for id_, answer in here.conditions.items()
        if answer == "unknown"
    ]


def _open_questions(here: Tally) -> list[Step]:
    return [
        {"kind": "ask", "question": question.id, "from": "unknown", "to": "known"}
        for question in here.bank.scored
        if here.answers[question.id] == "unknown"
    ]


def _conditions_to_meet(here: Tally) -> list[Step]:
    return [
        {"kind": "condition", "question": id_, "from": answer, "to": "yes"}
        for id_, answer in here.conditions.items()
        if answer == "no"
    ]


def _raises(here: Tally, goal: Band) -> list[Step]:
    raised = {(unit.half, unit.place): unit.level + 1 for unit in _fewest(here, goal)}
    steps: list[Step] = []
    for half, place in sorted(raised):
        question = here.bank.halves[half].questions[place].id
        before, after = here.answers[question], raised[half, place]
        steps.append({"kind": "question", "question": question, "from": before, "to": after})
    return steps


def _fewest(here: Tally, goal: Band) -> list[UnitStep]:
    """Choose the unit steps to take, open answers being as good as they can be.

    Every half first takes its heaviest steps until it clears the floor: no fewer could do.
    Then the steps with the largest gain follow until the overall threshold holds. This is
    optimal: with k steps a half gains at most its k heaviest, which is concave in k, so
    of all ways to add a number of steps beyond the floors the largest gains add most.

    As many steps may go to lower levels instead: these are easier to take, and spread advice over
    questions rather than taking one to the top. They do so where no more steps are needed then.
    """
    ways = (_to_the_floors(here, goal, gentle) for gentle in (True, False))
    plans = [taken + _largest_gains(here, goal, taken) for taken in ways]
    return min(plans, key=len)


def _to_the_floors(here: Tally, goal: Band, gentle: bool) -> list[UnitStep]:
    """Take the fewest steps that bring every half to the floor: the lowest, or the heaviest."""
    taken: list[UnitStep] = []
    for half, units in enumerate(_units(here)):
        lacking = missing(here.high[half], here.scale.maxima[half], goal.floor)
        count = _count_until(lacking, [unit.weight for unit in units])
        taken += _lowest(units, count, lacking, _weight) if gentle else units[:count]
    return taken


def _units(here: Tally) -> list[list[UnitStep]]:
    """List for every half the steps that are left to take, the heaviest first."""
    units = []
    for half, ladder in enumerate(here.bank.ladders):
        answers = [here.answers[question.id] for question in here.bank.halves[half].questions]
        units.append([unit for unit in ladder if _can_be_taken(unit, answers[unit.place])])
    return units


def _weight(unit: UnitStep) -> int:
    return unit.weight


def _lowest(
    units: list[UnitStep], count: int, lacking: int, gain: Callable[[UnitStep], int]
) -> list[UnitStep]:
    """Of the ways to bring what is lacking with so many steps, take one to low levels."""
    left, taken = sorted(units, key=lambda unit: (unit.level, -gain(unit))), []
    for more in reversed(range(count)):
        heaviest = nlargest(more + 1, map(gain, left))
        # What others can bring: as many as may follow, without this one if it is among them.
        enough = (
            unit
            for unit in left
            if 100 * (gain(unit) + sum(_others(heaviest, gain(unit)))) >= lacking
        )
        unit = next(enough)
        left.remove(unit)
        taken.append(unit)
        lacking -= 100 * gain(unit)
    return taken


def _others(heaviest: list[int], gain: int) -> list[int]:
    """Leave one gain out of the heaviest, or the lightest of them where it is not among them."""
    if gain not in heaviest:
        return heaviest[:-1]
    place = heaviest.index(gain)
    return heaviest[:place] + heaviest[place + 1 :]


def _can_be_taken(unit: UnitStep, answer: Answer) -> bool:
    """Tell whether a known answer leaves this step to take."""
    return isinstance(answer, int) and unit.level >= answer


def _count_until(lacking: int, gains: Iterable[int]) -> int:
    """Count how many of the gains, in their order, bring what is lacking (times 100)."""
    count = 0
    left = iter(gains)
    while lacking > 0:
        lacking -= 100 * next(left)
        count += 1
    return count


def _largest_gains(here: Tally, goal: Band, taken: list[UnitStep]) -> list[UnitStep]:
    """Pick from the steps not taken what the overall threshold still needs."""

    def gain(unit: UnitStep) -> int:
        return here.scale.shares[unit.half] * unit.weight

    reached = here.scale.overall(here.high) + sum(map(gain, taken))
    lacking = missing(reached, here.scale.whole, goal.overall)
    if lacking <= 0:
        return []
    spare = [unit for units in _units(here) for unit in units if unit not in taken]
    best = sorted(spare, key=gain, reverse=True)
    return _lowest(spare, _count_until(lacking, map(gain, best)), lacking, gain)
