"""The site itself: who publishes it, who answers for it, and as of when."""

from typing import Annotated

from pydantic import Field, HttpUrl

from macros.model.fact import Day, Fact, Id, Translated


class Statement(Fact):
    """Dates of the accessibility statement and how often it is looked at again."""

    written: Day
    reviewed: Day
    review_months: Annotated[int, Field(ge=1, le=12)]


class Supervisor(Fact):
    """The authority that supervises digital accessibility."""

    name: Translated
    unit: Translated
    url: Translated


class SiteFacts(Fact):
    """Facts about the site itself: who publishes it, who answers for it, and as of when."""

    edition: Day
    publisher: Id
    feedback: Translated
    security: HttpUrl | None
    statement: Statement
    supervisor: Supervisor
