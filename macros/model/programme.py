"""The programme of the academy: phases, events and lengths, which every round has in common.

Source: the information session slides of 16 November 2021. It has no dates: a round gives those.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from macros.model.fact import (
    Amount,
    Fact,
    Id,
    OrganisationId,
    Ref,
    SourceId,
    Translated,
    Whole,
    contradiction,
)

PhaseId = Annotated[Id, Ref("phases")]
EventId = Annotated[Id, Ref("events")]
Kind = Literal["info", "joint"]
Places = Annotated[Whole, Field(ge=1, le=12)]


class Phase(Fact):
    """One of the five phases of a round."""

    id: Id
    title: Translated


class PlannedEvent(Fact):
    """An event of the programme: its phase, and for a joint one its week and its length in hours.

    Weeks are counted from the kick-off, which is in week 1.
    """

    id: Id
    phase: PhaseId
    kind: Kind
    week: Annotated[Whole, Field(ge=1, le=60)] | None = None
    hours: Annotated[Amount, Field(gt=0, le=24)] | None = None
    title: Translated

    @model_validator(mode="after")
    def _planned(self) -> Self:
        for field in ("week", "hours"):
            if (getattr(self, field) is None) == (self.kind == "joint"):
                expected = f"{field} for a joint event, and for no other"
                raise contradiction(field, getattr(self, field), expected)
        return self


class Assignment(Fact):
    """Work of the participants' own between two events."""

    id: Id
    phase: PhaseId
    given: EventId
    due: EventId
    title: Translated


class Sparring(Fact):
    """The support that each organisation gets of its own: how long, and in which phases."""

    hours: Annotated[Whole, Field(ge=1)]
    phases: tuple[PhaseId, ...]


class Programme(Fact):
    """What every round has in common."""

    source: SourceId
    organiser: OrganisationId
    months: Annotated[Whole, Field(ge=1, le=12)]
    places: Places
    sparring: Sparring
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    events: tuple[PlannedEvent, ...]
    assignments: tuple[Assignment, ...]

    @property
    def joint(self) -> tuple[PlannedEvent, ...]:
        """The events that all participants share, in the order of their weeks."""
        joint = (event for event in self.events if event.week is not None)
        return tuple(sorted(joint, key=lambda event: event.week or 0))

    def event(self, event_id: str) -> PlannedEvent:
        """Return the event with this id; KeyError when the programme has none."""
        return {event.id: event for event in self.events}[event_id]


_OF_ROUNDS = ("places", "sparring", "phases", "assignments")
_OF_EVENTS = ("phase", "kind", "title")


def filled_in(round_: Any, programme: dict[str, Any]) -> Any:
    """Return a round's data with what it leaves to the data of the programme.

    Data of another shape than a round's comes back as it is, to be told when it is checked.
    """
    if not isinstance(round_, dict):
        return round_
    events = round_.get("events")
    planned = {event["id"]: event for event in programme["events"]}
    if isinstance(events, list):
        events = [_event(event, planned) for event in events]
    return {name: programme[name] for name in _OF_ROUNDS} | round_ | {"events": events}


def _event(event: Any, planned: dict[str, Any]) -> Any:
    if not isinstance(event, dict) or event.get("id") not in planned:
        return event
    return {name: planned[event["id"]][name] for name in _OF_EVENTS} | event
