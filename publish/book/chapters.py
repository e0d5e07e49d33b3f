"""Reads the built pages of one language, in the order of the menu."""

from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from macros.model.languages import Language
from publish.errors import BuildError
from publish.site_layout import path_of


@dataclass(frozen=True)
class Chapter:
    """A page as a chapter: its Markdown file, the address it stands at, what it says."""

    page: str
    address: str
    article: Tag

    @property
    def key(self) -> str:
        """The chapter's id in the book."""
        return self.page.removesuffix(".md").removesuffix("/index").replace("/", "-")

    @property
    def title(self) -> str:
        """The chapter's main heading."""
        heading = self.article.h1
        if heading is None:
            raise BuildError(f"{self.page} has no main heading")
        return heading.get_text(strip=True)


@dataclass(frozen=True)
class Hero:
    """What opens the front page, and the book."""

    title: str
    lead: str
    drawing: Tag


def read_chapters(
    pages: tuple[str, ...], folder: Path, language: Language, address: str
) -> tuple[Hero, list[Chapter]]:
    """Read every page. Raises :class:`BuildError` for one that was not built."""
    root = folder / language.path
    soups = {page: _soup(root / path_of(page) / "index.html", page) for page in pages}
    chapters = [
        Chapter(page, address + language.path + path_of(page), _one(soup, "article", page))
        for page, soup in soups.items()
    ]
    return _hero(soups[pages[0]], pages[0]), chapters


def _soup(file: Path, page: str) -> BeautifulSoup:
    if not file.is_file():
        raise BuildError(f"{page} has not been built")
    return BeautifulSoup(file.read_bytes(), "lxml")


def _hero(soup: BeautifulSoup, page: str) -> Hero:
    title, lead, drawing = (
        _one(soup, f".hero__{part}", page) for part in ("title", "lead", "drawing")
    )
    return Hero(title.get_text(strip=True), lead.get_text(strip=True), drawing)


def _one(soup: BeautifulSoup, selector: str, page: str) -> Tag:
    found = soup.select_one(selector)
    if found is None:
        raise BuildError(f"{page} has no {selector}")
    return found
