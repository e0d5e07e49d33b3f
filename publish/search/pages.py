"""Reads what a built page says to its reader, section by section.

The generator's own index runs table cells together and tells hidden texts, such as the states of a
round that are not so today; hence the pages themselves.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What is not read: drawings have a text beside them, marks of sources would break sentences, and
# what a round is like today is told by the page.
SKIPPED = "script, style, svg, [hidden], .round-state, .source, .headerlink"
APART = "p, li, dt, dd, td, th, caption, legend, label, summary, div, br"


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it; ``location`` is below the language's root."""

    location: str
    title: str
    text: str

    def __bool__(self) -> bool:
        """Tell whether there is anything to find."""
        return bool(self.title)


def docs_of(folder: Path, address: str, title: str) -> Iterator[dict[str, Any]]:
    """Yield the sections of the page at ``address``, the first with the page's description."""
    soup = BeautifulSoup((folder / address / "index.html").read_bytes(), "lxml")
    lead, *others = sections_of(soup.select_one("article") or soup, address)
    described = soup.select_one("meta[name=description]")
    description = {"description": described["content"]} if described else {}
    yield {**asdict(lead), "location": address, "title": title} | description
    yield from (asdict(section) for section in others if section)


def sections_of(article: Tag, address: str) -> Iterator[Section]:
    """Yield the article's sections; the first is what stands before its second heading."""
    _tidy(article)
    location, title, texts = address, "", list[str]()
    for node in article.descendants:
        if isinstance(node, Tag) and node.name in HEADINGS:
            if node.name != "h1":
                yield Section(location, title, _plain(texts))
                location, title, texts = f"{address}#{node.get('id', '')}", _plain([node.text]), []
        elif type(node) is NavigableString and not node.find_parent(HEADINGS):
            texts.append(node)
    yield Section(location, title, _plain(texts))


def _tidy(article: Tag) -> None:
    """Drop what is not read and keep apart what stands apart."""
    for unread in article.select(SKIPPED):
        unread.decompose()
    for block in article.select(APART):
        block.insert_after(" ")


def _plain(texts: list[str]) -> str:
    return " ".join("".join(texts).split())
