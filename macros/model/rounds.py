"""A round of the academy: its application and dated events, in Finnish time.

Source of the shape: the information session slides of 16 November 2021 and the announcement of the
same month. Weekdays, order and lengths are checked here.
"""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal, Self, get_args
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, model_validator

from macros.model.fact import (
    Day,
    Fact,
    Id,
    NonEmpty,
    OrganisationId,
    SourceId,
    Translated,
    contradiction,
    written,
)
from macros.model.programme import Assignment, Kind, Phase, PhaseId, Places, Sparring
from selfcheck.model import Lang

HELSINKI = ZoneInfo("Europe/Helsinki")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

State = Literal["coming", "open", "closed", "running", "past"]
STATES: tuple[State, ...] = get_args(State)


def day_of_week(week: str, weekday: int) -> date:
    """Return a day, Monday 1 to Sunday 7, of an ISO week; ValueError when its year lacks it."""
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), weekday)


def _exists(week: str) -> str:
    try:
        day_of_week(week, 1)
    except ValueError:
        raise ValueError("a week that its year has") from None
    return week


Week = Annotated[
    str, written(r"\d{4}-W\d\d", "an ISO week, such as 2021-W47"), AfterValidator(_exists)
]
Month = Annotated[str, written(r"\d{4}-(0[1-9]|1[0-2])", "a month, such as 2022-01")]
Clock = Annotated[
    str, written(r"([01]\d|2[0-3]):[0-5]\d", 'a clock time of four digits, such as "09:00"')
]


class Event(Fact):
    """A dated event of a round, in Finnish time; without ``start`` it is known by day only."""

    id: Id
    phase: PhaseId
    kind: Kind
    day: Day
    weekday: Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    start: Clock | None = None
    end: Clock | None = None
    title: Translated

    @model_validator(mode="before")
    @classmethod
    def _planned(cls, data: Any) -> Any:
        if isinstance(data, dict) and "id" in data and not {"phase", "kind", "title"} & set(data):
            expected = "the id of an event of programme.yaml, or a phase, kind and title of its own"
            raise contradiction("id", data["id"], expected)
        return data

    @model_validator(mode="after")
    def _dates_agree(self) -> Self:
        weekday = WEEKDAYS[self.day.weekday()]
        if weekday != self.weekday:
            expected = f"{weekday}, as {self.day} is; correct whichever is wrong"
            raise contradiction("weekday", self.weekday, expected)
        if (self.start is None) != (self.end is None):
            given, left_out = ("end", "start") if self.end else ("start", "end")
            raise contradiction(given, self.start or self.end, f"{left_out} as well, or neither")
        if self.start and self.end and self.start >= self.end:
            raise contradiction("end", self.end, f"a time after the start, {self.start}")
        return self

    @property
    def times(self) -> tuple[datetime, datetime] | None:
        """Start and end as moments in Helsinki, or None when only the day is known."""
        if not (self.start and self.end):
            return None
        start, end = (
            datetime.combine(self.day, time.fromisoformat(clock), HELSINKI)
            for clock in (self.start, self.end)
        )
        return start, end

    @property
    def hours(self) -> float:
        """Length in hours; 0 when only the day is known."""
        if self.times is None:
            return 0
        start, end = self.times
        return (end - start) / timedelta(hours=1)


class Application(Fact):
    """When one can apply, and the ISO weeks of the interviews."""

    opens: Day
    closes: Day
    interview_weeks: tuple[Week, Week]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens > self.closes:
            raise contradiction("closes", self.closes, f"{self.opens}, when it opens, or later")
        if self.interviews[0] > self.interviews[1]:
            found = ", ".join(self.interview_weeks)
            raise contradiction("interview_weeks", found, "the first week before the last")
        return self

    @property
    def interviews(self) -> tuple[date, date]:
        """Monday of the first interview week and Sunday of the last."""
        first, last = self.interview_weeks
        return day_of_week(first, 1), day_of_week(last, 7)


class Period(Fact):
    """The months in which a round's joint events are."""

    first_month: Month
    last_month: Month

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_month > self.last_month:
            expected = f"{self.first_month}, the first month, or later"
            raise contradiction("last_month", self.last_month, expected)
        return self

    @property
    def first_day(self) -> date:
        """First day of the first month."""
        return date.fromisoformat(f"{self.first_month}-01")

    @property
    def last_day(self) -> date:
        """Last day of the last month."""
        after = date.fromisoformat(f"{self.last_month}-01") + timedelta(days=31)
        return after.replace(day=1) - timedelta(days=1)


class Participant(Fact):
    """An organisation, or several together, that took part; ``note`` says which parts of it."""

    organisations: Annotated[tuple[OrganisationId, ...], Field(min_length=1)]
    note: Translated | None = None


class Participants(Fact):
    """Who took part in a round, and where that has been told."""

    source: SourceId
    groups: tuple[Participant, ...]


class Round(Fact):
    """One round of the academy: its application, its dated events, and what the programme has.

    ``participants`` are added once they have been chosen and made public.
    """

    id: Id
    name: NonEmpty
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    application: Application
    period: Period
    places: Places
    sparring: Sparring
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    events: tuple[Event, ...]
    assignments: tuple[Assignment, ...]
    participants: Participants | None = None

    @property
    def joint(self) -> tuple[Event, ...]:
        """The events that all participants share, in order of time."""
        return tuple(event for event in self.in_time if event.kind == "joint")

    @property
    def in_time(self) -> tuple[Event, ...]:
        """All events in order of time."""
        return tuple(sorted(self.events, key=lambda event: (event.day, event.start or "")))

    def calendar(self, lang: Lang) -> str:
        """Return where the round's calendar file stands below the site's root."""
        return f"calendar/soske-{self.id}-{lang}.ics"

    def event(self, event_id: str) -> Event:
        """Return the event with this id; KeyError when the round has none."""
        return {event.id: event for event in self.events}[event_id]

    def state(self, today: date) -> State:
        """Tell where the round stands on ``today``; it runs while it has joint events."""
        if today < self.application.opens:
            return "coming"
        if today <= self.application.closes:
            return "open"
        if today < self.joint[0].day:
            return "closed"
        return "running" if today <= self.joint[-1].day else "past"
