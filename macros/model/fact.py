"""What every fact is made of: ids, days, texts in three languages.

Each module beside this one mirrors the file of the same name in ``macros/facts``. A value that
cannot be right (a missing translation, an unknown field) is refused where it is defined; what spans
several facts is checked in :mod:`macros.model.checks`.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from selfcheck.model import Lang


def written(pattern: str, expected: str) -> BeforeValidator:
    """Accept a text that matches ``pattern`` as a whole; else say what is ``expected``.

    The words are an editor's, and come in a :class:`~macros.model.documents.FactError`.
    """

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


Id = Annotated[
    str, written(r"[a-z0-9]+(-[a-z0-9]+)*", "an id of small letters, digits and hyphens")
]


@dataclass(frozen=True)
class Ref:
    """Marks an id as that of an entry in the list ``to``, of the same file or of all facts.

    The list of the same file counts where there is one of that name.
    """

    to: str


SourceId = Annotated[Id, Ref("sources")]
OrganisationId = Annotated[Id, Ref("organisations")]
Whole = Annotated[int, written(r"\d{1,12}", "a whole number, without quotes or spaces")]
Amount = Annotated[Decimal, written(r"\d{1,12}(\.\d{1,6})?", "a number, without quotes or spaces")]
Day = Annotated[datetime.date, BeforeValidator(_date)]
DayOrYear = Annotated[datetime.date | int | None, BeforeValidator(_date_or_year)]
NonEmpty = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Fact(BaseModel):
    """Base of all facts: frozen, and no field that the site does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Translated(Fact):
    """One text in all three languages; none may be empty."""

    fi: NonEmpty
    sv: NonEmpty
    en: NonEmpty

    def to(self, lang: Lang) -> str:
        """Return the text in ``lang``."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}[lang]
