"""The book's table of contents: chapters in the groups of the site's menu."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.languages import Language
from publish.book.chapters import Chapter
from publish.book.markup import text_of
from publish.config import config

# A page with more sections than this is looked up by letter, not by contents.
_MOST_SECTIONS = 14


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    title: str
    href: str


@dataclass(frozen=True)
class ChapterEntry:
    """A chapter's line, with its number and the sections below it."""

    number: int
    line: Entry
    sections: tuple[Entry, ...]


@dataclass(frozen=True)
class Group:
    """A group of the menu; what stands in the menu by itself has no ``title``."""

    title: str
    chapters: tuple[ChapterEntry, ...]


def contents(chapters: list[Chapter], language: Language) -> list[Group]:
    """Return the groups in the menu's order, chapters numbered through."""
    entries = {
        chapter.page: _entry(number, chapter) for number, chapter in enumerate(chapters, start=1)
    }
    return [
        Group(title, tuple(entries[page] for page in pages)) for title, pages in _groups(language)
    ]


def _groups(language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the menu's groups: their label in this language and their pages."""
    labels = language.sections.model_dump() | {"": ""}
    for group in config().menu:
        yield labels[group.section], group.pages


def _entry(number: int, chapter: Chapter) -> ChapterEntry:
    headings = chapter.article.select("h2[id]")
    sections = tuple(Entry(text_of(heading), f"#{heading['id']}") for heading in headings)
    shown = sections if len(sections) <= _MOST_SECTIONS else ()
    return ChapterEntry(number, Entry(chapter.title, f"#{chapter.key}"), shown)
