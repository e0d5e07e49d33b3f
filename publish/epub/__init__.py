"""Makes the EPUB edition, for reading offline on a phone: the book's chapters, unpaged."""

import uuid
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import tinyhtml5  # type: ignore[import-untyped]
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publish.book.assemble import Book
from publish.book.drawings import Drawings
from publish.book.markup import remove, text_of
from publish.site_layout import shared_folder

_HERE = Path(__file__).parent
_TEMPLATES = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
_PAPER_ONLY = ("input", ".address", ".evidence", ".worksheet__how", ".worksheet__field")
_SCREEN_ONLY = ("aria-", "data-", "role", "tabindex")
_XHTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"
_DAWN = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP file can tell

Xml.register_namespace("", _XHTML[1:-1])
Xml.register_namespace("svg", _SVG[1:-1])


@dataclass(frozen=True)
class _Part:
    """A chapter as a file of its own."""

    key: str
    title: str
    xhtml: str
    sections: tuple[tuple[str, str], ...]  # id and title

    @property
    def drawn(self) -> bool:
        """Whether it holds a drawing, which the package must tell."""
        return "<svg:svg" in self.xhtml


def make_epub(book: Book, site_folder: Path) -> bytes:
    """Return a book as an EPUB, with the site's fonts; the same book gives the same bytes."""
    return _packed(_files(BeautifulSoup(book.html, "lxml"), site_folder))


def _files(book: BeautifulSoup, site_folder: Path) -> dict[str, str | bytes]:
    """Return the package's files by name."""
    web = str(book.select(".cover__facts a")[-1]["href"])
    parts = _parts(book)
    fonts = sorted(shared_folder(site_folder, "fonts").glob("*.woff2"))
    values = {
        "language": book.select("html")[0]["lang"],
        "title": text_of(book.title),
        "publisher": _told(book, "author"),
        "edition": _told(book, "dcterms.modified"),
        "id": uuid.uuid5(uuid.NAMESPACE_URL, web),
        "contents": text_of(book.select_one("#contents")),
        "parts": parts,
        "fonts": [font.name for font in fonts],
    }
    style = f"{Drawings(site_folder).root}\n{(_HERE / 'epub.css').read_text('utf-8')}"
    return {
        "META-INF/container.xml": _fill("container.xml", values),
        "EPUB/package.opf": _fill("package.opf", values),
        "EPUB/nav.xhtml": _fill("nav.xhtml", values),
        "EPUB/epub.css": style,
        **{f"EPUB/{font.name}": font.read_bytes() for font in fonts},
        **{f"EPUB/{part.key}.xhtml": _fill("part.xhtml", values, part=part) for part in parts},
    }


def _told(book: BeautifulSoup, name: str) -> str:
    """Return what the book tells of itself under a name."""
    (meta,) = book.select(f'meta[name="{name}"]')
    return str(meta["content"])


def _fill(template: str, values: dict[str, Any], **more: object) -> str:
    return _TEMPLATES.get_template(template).render(values, **more)


def _packed(files: dict[str, str | bytes]) -> bytes:
    """Zip the files with one date for all; what kind of file it is comes first, as it must."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr(ZipInfo("mimetype", _DAWN), "application/epub+zip", ZIP_STORED)
        for name, content in files.items():
            archive.writestr(ZipInfo(name, _DAWN), content, ZIP_DEFLATED, 9)
    return made.getvalue()


def _parts(book: BeautifulSoup) -> list[_Part]:
    chapters = book.select("section.chapter")
    remove(book, *_PAPER_ONLY)
    homes = {str(place["id"]): str(one["id"]) for one in chapters for place in one.select("[id]")}
    homes |= {str(one["id"]): str(one["id"]) for one in chapters}
    for chapter in chapters:
        _unpage(chapter, homes)
    return [_part(chapter) for chapter in chapters]


def _unpage(chapter: Tag, homes: dict[str, str]) -> None:
    """Let links lead from file to file, and drop what only the site's scripts use."""
    for link in chapter.select("a[href^='#']"):
        place = str(link["href"])[1:]
        link["href"] = f"{homes[place]}.xhtml#{place}"
    for element in chapter.find_all(True):
        for name in [name for name in element.attrs if name.startswith(_SCREEN_ONLY)]:
            del element[name]


def _part(chapter: Tag) -> _Part:
    sections = tuple((str(each["id"]), text_of(each)) for each in chapter.select("h2[id]"))
    title = text_of(chapter.h1)
    section = tinyhtml5.parse(str(chapter)).find(f"{_XHTML}body/{_XHTML}section")
    xhtml = Xml.tostring(section, encoding="unicode")
    return _Part(str(chapter["id"]), title, xhtml, sections)
