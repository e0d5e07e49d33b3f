"""From a tally to the result.

Three layers, never averaged into one another: conditions decide whether a band may be reached
at all, answers give the criteria their scores, and the bands read both.
"""

from ..model import Band, Standing
from .result import (
    ConditionReason,
    CriterionResult,
    FloorReason,
    Met,
    OverallReason,
    Reason,
    Result,
)
from .scale import band_at, missing, percent
from .steps import smallest_change
from .tally import CriterionTally, Tally

MET: dict[Standing, Met] = {"yes": "yes", "unknown": "open", "no": "no"}


def score(here: Tally) -> Result:
    """Tell what a tally amounts to."""
    bank = here.bank
    lowest, highest = _bands(here)
    on_top = lowest == len(bank.bands) - 1
    goal = bank.bands[lowest if on_top else lowest + 1]
    return {
        "rules": bank.version,
        "band": bank.bands[lowest].id,
        "bands": [band.id for band in bank.bands[lowest : highest + 1]],
        "next": None if on_top else goal.id,
        "overall": {
            "low": percent(here.scale.overall(here.low), here.scale.whole),
            "high": percent(here.scale.overall(here.high), here.scale.whole),
        },
        "criteria": {
            c.id: _criterion(t) for c, t in zip(bank.criteria, here.criteria, strict=True)
        },
        "conditions": here.conditions,
        "reasons": _reasons(here, goal),
        "steps": smallest_change(here, goal),
    }


def _bands(here: Tally) -> tuple[int, int]:
    """Find the places of the lowest and the highest possible band."""
    standings = here.conditions.values()
    lowest = band_at(here.bank, here.scale, here.low, all(s == "yes" for s in standings))
    highest = band_at(here.bank, here.scale, here.high, all(s != "no" for s in standings))
    return lowest, highest


def _criterion(count: CriterionTally) -> CriterionResult:
    return {
        "low": percent(count.low, count.maximum),
        "high": percent(count.high, count.maximum),
        "answered": count.answered,
        "applicable": count.applicable,
    }


def _reasons(here: Tally, goal: Band) -> list[Reason]:
    """List what a band requires; a floor of 0 and conditions it does not ask are no reasons."""
    reasons: list[Reason] = [_overall_reason(here, goal)]
    if goal.floor:
        pairs = zip(here.bank.criteria, here.criteria, strict=True)
        reasons += [_floor_reason(criterion.id, t, goal.floor) for criterion, t in pairs]
    if goal.conditions:
        reasons += [_condition_reason(name, here.conditions[name]) for name in here.conditions]
    return reasons


def _overall_reason(here: Tally, goal: Band) -> OverallReason:
    low, high = here.scale.overall(here.low), here.scale.overall(here.high)
    return {
        "kind": "overall",
        "needs": goal.overall,
        "low": percent(low, here.scale.whole),
        "high": percent(high, here.scale.whole),
        "met": _met(low, high, here.scale.whole, goal.overall),
    }


def _floor_reason(criterion: str, count: CriterionTally, floor: int) -> FloorReason:
    return {
        "kind": "floor",
        "criterion": criterion,
        "needs": floor,
        "low": percent(count.low, count.maximum),
        "high": percent(count.high, count.maximum),
        "met": _met(count.low, count.high, count.maximum, floor),
    }


def _condition_reason(condition: str, answer: Standing) -> ConditionReason:
    return {"kind": "condition", "condition": condition, "answer": answer, "met": MET[answer]}


def _met(low: int, high: int, whole: int, threshold: int) -> Met:
    """Tell whether a threshold (0–100) is met for certain, if open answers are good, or not."""
    if missing(low, whole, threshold) <= 0:
        return "yes"
    return "open" if missing(high, whole, threshold) <= 0 else "no"
