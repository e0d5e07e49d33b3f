"""The facts of the operating model: drawn chains, stages of a procurement, the fill-in sheet.

They mirror ``macros/facts/process.yaml``. The worked example of the sheet is invented; its numbers
are given once, and what follows from them is computed here.
"""

import re
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.fact import Fact, Id, SourceId, Translated, Whole
from selfcheck.model import LANGS

_NUMBER = re.compile(r"\{(\w+)\}")


class ChainStep(Fact):
    """One link of a drawn chain: its name in the drawing, and what it means."""

    id: Id
    name: Translated
    text: Translated


class Chain(Fact):
    """A drawn chain of steps; ``source`` is the document that it follows."""

    title: Translated
    caption: Translated
    source: SourceId
    steps: Annotated[tuple[ChainStep, ...], Field(min_length=2)]


Effort = Annotated[Whole, Field(ge=1, le=3)]


class Stage(ChainStep):
    """A stage of a procurement with the effort spent on it: usually now, and as it should be."""

    today: Effort
    aim: Effort


class Stages(Fact):
    """The stages of a procurement; ``levels`` are the words for little, some and most effort."""

    title: Translated
    caption: Translated
    source: SourceId
    stage: Translated
    effort: Translated
    work: Translated
    today: Translated
    aim: Translated
    levels: Annotated[tuple[Translated, ...], Field(min_length=3, max_length=3)]
    steps: Annotated[tuple[Stage, ...], Field(min_length=2)]


class AssessmentNumbers(Fact):
    """The invented numbers of the worked example. Raises ValueError unless they come out even."""

    value: Annotated[Whole, Field(gt=0)]
    share: Annotated[Whole, Field(gt=0, le=100)]
    years: Annotated[Whole, Field(gt=0)]
    hour_cost: Annotated[Whole, Field(gt=0)]
    person_hours: Annotated[Whole, Field(gt=0)]
    start_months: Annotated[Whole, Field(gt=0)]
    after_months: Annotated[Whole, Field(gt=0)]
    work_share: Annotated[Whole, Field(gt=0, le=100)]
    learnt_share: Annotated[Whole, Field(gt=0, le=100)]
    candidates: Annotated[Whole, Field(gt=0)]
    success: Annotated[Whole, Field(gt=0, le=100)]
    at_once: Annotated[Whole, Field(gt=0)]

    @model_validator(mode="after")
    def _even(self) -> Self:
        if self.value * self.share % (100 * self.hour_cost * self.person_hours):
            raise ValueError(
                "numbers by which value × share ÷ hour_cost ÷ person_hours is a whole number of "
                "people"
            )
        return self

    @model_validator(mode="after")
    def _within_limits(self) -> Self:
        known = self.all
        if known["hours"] != min(known["work_hours"], known["people_hours"], known["fair_hours"]):
            raise ValueError(
                "a share whose hours are the lowest of the three limits: work, people and fairness"
            )
        return self

    @property
    def all(self) -> dict[str, int]:
        """Every number under the name that texts call it by, the computed ones included."""
        budget = self.value * self.share // 100
        hours = budget // self.hour_cost
        people = hours // self.person_hours
        computed = {
            "budget": budget,
            "hours": hours,
            "people": people,
            "all_people": people * self.years,
            "work_hours": self.value
            * self.work_share
            * self.learnt_share
            // 10_000
            // self.hour_cost,
            "people_hours": self.candidates * self.success * self.person_hours // 100,
            "fair_hours": self.at_once * self.person_hours,
        }
        return self.model_dump() | computed


class AssessmentRow(Fact):
    """A line of the fill-in sheet: what is asked, and the worked example's answer."""

    id: Id
    name: Translated
    ask: Translated
    example: Translated


class AssessmentSheet(Fact):
    """The fill-in sheet and its worked example. Raises ValueError for a number nobody gives."""

    title: Translated
    example_title: Translated
    item: Translated
    blank: Translated
    answer: Translated
    numbers: AssessmentNumbers
    rows: Annotated[tuple[AssessmentRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _known_numbers(self) -> Self:
        for row in self.rows:
            named = [sorted(_NUMBER.findall(row.example.to(lang))) for lang in LANGS]
            if unknown := set(named[0]) - set(self.numbers.all):
                raise ValueError(f"no number called {', '.join(sorted(unknown))} in row {row.id}")
            if named.count(named[0]) != len(LANGS):
                raise ValueError(f"the same numbers in all three languages of row {row.id}")
        return self


class ProcessFacts(Fact):
    """Everything in ``process.yaml``."""

    model: Chain
    strategy: Chain
    process: Stages
    sheet: AssessmentSheet
