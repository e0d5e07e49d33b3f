"""Geometry of the drawn chains and of the stages of a procurement.

Pure: names and a width in, positions in pixels out. The templates only draw them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.drawing.shapes import LETTER, Label, Rect

_LINE = 18
_PAD = 9
_NARROW = 500
_BAR = 34  # height or width of one level of effort


@dataclass(frozen=True)
class Box:
    """A box with its text."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Label, ...]


@dataclass(frozen=True)
class Flow:
    """Boxes and the arrows between them, ready to be drawn; ``loop`` leads back to the first."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]
    loop: str = ""


@dataclass(frozen=True)
class Efforts:
    """The stages in order, each with its two bars, ready to be drawn."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    bars: tuple[Rect, ...]
    keys: tuple[tuple[Rect, Label], ...]


def wrap(text: str, width: float) -> tuple[str, ...]:
    """Break a text into lines that fit ``width``; a word longer than that stays whole."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) * LETTER > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def circle(names: Sequence[str], width: float) -> Flow:
    """Lay steps out on ``width`` pixels, side by side or below each other, and lead back."""
    return _column(names, width) if width < _NARROW else _row(names, width)


def stairs(names: Sequence[str], width: float) -> Flow:
    """Lay at least two steps out on ``width`` pixels, as stairs down from left to right."""
    box_width = width * (0.5 if width >= _NARROW else 0.74)
    offset = (width - box_width - 2) / (len(names) - 1)
    boxes: list[Box] = []
    y = 1.0
    for at, name in enumerate(names):
        boxes.append(_box(name, 1 + at * offset, y, box_width))
        y += boxes[-1].height + 20
    arrows = tuple(_down(upper, lower) for upper, lower in pairwise(boxes))
    return Flow(width, round(y - 18, 1), tuple(boxes), arrows)


def efforts(stages: Sequence[tuple[str, int, int]], keys: tuple[str, str], width: float) -> Efforts:
    """Draw each stage (name, effort today and aimed at, 1 to 3) on ``width`` pixels."""
    legend = tuple(_keys(keys))
    lay = _efforts_below if width < _NARROW else _efforts_beside
    boxes, bars, height = lay(stages, width)
    return Efforts(width, height, tuple(boxes), tuple(bars), legend)


def _box(text: str, x: float, y: float, width: float, height: float = 0) -> Box:
    lines = wrap(text, width - 2 * _PAD)
    height = height or len(lines) * _LINE + 2 * _PAD
    first = y + (height - len(lines) * _LINE) / 2 + 13
    middle = round(x + width / 2, 1)
    told = tuple(Label(middle, round(first + at * _LINE, 1), line) for at, line in enumerate(lines))
    return Box(round(x, 1), round(y, 1), round(width, 1), height, told)


def _down(upper: Box, lower: Box) -> str:
    """Lead from a stair to the next: round its corner where there is room, else straight down."""
    offset, foot = lower.x - upper.x, upper.y + upper.height
    if offset < 30:
        return f"M{lower.x + 24:.1f} {foot:.1f}V{lower.y - 2:.1f}"
    middle = lower.y + lower.height / 2
    return f"M{upper.x + offset / 2:.1f} {foot:.1f}V{middle:.1f}H{lower.x - 2:.1f}"


def _row(names: Sequence[str], width: float) -> Flow:
    gap = 14
    each = (width - 2 - gap * (len(names) - 1)) / len(names)
    height = max(len(wrap(name, each - 2 * _PAD)) for name in names) * _LINE + 2 * _PAD + 12
    boxes = tuple(
        _box(name, 1 + at * (each + gap), 1, each, height) for at, name in enumerate(names)
    )
    middle = 1 + height / 2
    arrows = tuple(f"M{box.x + box.width:.1f} {middle}h{gap - 2}" for box in boxes[:-1])
    start, end = boxes[-1], boxes[0]
    loop = (
        f"M{start.x + start.width / 2:.1f} {height + 1}v22H{end.x + end.width / 2:.1f}V{height + 4}"
    )
    return Flow(width, height + 26, boxes, arrows, loop)


def _column(names: Sequence[str], width: float) -> Flow:
    boxes: list[Box] = []
    y = 1.0
    for name in names:
        boxes.append(_box(name, 1, y, width - 34))
        y += boxes[-1].height + 20
    arrows = tuple(f"M40 {box.y + box.height:.1f}v18" for box in boxes[:-1])
    start, end = boxes[-1], boxes[0]
    loop = (
        f"M{start.x + start.width:.1f} {start.y + start.height / 2:.1f}h20"
        f"V{end.y + end.height / 2:.1f}H{end.x + end.width + 3:.1f}"
    )
    return Flow(width, round(y - 18, 1), tuple(boxes), arrows, loop)


def _keys(words: tuple[str, str]) -> Iterator[tuple[Rect, Label]]:
    """The legend, on top of the drawing."""
    x = 1.0
    for kind, word in zip(("today", "aim"), words, strict=True):
        yield Rect(x, 4, 14, 14, kind), Label(x + 21, 16, word)
        x += 45 + len(word) * LETTER


def _efforts_beside(
    stages: Sequence[tuple[str, int, int]], width: float
) -> tuple[list[Box], list[Rect], float]:
    """Bars that stand on the stages."""
    gap, base = 14.0, 34 + 3 * _BAR
    each = (width - 2 - gap * (len(stages) - 1)) / len(stages)
    height = max(len(wrap(name, each - 2 * _PAD - 14)) for name, _, _ in stages) * _LINE + 2 * _PAD
    boxes, bars = [], []
    for at, (name, today, aim) in enumerate(stages):
        x = 1 + at * (each + gap)
        boxes.append(_box(name, x, base, each, height))
        for kind, level, left in (("today", today, 0.2), ("aim", aim, 0.52)):
            tall = float(level * _BAR)
            bars.append(Rect(round(x + each * left, 1), base - tall, each * 0.28, tall, kind))
    return boxes, bars, base + height + 2


def _efforts_below(
    stages: Sequence[tuple[str, int, int]], width: float
) -> tuple[list[Box], list[Rect], float]:
    """Bars that lie under the stages."""
    boxes, bars, y = [], [], 32.0
    for name, today, aim in stages:
        box = _box(name, 1, y, width - 2)
        boxes.append(box)
        y += box.height + 6
        for kind, level in (("today", today), ("aim", aim)):
            bars.append(Rect(1, y, (width - 2) * level / 3, 12, kind))
            y += 17
        y += 14
    return boxes, bars, y - 12
