"""Organisations that pages and sources name."""

from pydantic import HttpUrl

from macros.model.fact import Day, Fact, Id, Translated


class Organisation(Fact):
    """An organisation under its official name in each language; ``ended`` if it is no more."""

    id: Id
    name: Translated
    url: HttpUrl | None = None
    ended: Day | None = None
