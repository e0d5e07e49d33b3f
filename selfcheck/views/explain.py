"""What a result rests on, as data: every point that counted, and what open answers could move."""

from collections.abc import Mapping
from typing import TypedDict

from ..model import TOP_LEVEL, Answer, Question
from ..scoring.result import Range
from ..scoring.scale import percent
from ..scoring.score import score
from ..scoring.tally import Tally, points
from ..sheets.fingerprint import fingerprint


class AnswerPoints(TypedDict):
    """The points of an answer, or None of one that does not apply."""

    answer: Answer
    weight: int
    low: int | None
    high: int | None
    maximum: int | None


class CriterionPoints(Range):
    """A criterion's score, and the points it is made of."""

    weight: int
    points: dict[str, int]
    maximum: int


class HalfPoints(Range):
    """The same of a half, whose weight is its questions' own."""

    criterion: str
    points: dict[str, int]
    maximum: int


class Gain(TypedDict):
    """What an open answer decides: the points by which it widens the ranges.

    Level 3 raises the low end of the half and of the overall result by this much, level 0 lowers
    the high end by the same. `roles` may know the answer.
    """

    question: str
    criterion: str
    half: str
    roles: list[str]
    own: float
    overall: float


class OpenCondition(TypedDict):
    """A condition no one has answered: it earns no points, but these bands require it."""

    condition: str
    roles: list[str]
    bands: list[str]


class Explanation(TypedDict):
    """A result that can be recomputed: `fingerprint` tells from which answers."""

    rules: str
    fingerprint: str
    bands: list[str]
    overall: Range
    criteria: dict[str, CriterionPoints]
    halves: dict[str, HalfPoints]
    answers: dict[str, AnswerPoints]
    conditions: list[OpenCondition]
    open: list[Gain]


def explain(here: Tally) -> Explanation:
    """Take a result apart."""
    bank, result = here.bank, score(here)
    return {
        "rules": bank.version,
        "fingerprint": fingerprint(here.sheet),
        "bands": result["bands"],
        "overall": result["overall"],
        "criteria": _criteria(here, result["criteria"]),
        "halves": _halves(here, result["halves"]),
        "answers": {q.id: _points(q, here.answers[q.id]) for q in bank.scored},
        "conditions": _open_conditions(here),
        "open": gains(here),
    }


def gains(here: Tally) -> list[Gain]:
    """List the open answers, those that decide most first, else in bank order."""
    triples = zip(here.bank.halves, here.halves, here.scale.shares, strict=True)
    open_: list[Gain] = [
        {
            "question": question.id,
            "criterion": half.criterion,
            "half": half.id,
            "roles": list(here.bank.whom(question.id, here.sheet.theme, here.sheet.kind)),
            "own": percent(question.weight * TOP_LEVEL, count.maximum),
            "overall": percent(question.weight * TOP_LEVEL * share, here.scale.whole),
        }
        for half, count, share in triples
        for question in half.questions
        if here.answers[question.id] == "unknown"
    ]
    return sorted(open_, key=lambda gain: -gain["overall"])


def _criteria(here: Tally, scores: Mapping[str, Range]) -> dict[str, CriterionPoints]:
    return {
        criterion.id: {
            "low": scores[criterion.id]["low"],
            "high": scores[criterion.id]["high"],
            "weight": criterion.weight,
            "points": {"low": count.low, "high": count.high},
            "maximum": count.maximum,
        }
        for criterion, count in zip(here.bank.criteria, here.criteria, strict=True)
    }


def _halves(here: Tally, scores: Mapping[str, Range]) -> dict[str, HalfPoints]:
    return {
        half.id: {
            "low": scores[half.id]["low"],
            "high": scores[half.id]["high"],
            "criterion": half.criterion,
            "points": {"low": count.low, "high": count.high},
            "maximum": count.maximum,
        }
        for half, count in zip(here.bank.halves, here.halves, strict=True)
    }


def _points(question: Question, answer: Answer) -> AnswerPoints:
    low, high, maximum = points(question, answer) or (None, None, None)
    return {
        "answer": answer,
        "weight": question.weight,
        "low": low,
        "high": high,
        "maximum": maximum,
    }


def _open_conditions(here: Tally) -> list[OpenCondition]:
    bands = [band.id for band in here.bank.bands if band.conditions]
    return [
        {
            "condition": rule.id,
            "roles": list(here.bank.whom(rule.id, here.sheet.theme, here.sheet.kind)),
            "bands": bands,
        }
        for rule in here.bank.conditions
        if here.conditions[rule.id] == "unknown"
    ]
