"""All facts of the site, and how to find one."""

from typing import Annotated

from pydantic import Field

from macros.model.fact import Fact, Translated
from macros.model.figures import Figure
from macros.model.glossary import Term
from macros.model.languages import Language
from macros.model.licences import Licences
from macros.model.milestones import Milestone
from macros.model.organisations import Organisation
from macros.model.payment import Payment
from macros.model.process import ProcessFacts
from macros.model.rounds import Round
from macros.model.services import Services
from macros.model.site import SiteFacts
from macros.model.sources import Source
from macros.model.team import Team
from selfcheck.model import Lang


class Facts(Fact):
    """Every fact of the site. Rounds stand oldest first."""

    site: SiteFacts
    languages: tuple[Language, ...]
    rounds: Annotated[tuple[Round, ...], Field(min_length=1)]
    organisations: tuple[Organisation, ...]
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    terms: tuple[Term, ...]
    team: Team
    words: dict[str, Translated]
    process: ProcessFacts
    payment: Payment
    services: Services
    milestones: tuple[Milestone, ...]
    licences: Licences

    @property
    def round(self) -> Round:
        """The newest round, the one the pages show."""
        return self.rounds[-1]

    def organisation(self, organisation: str) -> Organisation:
        """Return the organisation with this id; KeyError when there is none."""
        return {known.id: known for known in self.organisations}[organisation]

    def language(self, lang: Lang) -> Language:
        """Return the language with this code."""
        return {language.id: language for language in self.languages}[lang]
