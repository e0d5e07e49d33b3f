"""The PDF edition: what stands in it."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup

from macros.model.facts import Facts
from macros.model.load import facts
from publish.book.assemble import Book
from publish.book.chapters import Chapter
from publish.config import config
from publish.pdf.typeset import typeset
from selfcheck.bank import load
from selfcheck.model import Lang, numbers
from tests.publish.letters import FACE, text_of


@pytest.fixture(scope="session")
def every_fact() -> Facts:
    """The site's own facts."""
    return facts()


@pytest.fixture(scope="session")
def pdf_file(built_site: Path) -> Path:
    """The Finnish book as a file."""
    return built_site / "pdf" / "soske-fi.pdf"


@pytest.fixture(scope="session")
def pdf(pdf_file: Path) -> Iterator[pikepdf.Pdf]:
    """The Finnish book, opened."""
    with pikepdf.open(pdf_file) as opened:
        yield opened


def test_every_page_is_a_chapter(html: BeautifulSoup) -> None:
    """Every page of the menu is a chapter, in the menu's order."""
    keys = [str(section["id"]) for section in html.select("section.chapter")]
    assert keys == [Chapter(page, "", html).key for page in config().pages]


def test_contents_name_every_chapter(html: BeautifulSoup) -> None:
    """The contents list each chapter under its heading."""
    entries = [link.get_text() for link in html.select(".contents__chapters > li > a")]
    headings = [heading.get_text() for heading in html.select("section.chapter > h1")]
    assert entries == [f"{number} {text}" for number, text in enumerate(headings, start=1)]


def test_no_dead_anchor(html: BeautifulSoup) -> None:
    """Every link within the book has its place, and no place exists twice."""
    ids = [str(element["id"]) for element in html.select("[id]")]
    assert len(ids) == len(set(ids))
    links = html.select("a[href^='#']")
    assert {str(link["href"]).removeprefix("#") for link in links} <= set(ids)


def test_nothing_to_click(html: BeautifulSoup) -> None:
    """Nothing is left that only a screen can work, and nothing that depends on the day."""
    left = html.select("script, noscript, button, details, [data-state]")
    assert [element.name for element in left if "selfcheck" not in str(element.get("id"))] == []


def test_worksheet_holds_every_question(html: BeautifulSoup) -> None:
    """The worksheet has every question of the bank with its number, points 0–3 and buttons."""
    questions = html.select(".question:has(.question__number)")
    shown = [str(question.select(".question__number")[0].get_text()) for question in questions]
    bank = load()
    asked = [numbers(bank)[question.id] for question in bank.questions if not question.round]
    assert shown == asked
    for question in questions:
        points = [point.get_text() for point in question.select(".choice__points")]
        assert points == ["0", "1", "2", "3"]
        choices = question.select("li.choice")
        assert len(question.select("li input[type=radio]")) == len(choices) >= 5


def test_scoring_key_follows_the_worksheet(html: BeautifulSoup) -> None:
    """After the worksheet stands how its points are added up."""
    worksheet = html.select_one(".worksheet")
    assert worksheet
    assert worksheet.find_next(class_="scoring-key")


def test_addresses_are_printed(html: BeautifulSoup) -> None:
    """A link out of the book shows its address on paper too."""
    for link in html.select("a[href^='http']"):
        host = str(link["href"]).split("/")[2].removeprefix("www.")
        assert host in link.get_text()


def test_checksums_are_whole(built_site: Path, html: BeautifulSoup, lang: Lang) -> None:
    """A checksum is set without a hyphen that a reader would copy along."""
    shown = set(re.findall(r"\b[0-9a-f]{64}\b", html.get_text()))
    assert shown
    with pikepdf.open(built_site / "pdf" / f"soske-{lang}.pdf") as book:
        whole = "".join(text_of(book, number) for number in range(len(book.pages)))
    assert shown <= set(re.findall(r"\b[0-9a-f]{64}\b", whole))


def test_contents_are_grouped(html: BeautifulSoup, lang: Lang, every_fact: Facts) -> None:
    """The contents stand under the labels of the site's menu, each with its chapters."""
    labels = [label.get_text() for label in html.select(".contents h2")]
    sections = every_fact.language(lang).sections.model_dump().values()
    assert labels == [label for label in sections if label in labels]
    assert len(labels) >= 5
    assert len(html.select(".contents h2 + ol")) == len(labels)


def test_no_page_is_nearly_empty(built_site: Path, lang: Lang) -> None:
    """Only the last page may hold a few lines alone; the cover is its own."""
    with pikepdf.open(built_site / "pdf" / f"soske-{lang}.pdf") as book:
        lengths = [len(text_of(book, number)) for number in range(1, len(book.pages) - 1)]
    assert [number for number, length in enumerate(lengths, start=2) if length < 250] == []


def test_light(built_site: Path) -> None:
    """Each file is under 3 MB."""
    for file in (built_site / "pdf").glob("*.pdf"):
        assert file.stat().st_size < 3_000_000


def test_contents_show_page_numbers(pdf: pikepdf.Pdf) -> None:
    """In the contents each chapter stands with the page on which it starts."""
    lines = "".join(text_of(pdf, number) for number in range(1, 6))
    shown = re.findall(r"(\d+)$", lines, re.MULTILINE)
    with pdf.open_outline() as outline:
        places = [item.destination for item in outline.root]
    pages = [place[0] for place in places if isinstance(place, pikepdf.Array)]
    starts = [pdf.pages.index(pikepdf.Page(page)) + 1 for page in pages]
    assert starts == sorted(set(starts))
    assert len(starts) == len(config().pages) + 1
    assert {str(start) for start in starts[1:]} <= set(shown)


def test_language_and_title(pdf: pikepdf.Pdf, every_fact: Facts) -> None:
    """The file tells its language and title, and readers show the title."""
    name = every_fact.language("fi").site_name
    assert str(pdf.Root.Lang) == "fi"
    assert str(pdf.docinfo.Title).startswith(name)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(pdf.Root.MarkInfo.Marked)


def test_every_link_resolves(pdf: pikepdf.Pdf) -> None:
    """Every link of the file leads to a place that the file has, and says in words where."""
    places = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
    links = [note for page in pdf.pages for note in page.get("/Annots", [])]
    within = [link for link in links if "/Dest" in link]
    assert len(within) > 100
    assert {str(link.Dest) for link in within} <= places
    assert all(str(link.Contents) and str(link.Contents) not in places for link in within)


def test_header_cells_have_a_scope(pdf: pikepdf.Pdf) -> None:
    """Every header cell says whether it heads a column or a row."""
    cells = [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name.TH
    ]
    assert cells
    assert {str(cell.A.Scope) for cell in cells} == {"/Column", "/Row"}


def test_letters(pdf: pikepdf.Pdf) -> None:
    """Å, ä and ö can be copied and searched."""
    assert "Sisällys" in text_of(pdf, 1)
    whole = "".join(text_of(pdf, number) for number in range(len(pdf.pages)))
    assert set("åäöÄ") <= set(whole)


def test_only_the_sites_typeface(pdf: pikepdf.Pdf) -> None:
    """Every font is the site's own and embedded."""
    fonts = [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]
    assert all("Atkinson" in str(font.FontName) for font in fonts)
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_same_bytes_again(built_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small book is set into the same bytes on another date; whole ones, by another test."""
    text = "<title>T</title><h1>A</h1><p><a href='https://a.example'>b</a>"
    small = Book(f"<html lang=en><style>{FACE}</style>{text}</html>", {})
    once = typeset(small, built_site)
    monkeypatch.setenv("SOSKE_TODAY", "2031-05-05")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")

    assert typeset(small, built_site) == once


def test_open_pdf_is_whole(pdf_file: Path) -> None:
    """The file has no fault that a strict reader would stumble over."""
    with pikepdf.open(BytesIO(pdf_file.read_bytes())) as opened:
        assert opened.check_pdf_syntax() == []
