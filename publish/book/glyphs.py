"""Checks that the site's typeface has every letter and sign of the book.

What it lacks would be drawn from whatever other typeface the machine has, or as an empty box.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import Tag
from bs4.element import NavigableString
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from publish.errors import BuildError
from publish.site_layout import shared_folder

_HEADINGS = ["h1", "h2", "h3", "h4"]
_AROUND = 20


@dataclass(frozen=True)
class _Missing:
    sign: str
    text: str
    heading: str

    def __str__(self) -> str:
        at = self.text.index(self.sign)
        around = self.text[max(0, at - _AROUND) : at + _AROUND].strip()
        code = f"U+{ord(self.sign):04X}"
        return f"under “{self.heading}”: the typeface has no “{self.sign}” ({code}), in “{around}”"


def known_signs(folder: Path) -> frozenset[str]:
    """Return the signs that every font of the site in ``folder`` can draw."""
    fonts = sorted(shared_folder(folder, "fonts").glob("*.woff2"))
    if not fonts:
        raise BuildError("the site has no fonts in assets/fonts")
    return frozenset.intersection(*(frozenset(map(chr, _drawn(font))) for font in fonts))


def check_signs(tree: Tag, page: str, known: frozenset[str]) -> None:
    """Raise :class:`BuildError` with page and place if the typeface lacks a sign of ``tree``."""
    if missing := next(_missing(tree, known), None):
        raise BuildError(f"{page}, {missing}")


def _drawn(font: Path) -> dict[int, str]:
    with TTFont(font) as opened:
        return dict(opened.getBestCmap())


def _missing(tree: Tag, known: frozenset[str]) -> Iterator[_Missing]:
    for text in tree.find_all(string=True):
        if isinstance(text, NavigableString):
            for sign in text:
                if not sign.isspace() and sign not in known:
                    heading = text.find_previous(_HEADINGS)
                    yield _Missing(sign, text, heading.get_text() if heading else "")
