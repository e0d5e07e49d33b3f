"""Geometry of the payment model's drawing: bars for a client-day and for each outcome.

Pure: shares, multipliers and texts in, positions in pixels out. The template only draws them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BAR = 26
_HEAD = 22
_BELOW = 19
_GAP = 22


@dataclass(frozen=True)
class Labels:
    """The drawing's texts: headings of its three parts, and what stands in or below day bars."""

    retained: str
    outcomes: str
    full: str
    paid: str
    withheld: str
    whole: str


@dataclass(frozen=True)
class Bonus:
    """An outcome: its multiplier, its name, and what stands in its bar."""

    multiplier: int
    name: str
    times: str


@dataclass(frozen=True)
class Bar:
    """A bar of one kind: ``paid``, ``withheld`` or ``bonus``."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True)
class Words:
    """A text at a point, anchored at its start or its end."""

    x: float
    y: float
    anchor: str
    kind: str
    text: str


@dataclass(frozen=True)
class Drawing:
    """The model ready to be drawn, in pixels."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    words: tuple[Words, ...]


def draw(paid: float, bonuses: Sequence[Bonus], labels: Labels, width: float) -> Drawing:
    """Lay the model out on ``width`` pixels; ``paid`` is what share of a day is paid."""
    second = _HEAD + _BAR + _BELOW + _GAP
    third = second + _HEAD + len(bonuses) * (_HEAD + _BAR + 6) + _GAP
    shapes = [
        *_retained(paid, labels, width),
        *_outcomes(bonuses, labels.outcomes, second, width),
        *_full(labels, third, width),
    ]
    bars = tuple(shape for shape in shapes if isinstance(shape, Bar))
    words = tuple(shape for shape in shapes if isinstance(shape, Words))
    return Drawing(width, third + _HEAD + _BAR + 2, bars, words)


def _retained(paid: float, labels: Labels, width: float) -> Iterator[Bar | Words]:
    """A client-day of which a part is kept back."""
    end = round(paid * width, 1)
    yield _heading(labels.retained, 0)
    yield Bar(0, _HEAD, end, _BAR, "paid")
    yield Bar(end, _HEAD, round(width - end - 1, 1), _BAR, "withheld")
    yield _within(labels.paid, _HEAD)
    yield Words(width, _HEAD + _BAR + 17, "end", "label", labels.withheld)


def _outcomes(
    bonuses: Sequence[Bonus], heading: str, top: float, width: float
) -> Iterator[Bar | Words]:
    """Each outcome with a bar as long as its multiplier, to one scale."""
    longest = max(bonus.multiplier for bonus in bonuses)
    yield _heading(heading, top)
    for at, bonus in enumerate(bonuses):
        y = top + _HEAD + at * (_HEAD + _BAR + 6)
        yield Words(0, y + 16, "start", "label", bonus.name)
        yield Bar(0, y + _HEAD, round(bonus.multiplier / longest * width, 1), _BAR, "bonus")
        yield _within(bonus.times, y + _HEAD)


def _full(labels: Labels, top: float, width: float) -> Iterator[Bar | Words]:
    """A client-day that is paid in full."""
    yield _heading(labels.full, top)
    yield Bar(0, top + _HEAD, width, _BAR, "paid")
    yield _within(labels.whole, top + _HEAD)


def _heading(text: str, top: float) -> Words:
    return Words(0, top + 15, "start", "title", text)


def _within(text: str, top: float) -> Words:
    """Set a text into the bar that begins at the left edge."""
    return Words(10, top + 18, "start", "within", text)
