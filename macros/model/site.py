"""The site itself: who publishes it, who answers for it, and as of when."""

from typing import Annotated, Self

from pydantic import Field, HttpUrl, model_validator

from macros.model.fact import Day, Fact, OrganisationId, Translated, Whole, contradiction


class Statement(Fact):
    """The accessibility statement: its dates, when it is reviewed, how soon feedback is answered.

    The law gives 14 days for an answer.
    """

    written: Day
    reviewed: Day
    reply_days: Annotated[Whole, Field(ge=1, le=14)]
    review_months: Annotated[Whole, Field(ge=1, le=12)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.reviewed < self.written:
            expected = f"{self.written}, when it was written, or later"
            raise contradiction("reviewed", self.reviewed, expected)
        return self


class Supervisor(Fact):
    """The authority that supervises digital accessibility."""

    name: Translated
    unit: Translated
    url: Translated


class SiteFacts(Fact):
    """Facts about the site itself: who publishes it, who answers for it, and as of when."""

    edition: Day
    publisher: OrganisationId
    confirmed: bool
    advice: OrganisationId
    feedback: Translated
    security: HttpUrl | None
    statement: Statement
    supervisor: Supervisor
