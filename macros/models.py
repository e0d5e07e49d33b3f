"""The facts of the site as typed, checked data.

Every class mirrors one shape of a file in ``macros/facts``. A value that cannot be right (a missing
translation, an unknown field) is refused here; what spans several files is checked in
:mod:`macros.consistency`. Rounds have a module of their own, :mod:`macros.rounds`.
"""

import datetime
import re
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError


def written(pattern: str, expected: str) -> BeforeValidator:
    """Accept a text of this shape only; say what is expected in an editor's words."""

    def check(value: object) -> object:
        if not (isinstance(value, str) and re.fullmatch(pattern, value)):
            raise ValueError(expected)
        return value

    return BeforeValidator(check)


def contradiction(field: str, found: object, expected: str) -> PydanticCustomError:
    """Blame one field for not agreeing with the others of its fact."""
    context = {"field": field, "found": str(found), "expected": expected}
    return PydanticCustomError("contradiction", "{expected}", context)


def _date(value: object) -> datetime.date:
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError("a day that exists, written as year-month-day, such as 2022-01-20")


def _date_or_year(value: object) -> datetime.date | int | None:
    if value is None:
        return None
    if isinstance(value, str) and re.fullmatch(r"\d{4}", value):
        return int(value)
    return _date(value)


Lang = Literal["fi", "sv", "en"]
LANGS: tuple[Lang, ...] = ("fi", "sv", "en")

Id = Annotated[
    str, written(r"[a-z0-9]+(-[a-z0-9]+)*", "an id of small letters, digits and hyphens")
]
Day = Annotated[datetime.date, BeforeValidator(_date)]
DayOrYear = Annotated[datetime.date | int | None, BeforeValidator(_date_or_year)]
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
    guidance: Words
    cases: Words
    self_check: Words
    about: Words


class Language(Fact):
    """A language of the site: its name in itself and its folder below the site's root."""

    id: Lang
    name: Words
    path: Annotated[str, written(r"([a-z]{2}/)?", "nothing, or a folder such as sv/")]
    site_name: Words
    description: Words
    sections: Sections


class Organisation(Fact):
    """An organisation under its official name in each language; ``ended`` if it is no more."""

    id: Id
    name: Text
    url: HttpUrl | None = None
    ended: Day | None = None


class Source(Fact):
    """A document that facts rest on; ``checked_on`` is the day its address was last opened."""

    id: Id
    kind: Literal["slides", "news", "webinar", "web", "law", "study"]
    publisher: Id
    date: DayOrYear
    title: Text
    short: Text
    url: HttpUrl | None
    checked_on: Day | None

    @model_validator(mode="after")
    def _checked_when_linked(self) -> Self:
        if self.checked_on and not self.url:
            raise contradiction("checked_on", self.checked_on, "null, as there is no url to open")
        return self


class Figure(Fact):
    """A statistic with its unit, the month or year it describes, and its source.

    ``group`` is the part of the figures page it stands in. ``shown`` stands in for the number where
    the source gives it in words (“about 30”).
    """

    id: Id
    group: Literal["unemployment", "programme", "survey", "cases", "law"] = "cases"
    value: float
    unit: Literal["people", "percent", "million-eur", "count"]
    as_of: Annotated[
        str, written(r"\d{4}(-(0[1-9]|1[0-2]))?", 'a year or a month, such as "2021" or "2021-03"')
    ]
    label: Text
    source: Id
    shown: Text | None = None
    note: Text | None = None


class Role(Fact):
    """A role in an organisation's team, and in which of the organisers' three lists it stands.

    ``short`` names it in the middle of a sentence.
    """

    id: Id
    minimum: bool
    recommended: bool
    emphasised: bool
    name: Text
    short: Text
    part: Text

    @property
    def listed(self) -> bool:
        """Whether any of the organisers' lists has it."""
        return self.minimum or self.recommended or self.emphasised


class ThemeRole(Fact):
    """The role that knows a theme, and what the theme asks of the team, in words."""

    id: Id
    role: Id
    adds: Text


class TeamLevel(Fact):
    """A level of a question of the self-check."""

    question: Id
    level: Annotated[int, Field(ge=0, le=3)]


class TeamLevels(Fact):
    """The answers of the self-check that an agreed team with every role or event covered gives."""

    core: TeamLevel
    attendance: TeamLevel


class Team(Fact):
    """Who takes part from an organisation."""

    source: Id
    roles: tuple[Role, ...]
    themes: tuple[ThemeRole, ...]
    levels: TeamLevels


class Avoid(Fact):
    """Wordings not to use in a language, each with what to write; ``*`` stands for any ending."""

    fi: dict[Words, Words] = {}
    sv: dict[Words, Words] = {}
    en: dict[Words, Words] = {}


class Term(Fact):
    """A term of the field, the same thing in three languages, explained in each."""

    id: Id
    term: Text
    definition: Text
    source: Id | None = None
    avoid: Avoid = Avoid()


class Statement(Fact):
    """Dates of the accessibility statement and how often it is looked at again."""

    written: Day
    reviewed: Day
    review_months: Annotated[int, Field(ge=1, le=12)]


class Supervisor(Fact):
    """The authority that supervises digital accessibility."""

    name: Text
    unit: Text
    url: Text


class Site(Fact):
    """Facts about the site itself: who publishes it, who answers for it, and as of when."""

    edition: Day
    publisher: Id
    feedback: Text
    security: HttpUrl | None
    statement: Statement
    supervisor: Supervisor
