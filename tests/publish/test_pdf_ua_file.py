"""PDF/UA-1 (ISO 14289-1) beyond the structure: metadata, annotations, fonts, bookmarks.

See :mod:`test_pdf_ua` for the rules on structure and content.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from macros.model.load import facts
from selfcheck.model import Lang
from tests.publish.filling import dictionaries, fields
from tests.publish.letters import text_of
from tests.publish.structure import Tagged


def test_metadata(book: Tagged, lang: Lang) -> None:
    """06-001 to 06-004: the metadata name the standard's part and the title."""
    with book.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert str(metadata["dc:title"]) == str(book.pdf.docinfo.Title)
    assert str(book.pdf.docinfo.Title).startswith(facts().language(lang).site_name)


def test_title_is_shown(book: Tagged) -> None:
    """07-001, 07-002: a reader shows the title, not the file's name."""
    assert bool(book.pdf.Root.ViewerPreferences.DisplayDocTitle)


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


def test_annotations_are_links_and_fields(book: Tagged) -> None:
    """28-002, 28-010, 28-011: every link's area stands in Link, every field in Form."""
    owners = {
        note.StructParent: element for element in book.elements for note in element.annotations
    }
    assert len(owners) == len(book.annotations)
    kinds = {"/Link": "Link", "/Widget": "Form"}
    for note in book.annotations:
        assert owners[note.StructParent].tag == kinds[str(note.Subtype)]


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


def test_fields_have_names(book: Tagged) -> None:
    """28-005: every field has a name for people, and a form element one field."""
    assert all(str(field.TU).strip() for field in fields(book.pdf).values())
    assert {len(element.annotations) for element in book.tagged("Form")} == {1}


def test_tab_order(book: Tagged) -> None:
    """28-008, 28-009: on every page the tab key follows the structure."""
    assert {str(page.Tabs) for page in book.pdf.pages} == {"/S"}


def test_no_marks_in_forms(book: Tagged) -> None:
    """30-002: a drawing used more than once holds no tagged content."""
    for drawn in book.pdf.objects:
        if isinstance(drawn, pikepdf.Stream) and drawn.get("/Subtype") == "/Form":
            assert b"MCID" not in drawn.read_bytes()


def test_fonts_are_embedded(book: Tagged) -> None:
    """31-009: every font is in the file."""
    descriptors = book.all("FontDescriptor")
    assert descriptors
    assert all("/FontFile2" in each or "/FontFile3" in each for each in descriptors)


def test_glyphs_are_looked_up_plainly(book: Tagged) -> None:
    """31-003, 31-006: a composite font's codes are its glyphs' numbers."""
    for font in book.all("Font"):
        if str(font.Subtype) == "/Type0":
            (descendant,) = dictionaries(font.DescendantFonts)
            assert str(font.Encoding) == "/Identity-H"
            assert str(descendant.CIDToGIDMap) == "/Identity"


def test_fields_font_is_looked_up_by_letters(book: Tagged) -> None:
    """31-017 to 31-022: a plain font is not symbolic, has a known encoding, and a Unicode table."""
    plain = [font for font in book.all("Font") if str(font.Subtype) == "/TrueType"]
    assert len(plain) == 1
    for font in plain:
        assert str(font.Encoding) == "/WinAnsiEncoding"
        assert int(font.FontDescriptor.Flags) == 32
        file = TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        assert (3, 1) in {(each.platformID, each.platEncID) for each in file["cmap"].tables}


def test_widths_are_the_fonts(book: Tagged) -> None:
    """31-016: the widths that the file tells are those of its fonts, within a thousandth."""
    for font in (each for each in book.all("Font") if str(each.Subtype) == "/CIDFontType2"):
        file = TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        scale, names = 1000 / file["head"].unitsPerEm, file.getGlyphOrder()
        for glyph, width in _widths(font):
            assert abs(file["hmtx"][names[glyph]][0] * scale - width) <= 1


def _widths(font: pikepdf.Dictionary) -> Iterator[tuple[int, float]]:
    for first, widths in zip(*[iter(font.W.as_list())] * 2, strict=True):
        for step, width in enumerate(widths.as_list()):
            yield int(first) + step, float(width)


def test_bookmarks(book: Tagged, html: BeautifulSoup) -> None:
    """The bookmarks are the chapters, with their sections below them."""
    with book.pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert any(item.children for item in outline.root)
    assert titles == [heading.get_text() for heading in html.select("h1")]
