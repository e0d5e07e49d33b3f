"""The bank as frozen data: what is asked, how much it weighs, where the bands lie.

The four criteria come from the information session slides of 16 November 2021, slide
"Kriteerit hakijoille". The organisers publish no weights or thresholds: those are our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

type Answer = Literal[0, 1, 2, 3, "unknown", "na"]
type Standing = Literal["yes", "no", "unknown"]
type Theme = Literal["employment", "human-rights"]
type Lang = Literal["fi", "sv", "en"]

LANGS: tuple[Lang, ...] = ("fi", "sv", "en")
THEMES: tuple[Theme, ...] = ("employment", "human-rights")
TOP_LEVEL = 3
LEVELS: tuple[Literal[0, 1, 2, 3], ...] = (0, 1, 2, 3)
STANDINGS: tuple[Standing, ...] = ("yes", "no", "unknown")


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must hold before an application makes sense; never turned into points.

    `weeks` is how long it usually takes to meet it, at least 1.
    """

    id: str
    roles: tuple[str, ...]
    page: str
    weeks: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the criteria applicants are weighed by; `parts` are its halves, often none."""

    id: str
    weight: int
    page: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with four worded levels, 0–3.

    `roles` says whom to ask; the first of them owns the steps that raise the answer, and
    `weeks` are how long the steps to levels 1, 2 and 3 usually take, each at least 1.
    """

    id: str
    criterion: str
    part: str | None
    weight: int
    not_applicable: bool
    roles: tuple[str, ...]
    page: str
    weeks: tuple[int, ...]


class UnitStep(NamedTuple):
    """One question raised by one level, from `level`; `place` is its place in the criterion."""

    weight: int
    level: int
    criterion: int
    place: int


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of readiness: `overall` and `floor` are 0–100, compared with exact scores.

    `floor` is asked of every criterion; with `conditions`, every condition must be "yes".
    """

    id: str
    overall: int
    floor: int
    conditions: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """What the form adds to a condition or question for some kinds of organisation and themes.

    It holds for the `kinds` and `themes` listed, where none are listed for all of them. With
    `preset` the form answers "does not apply" for the reader, who can change it.
    """

    id: str
    entry: str
    kinds: tuple[str, ...]
    themes: tuple[str, ...]
    preset: bool


@dataclass(frozen=True, eq=False)
class Bank:
    """All rules of the self-check. Bands run from the lowest to the highest.

    `kinds` of organisation and `branches` guide the form; no score depends on them. `ask_weeks`
    is how long it usually takes to find out about a condition. `retired` are ids of conditions and
    questions asked no longer, which stored answer files may still hold.
    """

    version: str
    roles: tuple[str, ...]
    conditions: tuple[Condition, ...]
    criteria: tuple[Criterion, ...]
    questions: tuple[Question, ...]
    bands: tuple[Band, ...]
    kinds: tuple[str, ...]
    branches: tuple[Branch, ...]
    ask_weeks: int
    retired: tuple[str, ...] = ()

    @cached_property
    def groups(self) -> tuple[tuple[Question, ...], ...]:
        """The questions of each criterion, in bank order."""
        return tuple(
            tuple(q for q in self.questions if q.criterion == criterion.id)
            for criterion in self.criteria
        )

    @cached_property
    def ladders(self) -> tuple[tuple[UnitStep, ...], ...]:
        """All unit steps of each criterion: the heaviest first, then lower levels, then in order.

        Whoever climbs a criterion in this order gains most with every step.
        """
        return tuple(
            tuple(
                UnitStep(question.weight, level, criterion, place)
                for weight in sorted({question.weight for question in group}, reverse=True)
                for level in LEVELS[:TOP_LEVEL]
                for place, question in enumerate(group)
                if question.weight == weight
            )
            for criterion, group in enumerate(self.groups)
        )

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """The weights of the criteria."""
        return tuple(criterion.weight for criterion in self.criteria)

    @cached_property
    def standings(self) -> Mapping[str, tuple[Standing, ...]]:
        """What may be said of each condition."""
        return {condition.id: STANDINGS for condition in self.conditions}

    @cached_property
    def answers(self) -> Mapping[str, tuple[Answer, ...]]:
        """What may be answered to each question."""
        common: tuple[Answer, ...] = (*LEVELS, "unknown")
        return {q.id: (*common, "na") if q.not_applicable else common for q in self.questions}

    @cached_property
    def unknown_answers(self) -> dict[str, Answer]:
        """Every question as it stands before anyone has answered."""
        return dict.fromkeys(self.answers, "unknown")

    @cached_property
    def unknown_conditions(self) -> dict[str, Standing]:
        """Every condition likewise."""
        return dict.fromkeys(self.standings, "unknown")

    @cached_property
    def entries(self) -> Mapping[str, Condition | Question]:
        """Everything that can be answered, by id: conditions, then questions."""
        found: dict[str, Condition | Question] = {rule.id: rule for rule in self.conditions}
        return found | {rule.id: rule for rule in self.questions}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Everything that can be answered, and so carry evidence: conditions, then questions."""
        return (*self.standings, *self.answers)


def numbers(bank: Bank) -> dict[str, str]:
    """Give each question the number readers see: 1.1, 1.2 … by criterion, in bank order."""
    return {
        question.id: f"{c}.{n}"
        for c, group in enumerate(bank.groups, 1)
        for n, question in enumerate(group, 1)
    }
