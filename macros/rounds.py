"""A round of the academy: its application, phases and dated events, in Finnish time.

Source of the shape: the information session slides of 16 November 2021 and the announcement of the
same month. Weekdays, order and lengths are checked here.
"""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints, model_validator

from macros.models import Fact, Id, Text, Words

HELSINKI = ZoneInfo("Europe/Helsinki")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

State = Literal["coming", "open", "closed", "archived"]
Week = Annotated[str, StringConstraints(pattern=r"^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$")]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class Phase(Fact):
    """One of the five phases of a round."""

    id: Id
    title: Text


class Event(Fact):
    """A dated event of a round, in Finnish time; without ``start`` it is known by day only."""

    id: Id
    phase: Id
    kind: Literal["info", "joint"]
    day: date
    weekday: Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    start: Clock | None = None
    end: Clock | None = None
    title: Text

    @model_validator(mode="after")
    def _dates_agree(self) -> Self:
        if WEEKDAYS[self.day.weekday()] != self.weekday:
            raise ValueError(
                f"{self.day} is a {WEEKDAYS[self.day.weekday()]}, but weekday says {self.weekday}; "
                "correct whichever is wrong"
            )
        if (self.start is None) != (self.end is None):
            raise ValueError("start and end go together; give both or neither")
        if self.start and self.end and self.start >= self.end:
            raise ValueError(f"ends at {self.end}, before it starts at {self.start}")
        return self

    @property
    def starts_at(self) -> datetime | None:
        """The start as a moment in Helsinki, or None when only the day is known."""
        return self._moment(self.start)

    @property
    def ends_at(self) -> datetime | None:
        """The end as a moment in Helsinki, or None when only the day is known."""
        return self._moment(self.end)

    @property
    def hours(self) -> float:
        """Length in hours; 0 when only the day is known."""
        if not (self.starts_at and self.ends_at):
            return 0
        return (self.ends_at - self.starts_at) / timedelta(hours=1)

    def _moment(self, clock: str | None) -> datetime | None:
        if clock is None:
            return None
        return datetime.combine(self.day, time.fromisoformat(clock), HELSINKI)


class Assignment(Fact):
    """Work of the participants' own between two events."""

    id: Id
    phase: Id
    given: Id
    due: Id
    title: Text


class Application(Fact):
    """When one can apply, and the ISO weeks of the interviews."""

    opens: date
    closes: date
    interview_weeks: tuple[Week, Week]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens > self.closes:
            raise ValueError(f"closes {self.closes} before it opens {self.opens}")
        if self.interviews[0] > self.interviews[1]:
            raise ValueError("interview_weeks end before they start")
        return self

    @property
    def interviews(self) -> tuple[date, date]:
        """Monday of the first interview week and Sunday of the last."""
        first, last = self.interview_weeks
        return _day_of_week(first, 1), _day_of_week(last, 7)


class Programme(Fact):
    """The months of the programme and the support each organisation gets of its own."""

    first_month: Month
    last_month: Month
    sparring_hours: Annotated[int, Field(ge=1)]
    sparring_phases: tuple[Id, ...]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_month > self.last_month:
            raise ValueError(f"ends in {self.last_month}, before it starts in {self.first_month}")
        return self

    @property
    def first_day(self) -> date:
        """First day of the programme's first month."""
        return date.fromisoformat(f"{self.first_month}-01")

    @property
    def last_day(self) -> date:
        """Last day of the programme's last month."""
        after = date.fromisoformat(f"{self.last_month}-01") + timedelta(days=31)
        return after.replace(day=1) - timedelta(days=1)


class Round(Fact):
    """One round of the academy: its places, application, phases and events."""

    id: Id
    name: Words
    places: Annotated[int, Field(ge=1, le=12)]
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    application: Application
    programme: Programme
    phases: tuple[Phase, ...]
    events: tuple[Event, ...]
    assignments: tuple[Assignment, ...]

    @property
    def joint(self) -> tuple[Event, ...]:
        """The events that all participants share, in order of time."""
        return tuple(
            sorted((e for e in self.events if e.kind == "joint"), key=lambda event: event.day)
        )

    def event(self, event_id: str) -> Event:
        """Return the event with this id; KeyError when the round has none."""
        return {event.id: event for event in self.events}[event_id]

    def state(self, today: date) -> State:
        """Tell where the round stands on ``today``: coming, open, closed (running) or archived."""
        if today < self.application.opens:
            return "coming"
        if today <= self.application.closes:
            return "open"
        return "closed" if today <= self.joint[-1].day else "archived"


def _day_of_week(week: str, weekday: int) -> date:
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), weekday)
