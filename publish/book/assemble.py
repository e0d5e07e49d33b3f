"""Binds the pages into one book: cover, contents, a chapter for each page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import Tag
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.context import Context
from macros.model.facts import Facts
from macros.model.languages import Language
from publish.book.chapters import Chapter, Hero, read_chapters
from publish.book.checks import check_chapter
from publish.book.contents import contents
from publish.book.drawings import Drawings
from publish.book.glyphs import check_signs, known_signs
from publish.book.links import resolve_links
from publish.book.markup import text_of
from publish.book.paper import to_paper
from publish.book.worksheet import groups
from publish.config import config

_HERE = Path(__file__).parent
_SHEETS = ("book.css", "parts.css", "worksheet.css")
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


@dataclass(frozen=True)
class Book:
    """One language's book as HTML.

    ``labels`` says in words where each internal link leads, ``groups`` what each group of buttons
    asks, by its name.
    """

    html: str
    labels: dict[str, str]
    groups: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Edition:
    """What the whole book shares: words and facts, language, the site's address, colours."""

    site: Context
    language: Language
    address: str
    drawings: Drawings


def assemble(facts: Facts, language: Language, folder: Path, address: str) -> Book:
    """Bind the pages built in ``folder``. Raises ``BuildError`` with page and place."""
    # The edition's day stands in for today: the same site makes the same book on any day.
    site = Context(facts, language.id, facts.site.edition, lambda: "", ".")
    edition = _Edition(site, language, address, Drawings(folder))
    hero, chapters = read_chapters(config().pages, folder, language, address)
    _title_front(chapters[0], site.word("book.front"))
    for chapter in chapters:
        to_paper(chapter, site, edition.drawings)
    resolve_links(chapters, folder, address)
    known = known_signs(folder)
    for chapter in chapters:
        check_chapter(chapter.article, chapter.page)
        check_signs(chapter.article, chapter.page, known)
    asked = {name: text for each in chapters for name, text in groups(each.article).items()}
    return Book(_render(edition, hero, chapters), dict(_labels(chapters)), asked)


def _title_front(front: Chapter, title: str) -> None:
    """Give the front page, whose main heading is the hero's, the name that it has in a book."""
    heading = Tag(name="h1")
    heading.string = title
    front.article.insert(0, heading)


def _render(edition: _Edition, hero: Hero, chapters: list[Chapter]) -> str:
    site, facts = edition.site, edition.site.facts.site
    rules = [edition.drawings.root, _numbers(site), *map(_sheet, _SHEETS)]
    return _TEMPLATES.get_template("book.html").render(
        site=site,
        language=edition.language,
        edition=facts.edition,
        publisher=site.publisher(),
        web=edition.address + edition.language.path,
        hero=hero,
        drawing=str(edition.drawings.background(hero.drawing)),
        style="\n".join(rules),
        groups=contents(chapters, edition.language),
        guide=_guide(site, chapters),
        chapters=chapters,
    )


def _guide(site: Context, chapters: list[Chapter]) -> str:
    """Say where words and sources that the text only names are explained."""
    labels = dict(_labels(chapters))
    places = {"glossary": "glossary", "sources": "about--sources"}
    links = {
        name: f'<a class="within" href="#{place}">{labels[place]}</a>'
        for name, place in places.items()
        if place in labels
    }
    return site.word("book.guide", **links) if links.keys() == places.keys() else ""


def _sheet(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _numbers(site: Context) -> str:
    """Write the style rules whose words depend on the language."""
    page = _content(site.word("book.page", page="{page}", pages="{pages}"), "counter(page)")
    on_page = _content(
        site.word("book.on-page", page="{page}").replace(" ", "\N{NO-BREAK SPACE}"),
        "target-counter(attr(href), page)",
    )
    return (
        f"@page {{ @bottom-right {{ content: {page}; }} }}\n"
        f'a.within::after {{ content: " (" {on_page} ")"; }}'
    )


def _content(words: str, page: str) -> str:
    """Write words with page numbers as a value of CSS ``content``."""
    filled = words.format(page=f'" {page} "', pages='" counter(pages) "')
    return f'"{filled}"'


def _labels(chapters: list[Chapter]) -> Iterator[tuple[str, str]]:
    """Name each place: a heading by its text, anything else by its chapter."""
    for chapter in chapters:
        yield chapter.key, chapter.title
        for place in chapter.article.select("[id]"):
            heading = place.name in ("h1", "h2", "h3", "h4")
            yield str(place["id"]), text_of(place) if heading else chapter.title
