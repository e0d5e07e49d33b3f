"""Checks that things happen in order: a round opens, closes, meets and ends."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from macros.model.documents import Place
from macros.model.programme import Programme
from macros.model.rounds import Event, Round, day_of_week

Disorder = tuple[Place, str, str]

_APPLYING = timedelta(days=183)  # half a year; one can apply for weeks, so more is a slip of a year


def disorder(round_: Round) -> Iterator[Disorder]:
    """Yield the place of each date that cannot be right, what is found there and what may be."""
    if not round_.joint:
        yield ("events",), "no joint event", "at least one of kind: joint"
        return
    yield from _application(round_)
    yield from _period(round_)
    for at, event in enumerate(round_.events):
        yield from _event(round_, at, event)
    yield from _phases(round_)
    yield from _assignments(round_)


def unplanned(programme: Programme) -> Iterator[Disorder]:
    """Yield the place of each week of the programme that cannot be right, as :func:`disorder`."""
    if not programme.joint:
        yield ("events",), "no joint event", "at least one of kind: joint"
    order = [phase.id for phase in programme.phases]
    known = [event for event in programme.joint if event.phase in order]
    for before, after in pairwise(known):
        if order.index(before.phase) > order.index(after.phase):
            place = ("events", programme.events.index(after), "week")
            yield place, str(after.week), f"a week before {before.week}, when a later phase meets"
    weeks = {event.id: event.week or 0 for event in programme.events}
    for at, task in enumerate(programme.assignments):
        given, due = weeks.get(task.given), weeks.get(task.due)
        if given is not None and due is not None and given >= due:
            yield ("assignments", at, "due"), task.due, f"an event after {task.given}, week {given}"


def _application(round_: Round) -> Iterator[Disorder]:
    """Applications close, and interviews are over, before the week of the first joint event."""
    application, start = round_.application, round_.joint[0].day
    if application.closes >= start:
        expected = f"a day before the first joint event, {start}"
        yield ("application", "closes"), str(application.closes), expected
    elif application.closes - application.opens > _APPLYING:
        expected = f"a day at most half a year before {application.closes}, when it closes"
        yield ("application", "opens"), str(application.opens), expected
    earliest = _monday(application.opens)
    for at, week in enumerate(application.interview_weeks):
        monday = day_of_week(week, 1)
        if not earliest <= monday < _monday(start):
            expected = f"a week from {_iso(earliest)} on and before {_iso(start)}"
            yield ("application", "interview_weeks", at), week, expected


def _period(round_: Round) -> Iterator[Disorder]:
    """The round's months begin and end with its joint events; any outside is told as an event."""
    period, first, last = round_.period, round_.joint[0].day, round_.joint[-1].day
    if period.first_month < f"{first:%Y-%m}":
        expected = f"{first:%Y-%m}, as the first joint event is on {first}"
        yield ("period", "first_month"), period.first_month, expected
    if period.last_month > f"{last:%Y-%m}":
        expected = f"{last:%Y-%m}, as the last joint event is on {last}"
        yield ("period", "last_month"), period.last_month, expected


def _event(round_: Round, at: int, event: Event) -> Iterator[Disorder]:
    """Information is given while one can apply; joint events are within the round's months."""
    application, period = round_.application, round_.period
    what, first, last = (
        ("of the programme", period.first_day, period.last_day)
        if event.kind == "joint"
        else ("on which one can apply", application.opens, application.closes)
    )
    if not first <= event.day <= last:
        yield ("events", at, "day"), str(event.day), f"a day {what}, from {first} to {last}"


def _phases(round_: Round) -> Iterator[Disorder]:
    """Events come in the order of their phases."""
    order = [phase.id for phase in round_.phases]
    in_time = [event for event in round_.in_time if event.phase in order]
    for before, after in pairwise(in_time):
        if order.index(before.phase) > order.index(after.phase):
            place = ("events", round_.events.index(after), "day")
            yield place, str(after.day), f"a day before {before.day}, when a later phase meets"


def _assignments(round_: Round) -> Iterator[Disorder]:
    """What is given is due later."""
    days = {event.id: event.day for event in round_.events}
    for at, task in enumerate(round_.assignments):
        given, due = days.get(task.given), days.get(task.due)
        if given and due and given >= due:
            yield ("assignments", at, "due"), task.due, f"an event after {task.given}, {given}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _iso(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
