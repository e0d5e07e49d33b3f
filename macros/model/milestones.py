"""Dates that pages tell as history, each as exactly as its source tells it.

A date may be a year, a month or a day: ``2016``, ``2016-06``, ``2017-01-10``.
"""

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from macros.model.fact import Fact, Id, SourceId, Translated, contradiction, written


def first_day(when: str) -> date:
    """Return the first day of a year, a month or a day; ValueError when there is no such date."""
    return date.fromisoformat("-".join([*when.split("-"), "01", "01"][:3]))


def _exists(when: str) -> str:
    try:
        first_day(when)
    except ValueError:
        raise ValueError("a date that exists") from None
    return when


_WRITTEN = written(r"\d{4}(-\d\d){0,2}", 'a date such as "2016", "2016-06" or "2017-01-10"')
Moment = Annotated[str, _WRITTEN, AfterValidator(_exists)]


class Milestone(Fact):
    """Something that happened, or went on ``until``, in one of the stories that pages tell."""

    id: Id
    story: Id
    when: Moment
    until: Moment | None = None
    text: Translated
    source: SourceId

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        known = min(len(self.when), len(self.until or ""))
        if self.until and (self.until[:known] < self.when[:known] or self.until == self.when):
            raise contradiction("until", self.until, f"a date after {self.when}, when it began")
        return self
