"""Geometry of the drawn timeline: a row for each phase, spans as bars, events as points.

Pure: a round or the programme and a width in, positions in pixels out. The template draws them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from macros import formats
from macros.drawing.shapes import LETTER, Label, Rect
from macros.model.programme import Assignment, Phase, Programme
from macros.model.rounds import Event, Round
from selfcheck.model import Lang

_TOP = 28
_TITLE = 30
_LANE = 24
_GAP = 10
_SPACE = 12  # between what is named and its text
_WEEKS = 4  # between two weeks that are named
_NOMINAL = date(2001, 1, 1)  # a Monday that stands for that of week 1: only distances are drawn


@dataclass(frozen=True)
class Bar:
    """A span of days with its label."""

    rect: Rect
    label: Label


@dataclass(frozen=True)
class Point:
    """An event with its label."""

    x: float
    y: float
    label: Label


@dataclass(frozen=True)
class Row:
    """A phase."""

    y: float
    height: float
    title: str
    bars: tuple[Bar, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Timeline:
    """A timeline ready to be drawn, in pixels; ``ticks`` name months or weeks."""

    width: float
    height: float
    ticks: tuple[Label, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class _Span:
    first: date
    last: date
    kind: str
    text: str


@dataclass(frozen=True)
class _Mark:
    day: date
    text: str


@dataclass(frozen=True)
class _Phase:
    title: str
    spans: tuple[_Span, ...]
    marks: tuple[_Mark, ...]


@dataclass(frozen=True)
class _Scale:
    """From ``first`` on, ``days`` fill ``width``."""

    first: date
    days: int
    width: float

    def x(self, day: date) -> float:
        return round((day - self.first).days / self.days * self.width, 1)

    def label(self, start: float, end: float, y: float, text: str) -> Label:
        """Set the text to the right of what it names, or to its left where that has more room."""
        right = self.width - end
        if right >= _SPACE + len(text) * LETTER or right > start:
            return Label(end + _SPACE, y, text)
        return Label(start - _SPACE, y, text, "end")


def draw_round(round_: Round, lang: Lang, words: Mapping[str, str], width: float) -> Timeline:
    """Lay a round out by its dates. ``words`` names application, interviews and assignment."""
    first = round_.application.opens.replace(day=1)
    last = (round_.joint[-1].day.replace(day=28) + timedelta(days=4)).replace(day=1)
    days = {event.id: event.day for event in round_.events}
    phases = [
        _Phase(
            phase.title.to(lang),
            (
                *(_applying(round_, words) if phase == round_.phases[0] else ()),
                *_assignments(round_.assignments, phase, days, words),
            ),
            tuple(
                _Mark(event.day, _told(event, lang))
                for event in round_.events
                if event.phase == phase.id
            ),
        )
        for phase in round_.phases
    ]
    ticks = [(day, formats.month_short(day, lang)) for day in _months(first, last)]
    return _laid_out(phases, ticks, _Scale(first, (last - first).days, width))


def draw_programme(
    programme: Programme, lang: Lang, words: Mapping[str, str], width: float
) -> Timeline:
    """Lay the programme out by its weeks. ``words`` names assignment, week and event."""
    days = {event.id: _thursday(event.week or 1) for event in programme.events}
    phases = [
        _Phase(
            phase.title.to(lang),
            tuple(_assignments(programme.assignments, phase, days, words)),
            tuple(
                _Mark(days[event.id], _planned(words["event"], event.week, event.hours, lang))
                for event in programme.joint
                if event.phase == phase.id
            ),
        )
        for phase in programme.phases
    ]
    weeks = programme.joint[-1].week or 1
    named = range(1, weeks + 1, _WEEKS)
    ticks = [(_monday(week), words["week"].format(week=week)) for week in named]
    return _laid_out(phases, ticks, _Scale(_NOMINAL, weeks * 7, width))


def _laid_out(
    phases: Iterable[_Phase], ticks: Iterable[tuple[date, str]], scale: _Scale
) -> Timeline:
    rows: list[Row] = []
    y: float = _TOP
    for phase in phases:
        bars = tuple(_bars(phase.spans, scale, y + _TITLE))
        points = tuple(_points(phase.marks, scale, y + _TITLE + len(bars) * _LANE))
        height = _TITLE + (len(bars) + bool(points)) * _LANE + 4
        rows.append(Row(y, height, phase.title, bars, points))
        y += height + _GAP
    named = tuple(Label(scale.x(day), 14, name) for day, name in ticks)
    return Timeline(scale.width, y, named, tuple(rows))


def _bars(spans: tuple[_Span, ...], scale: _Scale, top: float) -> Iterator[Bar]:
    """A lane for each span, one below the other."""
    for lane, span in enumerate(spans):
        start, end = scale.x(span.first), scale.x(span.last + timedelta(days=1))
        y = top + lane * _LANE
        label = scale.label(start, end, y + 10, span.text)
        yield Bar(Rect(start, y, round(end - start, 1), 12, span.kind), label)


def _points(marks: tuple[_Mark, ...], scale: _Scale, top: float) -> Iterator[Point]:
    """All events of a phase on one lane."""
    for mark in marks:
        x = scale.x(mark.day)
        yield Point(x, top + 5, scale.label(x, x, top + 10, mark.text))


def _told(event: Event, lang: Lang) -> str:
    day = formats.day_and_month(event.day, lang)
    if event.times:
        return f"{day} {formats.clock(*event.times, lang)}"
    return f"{day} {event.title.to(lang)}"


def _planned(pattern: str, week: int | None, hours: formats.Number | None, lang: Lang) -> str:
    return pattern.format(week=week, hours=formats.number(hours or 0, lang))


def _applying(round_: Round, words: Mapping[str, str]) -> Iterator[_Span]:
    application = round_.application
    yield _Span(application.opens, application.closes, "application", words["application"])
    yield _Span(*application.interviews, "interviews", words["interviews"])


def _assignments(
    tasks: Iterable[Assignment], phase: Phase, days: Mapping[str, date], words: Mapping[str, str]
) -> Iterator[_Span]:
    for task in tasks:
        if task.phase == phase.id:
            yield _Span(days[task.given], days[task.due], "assignment", words["assignment"])


def _months(first: date, last: date) -> Iterator[date]:
    day = first
    while day < last:
        yield day
        day = (day + timedelta(days=31)).replace(day=1)


def _monday(week: int) -> date:
    return _NOMINAL + timedelta(weeks=week - 1)


def _thursday(week: int) -> date:
    return _monday(week) + timedelta(days=3)
