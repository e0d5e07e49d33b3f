"""Dates that pages tell as history, each as exactly as its source tells it.

A date may be a year, a month or a day: ``2016``, ``2016-06``, ``2017-01-10``.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from macros import locale
from macros.models import Fact, Id, Lang, Text, written


def _first_day(when: str) -> date:
    return date.fromisoformat("-".join([*when.split("-"), "01", "01"][:3]))


def _exists(when: str) -> str:
    try:
        _first_day(when)
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
    text: Text
    source: Id

    def told(self, lang: Lang) -> str:
        """Write when it was: ``6/2016``, ``June 2016``; ``4/2021–3/2023``."""
        start = moment(self.when, lang)
        if self.until is None:
            return start
        joint = " – " if " " in start else "–"
        return start + joint + moment(self.until, lang)


def moment(when: str, lang: Lang) -> str:
    """Write a date as exactly as known: ``2016``; ``6/2016``, ``June 2016``; ``10.1.2017``."""
    day = _first_day(when)
    exactness = when.count("-")
    if exactness == 2:
        return locale.day(day, lang)
    if exactness == 0:
        return str(day.year)
    if lang == "fi":
        return f"{day.month}/{day.year}"
    return f"{locale.month(day, lang)} {day.year}"
