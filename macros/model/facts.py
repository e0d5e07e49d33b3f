"""All facts of the site, and how to find one.

A field is a file of ``macros/facts`` (``rounds``: a file each). A list stands in its file under the
field's own name. To add a fact file, write its class in a module of its name and add its field.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from macros.model.fact import Translated
from macros.model.figures import Figure
from macros.model.glossary import Term
from macros.model.languages import Language
from macros.model.licences import Licences
from macros.model.milestones import Milestone
from macros.model.organisations import Organisation
from macros.model.payment import Payment
from macros.model.process import ProcessFacts
from macros.model.programme import Programme
from macros.model.rounds import Round
from macros.model.services import Services
from macros.model.site import SiteFacts
from macros.model.sources import Source
from macros.model.team import Team
from selfcheck.model import Lang


@dataclass(frozen=True)
class Facts:
    """Every fact of the site. Rounds stand oldest first, and there is at least one."""

    site: SiteFacts
    programme: Programme
    team: Team
    words: dict[str, Translated]
    process: ProcessFacts
    payment: Payment
    services: Services
    licences: Licences
    languages: tuple[Language, ...]
    organisations: tuple[Organisation, ...]
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    terms: tuple[Term, ...] = field(metadata={"file": "glossary"})
    milestones: tuple[Milestone, ...]
    rounds: tuple[Round, ...]

    @property
    def round(self) -> Round:
        """The newest round, the one the pages show."""
        return self.rounds[-1]

    def ahead(self, today: date) -> Round | None:
        """Return the newest round while it is not past; None when no round is known to be ahead."""
        return None if self.round.state(today) == "past" else self.round

    def language(self, lang: Lang) -> Language:
        """Return the language with this code; KeyError when there is none."""
        return _found(self.languages, lang)

    def organisation(self, organisation: str) -> Organisation:
        """Return the organisation with this id; KeyError when there is none."""
        return _found(self.organisations, organisation)

    def source(self, source: str) -> Source:
        """Return the source with this id; KeyError when there is none."""
        return _found(self.sources, source)

    def figure(self, figure: str) -> Figure:
        """Return the statistic with this id; KeyError when there is none."""
        return _found(self.figures, figure)

    def term(self, term: str) -> Term:
        """Return the term with this id; KeyError when there is none."""
        return _found(self.terms, term)

    def milestone(self, milestone: str) -> Milestone:
        """Return the milestone with this id; KeyError when there is none."""
        return _found(self.milestones, milestone)

    def round_called(self, round_id: str) -> Round:
        """Return the round with this id, whichever is newest; KeyError when there is none."""
        return _found(self.rounds, round_id)


class _Entry(Protocol):
    @property
    def id(self) -> str: ...


def _found[T: _Entry](entries: Iterable[T], wanted: str) -> T:
    for entry in entries:
        if entry.id == wanted:
            return entry
    raise KeyError(wanted)
