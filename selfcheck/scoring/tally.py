"""An answer sheet counted: where each criterion stands, at its lowest and at its highest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..model import TOP_LEVEL, Answer, Bank, Question, Standing
from ..sheets.sheet import Sheet
from .scale import Scale, scale


class Tally(NamedTuple):
    """The points of one criterion: lowest and highest possible, and what they are out of."""

    low: int
    high: int
    maximum: int
    answered: int
    applicable: int


@dataclass(frozen=True, slots=True)
class Position:
    """What the answers amount to; `low` and `high` are the points of each criterion.

    `answers` and `conditions` hold an entry for everything asked, "unknown" where nothing is said.
    """

    answers: Mapping[str, Answer]
    conditions: dict[str, Standing]
    tallies: tuple[Tally, ...]
    scale: Scale
    low: tuple[int, ...]
    high: tuple[int, ...]


def position(bank: Bank, sheet: Sheet) -> Position:
    """Count a sheet; a question or condition without an answer counts as unknown."""
    answers: Mapping[str, Answer] = {**bank.unknown_answers, **sheet.answers}
    conditions = {**bank.unknown_conditions, **sheet.conditions}
    tallies = tuple([_tally(group, answers) for group in bank.groups])
    low, high, maxima, _, _ = zip(*tallies, strict=True)
    return Position(answers, conditions, tallies, scale(bank.weights, maxima), low, high)


def _tally(questions: tuple[Question, ...], answers: Mapping[str, Answer]) -> Tally:
    """Add up one criterion."""
    low = maximum = unknown = unknown_weight = applicable = 0
    for question in questions:
        answer = answers[question.id]
        if answer == "na":
            continue
        applicable += 1
        maximum += question.weight * TOP_LEVEL
        if answer == "unknown":
            unknown += 1
            unknown_weight += question.weight
        else:
            low += question.weight * answer
    high = low + unknown_weight * TOP_LEVEL
    return Tally(low, high, maximum, applicable - unknown, applicable)
