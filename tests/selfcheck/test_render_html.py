"""The report as one HTML file: whole, readable by machines, and answers stay text."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.model import LANGS, Lang
from selfcheck.render.html import as_html
from selfcheck.reports.blocks import Bar, Bars, Block, Heading, Item, Items, Mark, Table, Text
from selfcheck.reports.edition import load_edition
from selfcheck.reports.report import report
from selfcheck.sheets.sheet import Sheet, template
from selfcheck.words import load_words

BANK = load()
EMPTY = template(BANK)
BEGUN = replace(EMPTY, answers=dict.fromkeys(BANK.answers, 1))
SWEDISH = load_words("sv")
VOID = {"meta", "rect", "line", "path"}
HOSTILE = "</title></style><script>alert(1)</script><img src=x onerror='a'>\"&amp;\x00"


class Page(HTMLParser):
    """Parses a page and keeps its tags, attributes and text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.unclosed: list[str] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Expect that it closes what was opened last."""
        assert self.unclosed.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text += data

    def count(self, tag: str) -> int:
        """Count the tags of a kind."""
        return sum(name == tag for name, _ in self.tags)


def page(sheet: Sheet, lang: Lang = "en", base: str = "") -> Page:
    """Write and parse the report on a sheet."""
    words = load_words(lang)
    blocks = report(load_edition(BANK, lang), sheet)
    return Page(as_html(blocks, words, base))


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_whole(lang: Lang) -> None:
    """It has its language, a title, one main heading, and every tag is closed."""
    found = page(EMPTY, lang)

    assert ("html", {"lang": lang}) in found.tags
    assert [found.count(tag) for tag in ("title", "h1", "main", "svg")] == [1, 1, 1, 1]
    assert found.unclosed == []


def test_every_heading_cell_has_its_scope() -> None:
    """Tables have captions, and their headings say whether they head a row or a column."""
    found = page(EMPTY)
    scopes = {attributes.get("scope") for tag, attributes in found.tags if tag == "th"}

    assert scopes == {"col", "row"}
    assert found.count("caption") == found.count("table") == found.count("thead")


def test_headings_do_not_skip() -> None:
    """A heading is at most one level below the one before it."""
    levels = [int(tag[1]) for tag, _ in page(EMPTY).tags if tag in ("h1", "h2", "h3")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_bars_have_a_text_twin() -> None:
    """The drawing is named with all its numbers, which also stand in the table after it."""
    drawing = next(attributes for tag, attributes in page(EMPTY).tags if tag == "svg")

    assert drawing["role"] == "img"
    assert (drawing["aria-label"] or "").count("0.0–100.0") == len(BANK.halves)


def test_bars_are_drawn_to_scale() -> None:
    """Six units stand for a point; what is possible begins where what is certain ends."""
    bars = Bars("c", (Bar("a", "A", 25.0, 50.0, "25–50"),), (Mark(45, "near"),))
    found = Page(as_html((Heading(1, "t"), bars), load_words("en")))
    places = {a["class"]: (a["x"], a["width"]) for tag, a in found.tags if tag == "rect"}

    assert places == {"track": ("0", "600"), "possible": ("150", "150"), "sure": ("0", "150")}
    assert next(a["x1"] for tag, a in found.tags if tag == "line") == "270"


def test_nothing_is_loaded_or_run() -> None:
    """No script, no address but links, no handler; the page's own policy forbids the rest."""
    found = page(replace(EMPTY, organisation=HOSTILE, role=HOSTILE), base="https://x.example/fi/")
    names = {name for _, attributes in found.tags for name in attributes}
    policy = next(a["content"] for _, a in found.tags if "http-equiv" in a)

    assert not {"src", "srcset", "style", "onerror", "onload"} & names
    assert found.count("script") == found.count("img") == 0
    assert (policy or "").startswith("default-src 'none'")


def test_markup_in_answers_stays_text() -> None:
    """Whatever a file says is shown as it was written."""
    hostile = replace(
        EMPTY,
        organisation=HOSTILE,
        role=HOSTILE,
        partners=(HOSTILE,),
        kept={"evidence": dict.fromkeys(BANK.retired, HOSTILE)},
        evidence=dict.fromkeys(BANK.ids, HOSTILE),
    )

    shown = page(hostile).text

    assert shown.count("<script>alert(1)</script><img src=x onerror='a'>\"&amp;") == 3 + len(
        (*BANK.ids, *BANK.retired)
    )


@given(st.text(min_size=1, max_size=60))
def test_any_text_stays_text(text: str) -> None:
    """In every place of every block, any text comes out as itself, control characters aside."""
    blocks: tuple[Block, ...] = (
        Heading(1, text),
        Text(text),
        Items((Item(text, text, "criteria.md#will"),)),
        Table(text, (text,), ((text,),)),
        Bars(text, (Bar("a", text, 0, 1, text),), (Mark(1, text),)),
    )
    plain = Page(as_html(tuple(_worded(block) for block in blocks), SWEDISH))
    found = Page(as_html(blocks, SWEDISH))
    clean = "".join(c if c.isprintable() else " " for c in text)

    assert [tag for tag, _ in found.tags] == [tag for tag, _ in plain.tags]
    assert found.text.count(clean) >= 9


def _worded(block: Block) -> Block:
    """Give a block of the same kind with harmless words."""
    match block:
        case Heading():
            return Heading(1, "x")
        case Text():
            return Text("x")
        case Items():
            return Items((Item("x", "x", "criteria.md#will"),))
        case Table():
            return Table("x", ("x",), (("x",),))
        case Bars():
            return Bars("x", (Bar("a", "x", 0, 1, "x"),), (Mark(1, "x"),))


def test_pages_are_links_when_the_site_is_known() -> None:
    """With the site's address its pages are linked; without, they are named."""
    links = [
        a["href"] or "" for tag, a in page(BEGUN, base="https://x.example/en/").tags if tag == "a"
    ]

    assert links
    assert all(link.startswith("https://x.example/en/") for link in links)
    assert page(BEGUN).count("a") == 0
