"""The documents that facts rest on."""

from typing import Literal, Self

from pydantic import HttpUrl, model_validator

from macros.model.fact import Day, DayOrYear, Fact, Id, OrganisationId, Translated, contradiction


class Source(Fact):
    """A document that facts rest on; ``checked_on`` is the day its address was last opened."""

    id: Id
    kind: Literal["slides", "news", "webinar", "web", "law", "study"]
    publisher: OrganisationId
    date: DayOrYear
    title: Translated
    short: Translated
    url: HttpUrl | None
    checked_on: Day | None

    @model_validator(mode="after")
    def _checked_when_linked(self) -> Self:
        if self.checked_on and not self.url:
            raise contradiction("checked_on", self.checked_on, "null, as there is no url to open")
        return self
