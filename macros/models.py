"""The facts of the site as typed, checked data.

Every class mirrors one shape of a file in ``macros/facts``. A value that cannot be right (a missing
translation, an unknown field) is refused here; what spans several files is checked in
:mod:`macros.consistency`. Rounds have a module of their own, :mod:`macros.rounds`.
"""

import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator

Lang = Literal["fi", "sv", "en"]
LANGS: tuple[Lang, ...] = ("fi", "sv", "en")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Fact(BaseModel):
    """Base of all facts: frozen, and no field that the site does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Fact):
    """One text in all three languages; none may be empty."""

    fi: Words
    sv: Words
    en: Words

    def to(self, lang: Lang) -> str:
        """Return the text in ``lang``."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}[lang]


class Sections(Fact):
    """Labels of the main menu in one language."""

    academy: Words
    applying: Words
    themes: Words
    self_check: Words
    about: Words


class Language(Fact):
    """A language of the site: its name in itself and its folder below the site's root."""

    id: Lang
    name: Words
    path: Annotated[str, StringConstraints(pattern=r"^([a-z]{2}/)?$")]
    site_name: Words
    description: Words
    sections: Sections


class Organisation(Fact):
    """An organisation under its official name in each language; ``ended`` if it is no more."""

    id: Id
    name: Text
    url: HttpUrl | None = None
    ended: datetime.date | None = None


class Source(Fact):
    """A document that facts rest on; ``checked_on`` is the day its address was last opened."""

    id: Id
    kind: Literal["slides", "news", "webinar", "web", "law", "study"]
    publisher: Id
    date: datetime.date | int | None
    title: Text
    short: Text
    url: HttpUrl | None
    checked_on: datetime.date | None

    @model_validator(mode="after")
    def _checked_when_linked(self) -> Self:
        if self.checked_on and not self.url:
            raise ValueError("checked_on without url; expected an address, or checked_on: null")
        return self


class Figure(Fact):
    """A statistic with its unit, the month or year it describes, and its source."""

    id: Id
    value: float
    unit: Literal["people", "percent", "million-eur", "count"]
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]
    label: Text
    source: Id
    note: Text | None = None


class Role(Fact):
    """A role in an organisation's team, and in which of the organisers' three lists it stands."""

    id: Id
    minimum: bool
    recommended: bool
    emphasised: bool
    name: Text
    part: Text


class Team(Fact):
    """Who takes part from an organisation."""

    source: Id
    roles: tuple[Role, ...]


class Term(Fact):
    """A term of the field, the same thing in three languages, explained in each."""

    id: Id
    term: Text
    definition: Text
    source: Id | None = None


class Statement(Fact):
    """Dates of the accessibility statement and how often it is looked at again."""

    written: datetime.date
    reviewed: datetime.date
    review_months: Annotated[int, Field(ge=1, le=12)]


class Supervisor(Fact):
    """The authority that supervises digital accessibility."""

    name: Text
    unit: Text
    url: Text


class Site(Fact):
    """Facts about the site itself: who publishes it, who answers for it, and as of when."""

    edition: datetime.date
    publisher: Id
    feedback: Text
    statement: Statement
    supervisor: Supervisor
