"""What pages ask of the academy's events, whether their dates are known or not.

:class:`~macros.pages.dated.Dated` and :class:`~macros.pages.undated.Undated` answer, so that a page
is written once.
"""

from dataclasses import dataclass
from typing import Protocol

from macros.drawing.timeline import Timeline
from macros.model.programme import Assignment, Phase


@dataclass(frozen=True)
class Slot:
    """Something that happens, as a page tells it: ``when`` in one piece, ``day`` … in several.

    ``phase`` and ``title`` are as in the facts; what is not known is empty.
    """

    id: str
    phase: str
    title: str
    when: str
    day: str
    weekday: str = ""
    clock: str = ""
    length: str = ""


class Plan(Protocol):
    """What pages ask of a round or of the programme. An unknown id or key raises KeyError."""

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases in order."""

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """The work between events."""

    @property
    def calendar(self) -> str:
        """The address of the calendar file from the page; empty when there are no dates."""

    def title(self) -> str:
        """Name what is spoken of: the round, or the programme."""

    def day(self, which: str) -> str:
        """Write a date: ``opens``, ``closes``, ``starts`` or ``ends``."""

    def application(self) -> str:
        """Write when one can apply."""

    def interviews(self) -> str:
        """Write when applicants are interviewed."""

    def period(self) -> str:
        """Write in which months, or how long, the programme runs."""

    def places(self) -> int:
        """Return how many organisations are taken in at most."""

    def hours(self, what: str) -> float:
        """Return the length of an event, of all ``joint`` events, or of the ``sparring``."""

    def sparring(self, phase: str) -> bool:
        """Tell whether a phase has sparring."""

    def slot(self, event: str) -> Slot:
        """Tell of one event."""

    def say(self, key: str, **values: object) -> str:
        """Fill a phrase with the round's name, or take its wording without one (``.undated``)."""

    def events(self) -> list[Slot]:
        """Tell of all events, in order of time."""

    def joint(self) -> list[Slot]:
        """Tell of the joint events, in order of time."""

    def schedule(self) -> list[Slot]:
        """Tell of all that happens, applications and interviews included, in order of time."""

    def timeline(self, width: float) -> Timeline:
        """Draw it."""
