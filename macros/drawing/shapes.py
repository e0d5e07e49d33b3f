"""The shapes that all drawings are made of, in pixels."""

from dataclasses import dataclass

LETTER = 7.6  # rough width of a letter at the drawings' text size


@dataclass(frozen=True)
class Label:
    """A text at a point, anchored at its ``start``, ``middle`` or ``end``."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    kind: str = ""

    @property
    def width(self) -> float:
        """Roughly how wide it is."""
        return len(self.text) * LETTER


@dataclass(frozen=True)
class Rect:
    """A rectangle of one kind."""

    x: float
    y: float
    width: float
    height: float
    kind: str = ""
