"""Geometry of the payment model's drawing: bars for a client-day and for each outcome.

Pure: shares, multipliers and texts in, positions in pixels out. The template only draws them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.drawing.shapes import Label, Rect

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
class PaymentDrawing:
    """The model ready to be drawn, in pixels."""

    width: float
    height: float
    bars: tuple[Rect, ...]
    labels: tuple[Label, ...]


def draw(paid: float, bonuses: Sequence[Bonus], labels: Labels, width: float) -> PaymentDrawing:
    """Lay the model out on ``width`` pixels; ``paid`` is what share of a day is paid."""
    second = _HEAD + _BAR + _BELOW + _GAP
    third = second + _HEAD + len(bonuses) * (_HEAD + _BAR + 6) + _GAP
    shapes = [
        *_retained(paid, labels, width),
        *_outcomes(bonuses, labels.outcomes, second, width),
        *_full(labels, third, width),
    ]
    bars = tuple(shape for shape in shapes if isinstance(shape, Rect))
    texts = tuple(shape for shape in shapes if isinstance(shape, Label))
    return PaymentDrawing(width, third + _HEAD + _BAR + 2, bars, texts)


def _retained(paid: float, labels: Labels, width: float) -> Iterator[Rect | Label]:
    """A client-day of which a part is kept back."""
    end = round(paid * width, 1)
    yield _heading(labels.retained, 0)
    yield Rect(0, _HEAD, end, _BAR, "paid")
    yield Rect(end, _HEAD, round(width - end - 1, 1), _BAR, "withheld")
    yield _within(labels.paid, _HEAD)
    yield Label(width, _HEAD + _BAR + 17, labels.withheld, "end", "label")


def _outcomes(
    bonuses: Sequence[Bonus], heading: str, top: float, width: float
) -> Iterator[Rect | Label]:
    """Each outcome with a bar as long as its multiplier, to one scale."""
    longest = max(bonus.multiplier for bonus in bonuses)
    yield _heading(heading, top)
    for at, bonus in enumerate(bonuses):
        y = top + _HEAD + at * (_HEAD + _BAR + 6)
        yield Label(0, y + 16, bonus.name, kind="label")
        yield Rect(0, y + _HEAD, round(bonus.multiplier / longest * width, 1), _BAR, "bonus")
        yield _within(bonus.times, y + _HEAD)


def _full(labels: Labels, top: float, width: float) -> Iterator[Rect | Label]:
    """A client-day that is paid in full."""
    yield _heading(labels.full, top)
    yield Rect(0, top + _HEAD, width, _BAR, "paid")
    yield _within(labels.whole, top + _HEAD)


def _heading(text: str, top: float) -> Label:
    return Label(0, top + 15, text, kind="title")


def _within(text: str, top: float) -> Label:
    """Set a text into the bar that begins at the left edge."""
    return Label(10, top + 18, text, kind="within")
