"""Reads what a built page says to its reader, section by section.

It reads the pages as they stand, since a page's Markdown tells neither its tables and figures nor
which texts are hidden, such as the states of a round that are not so today.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What is not read: drawings have a text beside them, marks of sources would break sentences, and
# what a round is like today is told by the page.
SKIPPED_TAGS = frozenset({"script", "style", "svg"})
SKIPPED_CLASSES = frozenset({"round-state", "source", "headerlink"})
APART = frozenset({"p", "li", "dt", "dd", "td", "th", "caption", "legend", "label", "summary"})
APART |= {"div", "br"}
# The theme's menu marks the page it stands on.
_CURRENT = ".//a[@class='md-nav__link md-nav__link--active']"


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it; ``location`` is below the language's root."""

    location: str
    title: str
    text: str

    def __bool__(self) -> bool:
        """Tell whether there is anything to find."""
        return bool(self.title)


def docs_of(folder: Path, address: str) -> Iterator[dict[str, Any]]:
    """Yield the sections of the page at ``address``, the first with its title and description."""
    page = parsed((folder / address / "index.html").read_bytes())
    lead, *others = sections_of(page.find(".//article"), address)
    described = page.find(".//meta[@name='description']")
    description = {} if described is None else {"description": described.get("content")}
    yield asdict(lead) | {"title": _title(page)} | description
    yield from (asdict(section) for section in others if section)


def parsed(html: bytes | str) -> Any:
    """Parse a page as a browser would."""
    return etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))


def sections_of(article: Element, address: str) -> Iterator[Section]:
    """Yield the article's sections; the first is what stands before its second heading."""
    location, title, texts = address, "", list[str]()
    for found in _told(article):
        if isinstance(found, str):
            texts.append(found)
        elif found.tag != "h1":
            yield Section(location, title, _plain("".join(texts)))
            heading = "".join(text for text in _inside(found) if isinstance(text, str))
            location, title, texts = f"{address}#{found.get('id', '')}", _plain(heading), []
    yield Section(location, title, _plain("".join(texts)))


def _title(page: Element) -> str:
    """Return the main heading; the front page, which has a slogan there, goes by its menu label."""
    heading = page.find(".//article//h1")
    named = page.find(_CURRENT) if heading is None else heading
    return "" if named is None else _plain("".join(map(str, named.itertext())))


def _told(element: Element) -> Iterator[str | Element]:
    """Yield what a reader reads, in order: texts, and headings as elements."""
    if not isinstance(element.tag, str) or _is_skipped(element):
        return
    if element.tag in HEADINGS:
        yield element
    else:
        yield from _inside(element)
    if element.tag in APART:
        yield " "


def _inside(element: Element) -> Iterator[str | Element]:
    yield element.text or ""
    for child in element:
        yield from _told(child)
        yield child.tail or ""


def _is_skipped(element: Element) -> bool:
    classes = element.get("class", "").split()
    hidden = "hidden" in element.attrib
    return hidden or element.tag in SKIPPED_TAGS or not SKIPPED_CLASSES.isdisjoint(classes)


def _plain(text: str) -> str:
    return " ".join(text.split())
