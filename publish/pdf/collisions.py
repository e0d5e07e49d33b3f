"""Finds words that are drawn over other words or beyond the margin; no engine complains of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox

_MOST = 0.5  # of the lower one's height; tight lines of a heading touch


@dataclass(frozen=True, slots=True)
class _Words:
    """A run of text and the room that it takes, in CSS pixels from the page's corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "_Words") -> bool:
        """Tell whether a good part of either run lies over the other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        low = min(self.bottom - self.top, other.bottom - other.top)
        return across > 1 and down > _MOST * low


def collisions(pages: list[Any]) -> Iterator[str]:
    """Yield for each of WeasyPrint's pages with such words its number and the words."""
    for number, page in enumerate(pages, start=1):
        words = sorted(_words(page._page_box), key=lambda each: each.top)
        for fault in (*_beyond(words, page._page_box), *_covered(words)):
            yield f"page {number}: {fault}"


def _beyond(words: list[_Words], page: Any) -> Iterator[str]:
    left = page.content_box_x()
    for each in words:
        if each.left < left - 1 or each.right > left + page.width + 1:
            yield f"“{each.text}” is drawn beyond the margin"


def _covered(words: list[_Words]) -> Iterator[str]:
    for place, upper in enumerate(words):
        for lower in words[place + 1 :]:
            if lower.top >= upper.bottom:
                break
            if upper.covers(lower):
                yield f"“{lower.text}” is drawn over “{upper.text}”"


def _words(box: Any) -> Iterator[_Words]:
    for each in box.descendants():
        if isinstance(each, TextBox) and each.text.strip():
            left, top = each.position_x, each.position_y
            yield _Words(each.text.strip(), left, top, left + each.width, top + each.height)
