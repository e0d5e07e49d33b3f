"""Organisations that pages and sources name."""

from typing import Annotated

from pydantic import HttpUrl

from macros.model.fact import Day, Fact, Id, Translated, written

Phone = Annotated[str, written(r"0\d+( \d+)*", 'a number as dialled in Finland: "029 546 3177"')]


class Organisation(Fact):
    """An organisation under its official name in each language; ``ended`` if it is no more.

    ``phone`` is the number of its advice line, as dialled in Finland.
    """

    id: Id
    name: Translated
    url: HttpUrl | None = None
    phone: Phone | None = None
    ended: Day | None = None
