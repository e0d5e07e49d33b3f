"""PDF/UA-1 (ISO 14289-1) by page-validation: every rule of it that a machine can check."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from publish.book.assemble import Book
from publish.pdf.typeset import typeset
from selfcheck.model import Lang
from tests.publish.letters import FACE

RULES = 104
SMALL = f"""<!doctype html><html lang=en><title>T</title><style>{FACE}</style>
<h1>One</h1><p>Text and <a href="#t">a link</a>.<h2>Two</h2><ul><li>An item</ul>
<svg role=img width=9 height=9><title>A dot</title><circle r=4 cx=4 cy=4 /></svg>
<table id=t><thead><tr><th>A<th>B<tbody><tr><td>1<td>2</table>
<form><input type=radio name=q value=1 title=Yes style="appearance: auto"></form>"""


def failures(pdf: bytes) -> list[str]:
    """The ids of the rules that a file breaks."""
    return [each.rule_id for each in page.validate_pdf_bytes(pdf, profile="ua1").failures]


def test_the_book_keeps_every_rule(built_site: Path, lang: Lang) -> None:
    """Each language's PDF passes every rule, and no rule is left out."""
    report = page.validate_pdf(str(built_site / "pdf" / f"soske-{lang}.pdf"), profile="ua1")

    assert [str(each) for each in report.failures] == []
    assert report.rules.total >= RULES


@pytest.fixture(scope="module")
def small(built_site: Path) -> bytes:
    """A small file with one of each: headings, text, link, list, figure, table, button."""
    return typeset(Book(SMALL, {"t": "The table"}, {"q": "A question"}), built_site)


type Break = Callable[[pikepdf.Pdf], object]
BREAKS: dict[str, Break] = {}


def breaks(how: Break) -> Break:
    """List a way to break a file, which the validator must notice."""
    BREAKS[how.__name__] = how
    return how


def first(pdf: pikepdf.Pdf, tag: str) -> Dictionary:
    """The first structure element of a type."""
    found = (item for item in pdf.objects if isinstance(item, Dictionary))
    return next(item for item in found if item.get("/S") == Name(f"/{tag}"))


def of_type(pdf: pikepdf.Pdf, kind: str) -> Dictionary:
    """The first dictionary of a ``Type``."""
    found = (item for item in pdf.objects if isinstance(item, Dictionary))
    return next(item for item in found if item.get("/Type") == Name(f"/{kind}"))


def link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The first link's area."""
    notes = pdf.pages[0].Annots.as_list()
    return next(note for note in notes if note.Subtype == Name.Link)


def draw(pdf: pikepdf.Pdf, before: bytes = b"", after: bytes = b"") -> None:
    """Draw more on the first page."""
    content = pdf.pages[0].Contents
    assert isinstance(content, Stream)
    content.write(before + content.read_bytes() + after)


@breaks
def something_untagged(pdf: pikepdf.Pdf) -> None:
    """01-005."""
    draw(pdf, after=b"\nq 0 0 10 10 re f Q")


@breaks
def not_tagged(pdf: pikepdf.Pdf) -> None:
    """06-001."""
    pdf.Root.MarkInfo.Marked = False


@breaks
def an_unknown_type(pdf: pikepdf.Pdf) -> None:
    """02-001."""
    first(pdf, "P").S = Name.Foo


@breaks
def an_item_without_its_list(pdf: pikepdf.Pdf) -> None:
    """09-005."""
    first(pdf, "L").S = Name.Div


@breaks
def rows_without_their_table(pdf: pikepdf.Pdf) -> None:
    """09-004."""
    first(pdf, "Table").S = Name.Div


@breaks
def a_row_too_short(pdf: pikepdf.Pdf) -> None:
    """15-005."""
    row = first(pdf, "TR")
    row.K = Array(row.K.as_list()[:-1])


@breaks
def a_heading_too_deep(pdf: pikepdf.Pdf) -> None:
    """14-003."""
    first(pdf, "H2").S = Name.H4


@breaks
def no_language(pdf: pikepdf.Pdf) -> None:
    """11-001."""
    del pdf.Root.Lang


@breaks
def a_mute_figure(pdf: pikepdf.Pdf) -> None:
    """13-004."""
    del first(pdf, "Figure")["/Alt"]


@breaks
def a_mute_link(pdf: pikepdf.Pdf) -> None:
    """28-012."""
    del link(pdf)["/Contents"]


@breaks
def a_link_that_is_none(pdf: pikepdf.Pdf) -> None:
    """28-011."""
    first(pdf, "Link").S = Name.Span


@breaks
def a_nameless_group(pdf: pikepdf.Pdf) -> None:
    """28-005."""
    (group,) = pdf.Root.AcroForm.Fields.as_list()
    for field in (group, *group.Kids.as_list()):
        del field["/TU"]


@breaks
def another_tab_order(pdf: pikepdf.Pdf) -> None:
    """28-008."""
    del pdf.pages[0]["/Tabs"]


@breaks
def no_title(pdf: pikepdf.Pdf) -> None:
    """06-003."""
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"dc:title", b"dc:other"))


@breaks
def the_title_hidden(pdf: pikepdf.Pdf) -> None:
    """07-002."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@breaks
def a_font_left_out(pdf: pikepdf.Pdf) -> None:
    """31-009."""
    descriptor = of_type(pdf, "FontDescriptor")
    for name in {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
        del descriptor[name]


@breaks
def letters_without_meaning(pdf: pikepdf.Pdf) -> None:
    """10-001."""
    found = (item for item in pdf.objects if isinstance(item, Dictionary))
    del next(item for item in found if item.get("/Subtype") == Name.Type0)["/ToUnicode"]


def test_the_unbroken_file_keeps_every_rule(small: bytes) -> None:
    """What the copies are made of has no fault of its own."""
    assert failures(small) == []


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_copy_is_noticed(small: bytes, name: str) -> None:
    """A validator that passed everything would tell nothing."""
    broken = BytesIO()
    with pikepdf.open(BytesIO(small)) as pdf:
        BREAKS[name](pdf)
        pdf.save(broken)

    assert failures(broken.getvalue())
