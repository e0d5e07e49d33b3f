"""What stops the making of a PDF: each fault is told with its place."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from publish.book.assemble import Book
from publish.book.chapters import Chapter
from publish.book.checks import check_chapter
from publish.book.glyphs import check_signs, known_signs
from publish.book.links import resolve_links
from publish.errors import BuildError
from publish.pdf.typeset import typeset


def chapter(html: str, page: str = "a.md") -> Chapter:
    """Return a small chapter."""
    article = BeautifulSoup(f"<article>{html}</article>", "lxml").article
    assert article
    return Chapter(page, f"https://site.example/{page.removesuffix('.md')}/", article)


def test_broken_link_stops_the_book(tmp_path: Path) -> None:
    """A link to a place that no page has is told with its page and its words."""
    chapters = [
        chapter("<h1>A</h1><a href='../b/#gone'>read on</a>"),
        chapter("<h1>B</h1>", "b.md"),
    ]
    with pytest.raises(BuildError, match=r"a\.md: the link “read on” leads to b\.md#gone"):
        resolve_links(chapters, tmp_path, "https://site.example/")


def test_link_to_a_missing_file_stops_the_book(tmp_path: Path) -> None:
    """A link to a file that the site lacks is told too."""
    chapters = [chapter("<h1>A</h1><a href='../files/none.json'>the file</a>")]
    with pytest.raises(BuildError, match=r"a\.md: the link “the file” leads to files/none\.json"):
        resolve_links(chapters, tmp_path, "https://site.example/")


def test_missing_glyph_stops_the_book(built_site: Path) -> None:
    """A sign that the typeface lacks is told with page, heading and the words around it."""
    tree = chapter("<h1>A</h1><h2>Part two</h2><p>as it is 漢 here</p>").article
    expected = r"a\.md, under “Part two”: .*“漢” \(U\+6F22\), in “as it is 漢 here”"
    with pytest.raises(BuildError, match=expected):
        check_signs(tree, "a.md", known_signs(built_site))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<h1>A</h1><h3>Deep</h3>", r"a\.md, “Deep”: a heading h3 follows the h1 above it"),
        ("<h2>Low</h2>", r"a\.md, “Low”: the first heading is not of the first level"),
        ("<h1>A</h1><img src=b.png>", r"a\.md, under “A”: b\.png has no alternative text"),
        ("<h1>A</h1><svg role=img></svg>", r"a\.md, under “A”: the drawing has no alternative"),
        ("<h1>A</h1><a href=b> </a>", r"a\.md, under “A”: the link to b has no words"),
    ],
)
def test_what_is_hard_to_read_stops_the_book(html: str, told: str) -> None:
    """A heading that skips a level, a picture or a link without words: told with its place."""
    with pytest.raises(BuildError, match=told):
        check_chapter(chapter(html).article, "a.md")


def test_complaint_tells_its_place(built_site: Path) -> None:
    """A complaint of WeasyPrint's that names something of the book tells its page and heading."""
    html = (
        "<html lang=en><title>T</title><section class=chapter id=about>"
        "<h1>About</h1><p><img src=none.png alt=none></section></html>"
    )
    with pytest.raises(BuildError, match=r"about, under “About”: .*none\.png"):
        typeset(Book(html, {}), built_site)


def test_complaint_stops_the_book(built_site: Path) -> None:
    """What WeasyPrint only logs stops the build, in its own words."""
    html = "<html lang=en><title>T</title><p><img src=none.png alt=none></html>"
    with pytest.raises(BuildError, match=r"none\.png"):
        typeset(Book(html, {}), built_site)


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>below<p style='margin-top: -2.2em'>above", "page 1: “above” is drawn over “below”"),
        ("<p style='margin-left: 2000px'>far", "page 1: “far” is drawn beyond the margin"),
    ],
)
def test_words_out_of_place_stop_the_book(html: str, told: str, built_site: Path) -> None:
    """Words over other words or beyond the margin are told with page number and words."""
    face = "@font-face { font-family: Atkinson; src: url(fonts/atkinson-400.woff2) }"
    style = f"<style>{face} * {{ font: 16px Atkinson }}</style>"
    with pytest.raises(BuildError, match=told):
        typeset(Book(f"<html lang=en><title>T</title>{style}{html}</html>", {}), built_site)


def test_foreign_typeface_stops_the_book(built_site: Path) -> None:
    """Text set in a typeface of the machine's is told by that typeface's name."""
    html = "<html lang=en><title>T</title><p style='font-family: monospace'>code</html>"
    with pytest.raises(BuildError, match=r"text set in .*, which is not the site's typeface"):
        typeset(Book(html, {}), built_site)
