"""PDF/UA-1 (ISO 14289-1): what :mod:`test_pdf_validation` does not see beyond the structure."""

import pikepdf
from bs4 import BeautifulSoup

from macros.model.load import facts
from selfcheck.model import Lang
from tests.publish.letters import text_of
from tests.publish.structure import Tagged


def test_metadata(book: Tagged, lang: Lang) -> None:
    """The title is the site's, in the metadata as in the file's own entry."""
    with book.pdf.open_metadata() as metadata:
        assert str(metadata["dc:title"]) == str(book.pdf.docinfo.Title)
    assert str(book.pdf.docinfo.Title).startswith(facts().language(lang).site_name)


def test_every_annotation_has_one_owner(book: Tagged) -> None:
    """28-010, 28-011: a link's area stands in its Link, a button in its Form, and in no other."""
    owners = {
        note.StructParent: element for element in book.elements for note in element.annotations
    }
    assert len(owners) == len(book.annotations)
    assert {len(element.annotations) for element in book.tagged("Form")} == {1}


def test_unicode_maps(book: Tagged) -> None:
    """10-001, 31-027 to 31-029: every sign drawn has its letters, and none stands for nothing."""
    texts = [text_of(book.pdf, number) for number in range(len(book.pdf.pages))]
    assert all(text.strip() for text in texts)
    assert not set("\0\ufeff\ufffe") & set("".join(texts))


def test_nothing_that_needs_more(book: Tagged) -> None:
    """20, 21, 25, 26: no layers, attached files, scripts, dynamic forms or encryption."""
    root = book.pdf.Root
    assert not {"/OCProperties", "/OpenAction", "/AA"} & set(root.keys())
    assert "/XFA" not in root.AcroForm
    assert not {"/EmbeddedFiles", "/JavaScript"} & set(root.Names.keys())
    assert not book.pdf.is_encrypted


def test_one_link_one_element(book: Tagged, html: BeautifulSoup) -> None:
    """A link over two lines is one element, and none stands within another."""
    links = book.tagged("Link")
    assert len(links) == len(html.select("a[href]"))
    assert all("Link" not in {around.tag for around in link.above()} for link in links)


def test_links_have_words(book: Tagged) -> None:
    """28-012: every link says in words where it leads, not in a place's id."""
    places = {str(name) for name in pikepdf.NameTree(book.pdf.Root.Names.Dests)}
    for link in book.tagged("Link"):
        for note in link.annotations:
            assert str(note.Contents).strip()
            assert str(note.Contents) not in places


def test_no_marks_in_forms(book: Tagged) -> None:
    """30-002: a drawing used more than once holds no tagged content."""
    for drawn in book.pdf.objects:
        if isinstance(drawn, pikepdf.Stream) and drawn.get("/Subtype") == "/Form":
            assert b"MCID" not in drawn.read_bytes()


def test_bookmarks(book: Tagged, html: BeautifulSoup) -> None:
    """The bookmarks are the chapters, with their sections below them."""
    with book.pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert any(item.children for item in outline.root)
    assert titles == [heading.get_text() for heading in html.select("h1")]
