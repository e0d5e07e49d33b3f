"""From a tally to the result.

Three layers, never averaged into one another: conditions decide whether a band may be reached
at all, answers give the halves and criteria their scores, and the bands read both. Strengths are
shown and read by no band.
"""

from ..model import Band, Half, Standing
from .result import (
    ConditionReason,
    CriterionResult,
    FloorReason,
    HalfResult,
    Known,
    Met,
    OverallReason,
    Reason,
    Result,
)
from .scale import band_at, missing, percent
from .steps import smallest_change
from .tally import Count, Tally

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
        "known": _known(here),
        "criteria": {
            c.id: _criterion(t) for c, t in zip(bank.criteria, here.criteria, strict=True)
        },
        "halves": {
            h.id: _half(h, t, bank.bands[-1].floor)
            for h, t in zip(bank.halves, here.halves, strict=True)
        },
        "conditions": here.conditions,
        "strengths": {question.id: here.answers[question.id] for question in bank.strengths},
        "reasons": _reasons(here, goal),
        "steps": smallest_change(here, goal),
    }


def _bands(here: Tally) -> tuple[int, int]:
    """Find the places of the lowest and the highest possible band."""
    standings = here.conditions.values()
    lowest = band_at(here.bank, here.scale, here.low, all(s == "yes" for s in standings))
    highest = band_at(here.bank, here.scale, here.high, all(s != "no" for s in standings))
    return lowest, highest


def _criterion(count: Count) -> CriterionResult:
    return {
        "low": percent(count.low, count.maximum),
        "high": percent(count.high, count.maximum),
        "answered": count.answered,
        "applicable": count.applicable,
    }


def _half(half: Half, count: Count, needs: int) -> HalfResult:
    met = _met(count.low, count.high, count.maximum, needs)
    return {"criterion": half.criterion, **_criterion(count), "needs": needs, "met": met}


def _known(here: Tally) -> Known:
    """Count what is answered; what does not apply is neither answered nor asked."""
    standings = list(here.conditions.values())
    met = len(standings) - standings.count("unknown")
    return {
        "answered": met + sum(count.answered for count in here.halves),
        "asked": len(standings) + sum(count.applicable for count in here.halves),
    }


def _reasons(here: Tally, goal: Band) -> list[Reason]:
    """List what a band requires; a floor of 0 and conditions it does not ask are no reasons."""
    reasons: list[Reason] = [_overall_reason(here, goal)]
    if goal.floor:
        pairs = zip(here.bank.halves, here.halves, strict=True)
        reasons += [_floor_reason(half, count, goal.floor) for half, count in pairs]
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


def _floor_reason(half: Half, count: Count, floor: int) -> FloorReason:
    return {
        "kind": "floor",
        "criterion": half.criterion,
        "half": half.id,
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
