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
type Theme = Literal["employment", "human-rights", "both"]
type Lang = Literal["fi", "sv", "en"]

LANGS: tuple[Lang, ...] = ("fi", "sv", "en")
TRACKS: tuple[Theme, ...] = ("employment", "human-rights")
THEMES: tuple[Theme, ...] = (*TRACKS, "both")
TOP_LEVEL = 3
LEVELS: tuple[Literal[0, 1, 2, 3], ...] = (0, 1, 2, 3)
STANDINGS: tuple[Standing, ...] = ("yes", "no", "unknown")
DONE = 2  # the level that the organisers' words ask: decided or done, and so to be shown


def is_done(answer: object) -> bool:
    """Tell whether an answer is a level from which something has been decided or done."""
    return isinstance(answer, int) and answer >= DONE


@dataclass(frozen=True, slots=True)
class Role:
    """People who are asked or who do; left out where another theme or kind has been chosen.

    Without `themes` or `kinds` it is there for all of them.
    """

    id: str
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def takes_part(self, theme: str | None, kind: str | None) -> bool:
        """Tell whether it is there for this theme and kind; what is not chosen rules out none."""
        return _fits(theme, self.themes) and _fits(kind, self.kinds)


def _fits(chosen: str | None, listed: tuple[str, ...]) -> bool:
    return not listed or chosen is None or chosen in listed


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must hold before an application makes sense; never turned into points.

    `ask` are the roles that may know, `does` the one that sees to it, and `weeks` how long it
    usually takes to meet it, at least 1.
    """

    id: str
    ask: tuple[str, ...]
    does: str
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
    """A question with four worded levels, 0–3; level 2 is what the organisers' words ask.

    A `strength` is asked and shown and never scored. `round` is asked only where a round has
    dates ahead. `ask` are the roles that may know, `does` the one that takes the steps, and
    `weeks` how long the steps to levels 1, 2 and 3 usually take, each at least 1.
    """

    id: str
    criterion: str
    part: str | None
    strength: bool
    round: bool
    weight: int
    not_applicable: bool
    ask: tuple[str, ...]
    does: str
    page: str
    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """One claim of a criterion with the questions that are scored for it.

    A criterion without parts is one half and lends it its id. `owner` is the criterion's place.
    """

    id: str
    criterion: str
    owner: int
    questions: tuple[Question, ...]


class UnitStep(NamedTuple):
    """One question raised by one level, from `level`; `place` is its place in the half."""

    weight: int
    level: int
    half: int
    place: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be true: for each id those that take part in it."""

    id: str
    claims: Mapping[str, tuple[Answer | Standing, ...]]


@dataclass(frozen=True, slots=True)
class Carried:
    """What an answer of earlier rules says about a question of today, level by level."""

    earlier: str
    now: str
    levels: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of readiness: `overall` and `floor` are 0–100, compared with exact scores.

    `floor` is asked of every half; with `conditions`, every condition must be "yes".
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
    is how long it usually takes to find something out, `evidence_years` the age from which
    evidence is remarked, `ahead` the overall result from which what is left to gain is said.
    `retired` are ids of conditions and questions asked no longer, which stored answer files may
    still hold.
    """

    version: str
    roles: tuple[Role, ...]
    conditions: tuple[Condition, ...]
    criteria: tuple[Criterion, ...]
    questions: tuple[Question, ...]
    bands: tuple[Band, ...]
    kinds: tuple[str, ...]
    branches: tuple[Branch, ...]
    contradictions: tuple[Contradiction, ...]
    retired: tuple[str, ...]
    carried: tuple[Carried, ...]
    ask_weeks: int
    evidence_years: int
    ahead: int

    @cached_property
    def scored(self) -> tuple[Question, ...]:
        """The questions that the score is made of, in bank order."""
        return tuple(question for question in self.questions if not question.strength)

    @cached_property
    def strengths(self) -> tuple[Question, ...]:
        """The questions that are asked and shown and never scored, in bank order."""
        return tuple(question for question in self.questions if question.strength)

    @cached_property
    def groups(self) -> tuple[tuple[Question, ...], ...]:
        """The scored questions of each criterion, in bank order."""
        return tuple(
            tuple(q for q in self.scored if q.criterion == criterion.id)
            for criterion in self.criteria
        )

    @cached_property
    def halves(self) -> tuple[Half, ...]:
        """The claims that are scored, criterion by criterion."""
        return tuple(
            Half(part or rule.id, rule.id, n, tuple(q for q in group if q.part == part))
            for n, (rule, group) in enumerate(zip(self.criteria, self.groups, strict=True))
            for part in rule.parts or (None,)
        )

    @cached_property
    def owners(self) -> tuple[int, ...]:
        """The place of each half's criterion."""
        return tuple(half.owner for half in self.halves)

    @cached_property
    def ladders(self) -> tuple[tuple[UnitStep, ...], ...]:
        """All unit steps of each half: the heaviest first, then lower levels, then in order.

        Whoever climbs a half in this order gains most with every step.
        """
        return tuple(
            tuple(
                UnitStep(question.weight, level, n, place)
                for weight in sorted({q.weight for q in half.questions}, reverse=True)
                for level in LEVELS[:TOP_LEVEL]
                for place, question in enumerate(half.questions)
                if question.weight == weight
            )
            for n, half in enumerate(self.halves)
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

    def whom(self, id_: str, theme: str | None, kind: str | None) -> tuple[str, ...]:
        """Give the roles to ask about a condition or question, the likeliest to know first."""
        there = {role.id for role in self.roles if role.takes_part(theme, kind)}
        return tuple(role for role in self.entries[id_].ask if role in there)


def numbers(bank: Bank) -> dict[str, str]:
    """Give each question the number readers see: 1.1, 1.2 … by criterion, strengths last."""
    return {
        question.id: f"{c}.{n}"
        for c, group in enumerate((*bank.groups, bank.strengths), 1)
        for n, question in enumerate(group, 1)
    }
