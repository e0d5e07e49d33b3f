"""PDF/UA-1 (ISO 14289-1): what :mod:`test_pdf_validation` does not see of structure and content.

Each rule names its checkpoint in the Matterhorn Protocol 1.1. What the protocol leaves to people
(reading order, good alternative texts, fitting tags) no test can tell.
"""

from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
from bs4 import BeautifulSoup

from publish.book.assemble import Book
from publish.pdf.typeset import typeset
from selfcheck.model import LANGS, Lang
from tests.publish.letters import FACE
from tests.publish.structure import Tagged

ADDRESS = "https://example.org/soske/"


def test_all_tagged_content_is_in_the_tree(book: Tagged) -> None:
    """01-005: every marked piece of content belongs to exactly one element."""
    owned = Counter(place for element in book.elements for place in element.places)
    assert set(owned.values()) == {1}
    for number, page in enumerate(book.pages):
        marked = [mark.mcid for mark in page.marks if mark.mcid is not None]
        assert len(marked) == len(set(marked))
        assert set(marked) == {place.mcid for place in owned if place.page == number}


def test_parent_tree_leads_back(book: Tagged) -> None:
    """01-006: from content and annotations the way back leads to the element that holds them."""
    parents = pikepdf.NumberTree(book.pdf.Root.StructTreeRoot.ParentTree)
    pages = [parents[int(page.StructParents)].as_list() for page in book.pdf.pages]
    for element in book.elements:
        for place in element.places:
            assert list(pages[place.page])[place.mcid].objgen == element.raw.objgen
        for note in element.annotations:
            assert parents[int(note.StructParent)].objgen == element.raw.objgen


def test_nothing_empty(book: Tagged) -> None:
    """No element is empty, but for a cell of a table."""
    bare = [each for each in book.elements if not (each.elements or each.places)]
    assert {each.tag for each in bare if not each.annotations} <= {"TD", "TH"}


def test_language(book: Tagged, lang: Lang) -> None:
    """The language that the document says is the one it is in."""
    assert str(book.pdf.Root.Lang) == lang


def test_language_of_parts(book: Tagged, html: BeautifulSoup, lang: Lang) -> None:
    """Words in another language are told to be in it."""
    told = Counter(str(element.raw.Lang) for element in book.elements if "/Lang" in element.raw)
    meant = Counter(str(run["lang"]) for run in html.body.select("[lang]"))  # type: ignore[union-attr]
    meant.pop(lang, None)  # the book's own language needs no telling
    assert told == meant
    assert set(told) == set(LANGS) - {lang}


def test_figures_have_alternatives(book: Tagged) -> None:
    """Every figure has an alternative text that says something, and a place on its page."""
    figures = book.tagged("Figure")
    assert figures
    for figure in figures:
        assert len(str(figure.raw.Alt)) > 20
        left, bottom, right, top = (float(side) for side in figure.raw.A.BBox.as_list())
        assert 0 <= left < right <= 596
        assert 0 <= bottom < top <= 842


def test_headings_are_the_books(book: Tagged, html: BeautifulSoup) -> None:
    """Every heading of the book is one heading of the file."""
    tags = Counter(element.tag for element in book.tagged("H1", "H2", "H3", "H4"))
    assert tags == Counter(heading.name.upper() for heading in html.select("h1, h2, h3, h4"))


def test_tables_are_whole(book: Tagged, html: BeautifulSoup) -> None:
    """A table over several pages is one table, with one head and as many rows as it has."""
    tables = html.select("table")
    assert len(book.tagged("Table")) == len(tables)
    for table, drawn in zip(tables, book.tagged("Table"), strict=True):
        rows = [element for element in drawn.walk() if element.tag == "TR"]
        assert len(rows) == len(table.select("tr"))
        assert sum(part.tag == "THead" for part in drawn.elements) == 1


def test_header_cells(book: Tagged) -> None:
    """15-003: every table has header cells, and each says whether it heads a column or a row."""
    for table in book.tagged("Table"):
        heads = [cell for cell in table.walk() if cell.tag == "TH"]
        assert heads
        for cell in heads:
            in_head = "THead" in {around.tag for around in cell.above()}
            assert str(cell.raw.A.Scope) == ("/Column" if in_head else "/Row")


def test_cells_find_their_headers(book: Tagged) -> None:
    """15-003: the headers that a cell names are in the tree of ids, each under its own."""
    names = pikepdf.NameTree(book.pdf.Root.StructTreeRoot.IDTree)
    heads = {str(cell.raw.ID): cell for cell in book.tagged("TH")}
    assert {str(name) for name in names} == set(heads)
    assert all(names[name].objgen == cell.raw.objgen for name, cell in heads.items())
    for cell in book.tagged("TD"):
        named = {str(name) for name in cell.raw.A.Headers.as_list()}
        assert named
        assert named <= set(heads)


def test_paragraphs_are_whole(book: Tagged, html: BeautifulSoup) -> None:
    """A paragraph or list item over two pages is one element, and one over one page too."""
    assert len(book.tagged("P")) == sum(1 for p in html.select("p") if p.get_text(strip=True))
    items = [item for item in html.select("li") if not item.find_parent(class_="contents")]
    assert len(book.tagged("LI")) == len(items) + len(html.select("dl dt"))


def test_what_is_split_is_joined(built_site: Path) -> None:
    """What is laid over pages is one element with content on each, the table's head only on one."""
    rows = "<tr><td>1<td>2" * 60
    made = typeset(
        Book(
            f"<!doctype html><html lang=en><title>T</title><style>{FACE}</style>"
            f"<p>{'word ' * 4000}<p>Two <a href='#t'>{'linked ' * 30}</a><i lang=fi>sana</i>"
            f"<table id=t><thead><tr><th>A<th>B<tbody>{rows}</table>",
            {"t": "The table"},
        ),
        built_site,
    )
    with pikepdf.open(BytesIO(made)) as pdf:
        split = Tagged(pdf)
        long, short = split.tagged("P")
        assert len({place.page for place in long.places}) > 1
        assert [kid.tag for kid in short.elements] == ["Link", "Span"]
        assert [note.Contents for note in short.elements[0].annotations] == ["The table"] * 2
        (table,) = split.tagged("Table")
        assert [part.tag for part in table.elements] == ["THead", "TBody"]
        assert len({place.page for cell in table.walk() for place in cell.places}) > 1
        assert len(split.tagged("TR")) == 61


def test_running_heads_are_artifacts(book: Tagged) -> None:
    """18-001, 18-002: heads and page numbers are artifacts of the pages' make-up."""
    for page in book.pages[1:]:
        assert sum(mark.kind == "/Pagination" for mark in page.marks) >= 2
