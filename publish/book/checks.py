"""Finds what would make the book hard to read, and says on which page and where."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bs4 import BeautifulSoup, Tag

from publish.book.markup import text_of
from publish.errors import BuildError

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORD = re.compile(r"[^\s'\"“”]{4,}")


def check_chapter(tree: Tag, page: str) -> None:
    """Raise :class:`BuildError` for a heading that skips a level or a picture without words."""
    if wrong := [*_jumps(tree), *_mute(tree)]:
        raise BuildError("\n".join(f"{page}, {fault}" for fault in wrong))


def placed(complaint: str, html: str) -> str:
    """Add to WeasyPrint's complaint the page and heading of what it names, if that is found."""
    tree = BeautifulSoup(html, "lxml")
    for word in _WORD.findall(complaint):
        name = word.rstrip(".,:;)").rsplit("/", maxsplit=1)[-1]
        found = tree.find(lambda element, name=name: _names(element, name)) if name else None
        if isinstance(found, Tag):
            chapter = found.find_parent("section", class_="chapter")
            page = f"{chapter['id']}, " if isinstance(chapter, Tag) else ""
            return f"{page}under “{_heading(found)}”: {complaint}"
    return complaint


def _names(element: Tag, name: str) -> bool:
    """Tell whether an attribute of the element ends with the name, as an address or id does."""
    return element.name != "meta" and any(
        isinstance(value, str) and value.endswith(name) for value in element.attrs.values()
    )


def _jumps(tree: Tag) -> Iterator[str]:
    headings = [heading for heading in tree.select(", ".join(_HEADINGS)) if heading.name]
    if headings and headings[0].name != "h1":
        yield f"“{text_of(headings[0])}”: the first heading is not of the first level"
    for before, after in pairwise(headings):
        if int(after.name[1]) > int(before.name[1]) + 1:
            yield f"“{text_of(after)}”: a heading {after.name} follows the {before.name} above it"


def _mute(tree: Tag) -> Iterator[str]:
    for picture in tree.select("img:not([alt]), svg[role=img]:not(:has(title))"):
        name = picture.get("src") or "the drawing"
        yield f"under “{_heading(picture)}”: {name} has no alternative text"
    for link in tree.select("a[href]"):
        if not text_of(link) and not link.select_one("img[alt], title"):
            yield f"under “{_heading(link)}”: the link to {link['href']} has no words"


def _heading(element: Tag) -> str:
    found = element.find_previous(_HEADINGS)
    return text_of(found) if isinstance(found, Tag) else ""
