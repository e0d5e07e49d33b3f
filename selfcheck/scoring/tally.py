"""An answer sheet counted, once: every score, gain and explanation comes from its tally."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..model import TOP_LEVEL, Answer, Bank, Question, Standing
from ..sheets.sheet import Sheet
from .scale import Scale, scale


class Points(NamedTuple):
    """What an answer earns: its lowest and highest possible points, and what they are out of."""

    low: int
    high: int
    maximum: int


NOTHING = Points(0, 0, 0)


class Count(NamedTuple):
    """The points of a half or criterion, and how many of its applicable questions are answered."""

    low: int
    high: int
    maximum: int
    answered: int
    applicable: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A sheet counted by the rules of a bank; `low` and `high` are the points of each half.

    `answers` and `conditions` hold an entry for everything asked, "unknown" where nothing is said.
    """

    bank: Bank
    sheet: Sheet
    answers: Mapping[str, Answer]
    conditions: dict[str, Standing]
    halves: tuple[Count, ...]
    criteria: tuple[Count, ...]
    scale: Scale
    low: tuple[int, ...]
    high: tuple[int, ...]


def tally(bank: Bank, sheet: Sheet) -> Tally:
    """Count a sheet; a question or condition without an answer counts as unknown."""
    answers: Mapping[str, Answer] = {**bank.unknown_answers, **sheet.answers}
    conditions = {**bank.unknown_conditions, **sheet.conditions}
    halves = tuple([_count(half.questions, answers) for half in bank.halves])
    low, high, maxima, _, _ = zip(*halves, strict=True)
    measure = scale(bank.weights, bank.owners, maxima)
    criteria = tuple([_together(bank, halves, n) for n in range(len(bank.criteria))])
    return Tally(bank, sheet, answers, conditions, halves, criteria, measure, low, high)


def _together(bank: Bank, halves: tuple[Count, ...], criterion: int) -> Count:
    """Add up the halves of a criterion."""
    own = [count for owner, count in zip(bank.owners, halves, strict=True) if owner == criterion]
    return own[0] if len(own) == 1 else Count(*map(sum, zip(*own, strict=True)))


def points(question: Question, answer: Answer) -> Points | None:
    """Count an answer; None where the question does not apply."""
    most = question.weight * TOP_LEVEL
    if answer == "na":
        return None
    if answer == "unknown":
        return Points(0, most, most)
    earned = question.weight * answer
    return Points(earned, earned, most)


def _count(questions: tuple[Question, ...], answers: Mapping[str, Answer]) -> Count:
    """Add up the questions of a half."""
    given = [answers[question.id] for question in questions]
    counted = [points(q, answer) or NOTHING for q, answer in zip(questions, given, strict=True)]
    low, high, maximum = map(sum, zip(*counted, strict=True))
    applicable = len(given) - given.count("na")
    return Count(low, high, maximum, applicable - given.count("unknown"), applicable)
