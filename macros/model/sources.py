"""The documents that facts rest on."""

from typing import Literal, Self

from pydantic import HttpUrl, model_validator

from macros.model.fact import Day, DayOrYear, Fact, Id, OrganisationId, Translated, contradiction
from selfcheck.model import Lang


class Addresses(Fact):
    """The same document in other languages: an address for each that has one of its own."""

    fi: HttpUrl | None = None
    sv: HttpUrl | None = None
    en: HttpUrl | None = None


class Source(Fact):
    """A document that facts rest on; ``checked_on`` is the day its address was last opened.

    ``urls`` holds the addresses of its other language versions; where a language has none, ``url``
    serves.
    """

    id: Id
    kind: Literal["slides", "news", "webinar", "web", "law", "study"]
    publisher: OrganisationId
    date: DayOrYear
    title: Translated
    short: Translated
    url: HttpUrl | None
    checked_on: Day | None
    urls: Addresses = Addresses()

    def address(self, lang: Lang) -> HttpUrl | None:
        """Return the document's address for readers of ``lang``."""
        return {"fi": self.urls.fi, "sv": self.urls.sv, "en": self.urls.en}[lang] or self.url

    @model_validator(mode="after")
    def _checked_when_linked(self) -> Self:
        if self.checked_on and not self.url:
            raise contradiction("checked_on", self.checked_on, "null, as there is no url to open")
        return self
