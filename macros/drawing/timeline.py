"""Geometry of the drawn timeline: a row for each phase, spans as bars, events as points.

Pure: a round and a width in, positions in pixels out. The template only draws them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros import formats
from macros.model.rounds import Event, Round
from selfcheck.model import Lang

_TOP = 28
_TITLE = 30
_LANE = 24
_GAP = 10
_LETTER = 7.4  # rough width of a letter at the drawing's text size
_SPACE = 12  # between what is named and its text


@dataclass(frozen=True)
class Label:
    """A text at a point, anchored at its start or its end."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True)
class Bar:
    """A span of days, with its label."""

    x: float
    y: float
    width: float
    kind: str
    label: Label


@dataclass(frozen=True)
class Point:
    """A dated event, with its label."""

    x: float
    y: float
    label: Label


@dataclass(frozen=True)
class Row:
    """A phase of the round."""

    y: float
    height: float
    title: str
    bars: tuple[Bar, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Drawing:
    """A timeline ready to be drawn, in pixels."""

    width: float
    height: float
    months: tuple[Label, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class _Span:
    first: date
    last: date
    kind: str
    text: str


@dataclass(frozen=True)
class _Scale:
    first: date
    days: int
    width: float

    def x(self, day: date) -> float:
        return round((day - self.first).days / self.days * self.width, 1)

    def label(self, start: float, end: float, y: float, text: str) -> Label:
        """Set the text to the right of what it names, or to its left where that has more room."""
        right = self.width - end
        if right >= _SPACE + len(text) * _LETTER or right > start:
            return Label(end + _SPACE, y, "start", text)
        return Label(start - _SPACE, y, "end", text)


def draw(round_: Round, lang: Lang, words: dict[str, str], width: float) -> Drawing:
    """Lay the round out on ``width`` pixels. ``words`` names the application and the interviews."""
    first = round_.application.opens.replace(day=1)
    last = (round_.joint[-1].day.replace(day=28) + timedelta(days=4)).replace(day=1)
    scale = _Scale(first, (last - first).days, width)
    rows: list[Row] = []
    y: float = _TOP
    for phase in round_.phases:
        spans = tuple(_spans(round_, phase.id, words))
        events = tuple(event for event in round_.events if event.phase == phase.id)
        bars = tuple(_bars(spans, scale, y + _TITLE))
        points = tuple(_points(events, lang, scale, y + _TITLE + len(bars) * _LANE))
        height = _TITLE + (len(bars) + bool(points)) * _LANE + 4
        rows.append(Row(y, height, phase.title.to(lang), bars, points))
        y += height + _GAP
    months = tuple(
        Label(scale.x(day), 14, "start", formats.month_short(day, lang))
        for day in _months(first, last)
    )
    return Drawing(width, y, months, tuple(rows))


def _bars(spans: tuple[_Span, ...], scale: _Scale, top: float) -> Iterator[Bar]:
    """A lane for each span, one below the other."""
    for lane, span in enumerate(spans):
        start, end = scale.x(span.first), scale.x(span.last + timedelta(days=1))
        y = top + lane * _LANE
        label = scale.label(start, end, y + 10, span.text)
        yield Bar(start, y, end - start, span.kind, label)


def _points(events: tuple[Event, ...], lang: Lang, scale: _Scale, top: float) -> Iterator[Point]:
    """All events of a phase on one lane."""
    for event in events:
        x = scale.x(event.day)
        yield Point(x, top + 5, scale.label(x, x, top + 10, _told(event, lang)))


def _told(event: Event, lang: Lang) -> str:
    day = formats.day_and_month(event.day, lang)
    if event.times:
        return f"{day} {formats.clock(*event.times, lang)}"
    return f"{day} {event.title.to(lang)}"


def _spans(round_: Round, phase: str, words: dict[str, str]) -> Iterator[_Span]:
    if phase == round_.phases[0].id:
        application = round_.application
        yield _Span(application.opens, application.closes, "application", words["application"])
        yield _Span(*application.interviews, "interviews", words["interviews"])
    for task in round_.assignments:
        if task.phase == phase:
            given, due = round_.event(task.given), round_.event(task.due)
            yield _Span(given.day, due.day, "assignment", words["assignment"])


def _months(first: date, last: date) -> Iterator[date]:
    day = first
    while day < last:
        yield day
        day = (day + timedelta(days=31)).replace(day=1)
