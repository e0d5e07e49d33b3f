"""How far two results lie apart: bands, overall result and criteria, before and after."""

from typing import TypedDict

from ..scoring.result import Range, Result


class Side(TypedDict):
    """One of two results, as far as it is compared."""

    rules: str
    bands: list[str]
    overall: Range


class Shift(TypedDict):
    """A score before and after; None where there is no such criterion, and then no change."""

    before: Range | None
    after: Range | None
    change: Range | None


class Difference(TypedDict):
    """What differs between two results; changes are those of the rounded scores."""

    before: Side
    after: Side
    overall: Shift
    criteria: dict[str, Shift]


def difference(before: Result, after: Result) -> Difference:
    """Compare two results, which may come from different rules."""
    ids = dict.fromkeys((*before["criteria"], *after["criteria"]))
    return {
        "before": _side(before),
        "after": _side(after),
        "overall": _shift(before["overall"], after["overall"]),
        "criteria": {
            key: _shift(before["criteria"].get(key), after["criteria"].get(key)) for key in ids
        },
    }


def _side(result: Result) -> Side:
    return {"rules": result["rules"], "bands": result["bands"], "overall": result["overall"]}


def _shift(before: Range | None, after: Range | None) -> Shift:
    old, new = _range(before), _range(after)
    change = None
    if old and new:
        low, high = (round(new[end] - old[end], 1) for end in ("low", "high"))
        change = Range(low=low, high=high)
    return {"before": old, "after": new, "change": change}


def _range(scores: Range | None) -> Range | None:
    """Keep the two ends alone; a criterion's range carries more."""
    return {"low": scores["low"], "high": scores["high"]} if scores else None
