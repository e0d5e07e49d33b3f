"""Each kind of block in each medium, drawn to the last sign."""

import pytest

from selfcheck.render.html import as_html
from selfcheck.render.markdown import as_markdown
from selfcheck.render.style import STYLE
from selfcheck.render.text import WIDTH, as_text
from selfcheck.reports.blocks import Bar, Bars, Block, Heading, Item, Items, Mark, Table, Text
from selfcheck.words import Words

WORDS = Words("en", {"report.page": "More: {page}"})
BLOCKS: tuple[Block, ...] = (
    Heading(1, "A title"),
    Text("A paragraph."),
    Heading(2, "A part", folded=True),
    Items((Item("alone"), Item("head", "detail"), Item("guided", page="criteria.md#will"))),
    Heading(3, "Below"),
    Bars(
        "Bars",
        (Bar("a", "A", 40.0, 60.0, "40–60"), Bar("b", "Longer", 0.0, 100.0, "0–100")),
        (Mark(50, "half"),),
    ),
    Table("A table", ("one", "two"), (("r", "1"), ("longer", "2"))),
)
TEXT = """\
A title
=======

A paragraph.

A part
------

• alone
• head
  detail
• guided
  More: criteria/#will

Below
-----

A
  ██████████▒▒▒▒▒··········  40–60
Longer
  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  0–100

A table
one     two
------  ---
r       1
longer  2
"""
MARKDOWN = """\
# A title

A paragraph.

## A part

- alone
- **head**

  detail
- **guided**

  More: criteria/\\#will

### Below

**A table**

| one | two |
| --- | --- |
| r | 1 |
| longer | 2 |
"""
HTML = """\
<body>
<main>
<h1>A title</h1>
<p>A paragraph.</p>
<h2>A part</h2>
<ul>
<li>alone</li>
<li><strong>head</strong>
<p>detail</p></li>
<li><strong>guided</strong>
<p><a href="https://x.example/criteria/#will">More: https://x.example/criteria/#will</a></p></li>
</ul>
<h3>Below</h3>
<figure>
<figcaption aria-hidden="true">Bars</figcaption>
<svg viewBox="0 0 600 128" role="img" aria-label="A: 40–60; Longer: 0–100">
<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">
<path class="hatch" d="M0 8 8 0" stroke="#0b5a7a"/></pattern></defs>
<text x="0" y="16">A</text>
<text class="end" text-anchor="end" x="600" y="16">40–60</text>
<rect class="track" x="0" y="22" width="600" height="18" fill="#eef2f5" stroke="#c3ccd4"/>
<rect class="possible" x="240" y="22" width="120" height="18" fill="url(#hatch)" stroke="#0b5a7a"/>
<rect class="sure" x="0" y="22" width="240" height="18" fill="#0b5a7a"/>
<text x="0" y="68">Longer</text>
<text class="end" text-anchor="end" x="600" y="68">0–100</text>
<rect class="track" x="0" y="74" width="600" height="18" fill="#eef2f5" stroke="#c3ccd4"/>
<rect class="possible" x="0" y="74" width="600" height="18" fill="url(#hatch)" stroke="#0b5a7a"/>
<rect class="sure" x="0" y="74" width="0" height="18" fill="#0b5a7a"/>
<line class="edge" x1="300" y1="18" x2="300" y2="44" stroke="#fff" stroke-width="4"/>
<line x1="300" y1="18" x2="300" y2="44" stroke="#1b2530" stroke-width="1.5"/>
<line class="edge" x1="300" y1="70" x2="300" y2="96" stroke="#fff" stroke-width="4"/>
<line x1="300" y1="70" x2="300" y2="96" stroke="#1b2530" stroke-width="1.5"/>
<text class="mark" text-anchor="middle" x="300" y="124">50</text>
</svg>
</figure>
<div class="table" role="region" aria-label="A table" tabindex="0">
<table>
<caption>A table</caption>
<thead><tr>
<th scope="col">one</th>
<th scope="col">two</th>
</tr></thead>
<tbody>
<tr><th scope="row">r</th><td>1</td></tr>
<tr><th scope="row">longer</th><td>2</td></tr>
</tbody>
</table>
</div>
</main>
</body>
</html>
"""
HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; \
style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A title</title>
<style>
"""


def test_as_text() -> None:
    """Headings are underlined, a list has points, bars are drawn of blocks, columns line up."""
    assert as_text(BLOCKS, WORDS) == TEXT


def test_as_markdown() -> None:
    """Bars are left to their table; what heads more is bold."""
    assert as_markdown(BLOCKS, WORDS) == MARKDOWN


def test_as_html() -> None:
    """One file with its style, in which nothing runs and all is labelled."""
    whole = as_html(BLOCKS, WORDS, "https://x.example/")

    assert whole == f"{HEAD}{STYLE}</style>\n</head>\n{HTML}"


def test_without_an_address_nothing_is_linked() -> None:
    """A file that does not know the site names its pages."""
    page = as_html((Heading(1, "t"), Items((Item("x", page="a/b.md"),))), WORDS)

    assert "<p>More: a/b/</p>" in page
    assert "<a" not in page


def test_a_score_between_two_units_is_drawn_to_a_tenth() -> None:
    """A sixth of a unit is less than anyone sees, so places have one decimal at most."""
    bars = Bars("c", (Bar("a", "A", 33.3, 66.7, "x"),), ())
    page = as_html((Heading(1, "t"), bars), WORDS)

    assert 'class="possible" x="199.8" y="22" width="200.4"' in page


def test_the_widest_columns_give_way() -> None:
    """A table as wide as the page: the widest columns share what is left, narrow ones stay."""
    table = Table("t", ("one", "two", "n"), (("a " * 40, "b " * 60, "c"),))

    _, _, rule, *rows = as_text((table,), WORDS).splitlines()

    assert [len(part) for part in rule.split("  ")] == [41, 42, 1]
    assert rows[0] == f"{'a ' * 21} {'b ' * 21}  c"
    assert max(map(len, rows)) <= WIDTH


def test_columns_stay_wide_enough_to_read() -> None:
    """With more columns than room no column is narrower than twelve signs: the page gives way."""
    table = Table("t", ("head",) * 8, (("word " * 10,) * 8,))

    _, heads, rule, first, *_ = as_text((table,), WORDS).splitlines()

    assert rule == "  ".join(["-" * 12] * 8)
    assert first == "  ".join(["word word"] + ["   word word"] * 7)
    assert heads.startswith("head          head")


def test_long_words_are_not_broken_at_hyphens() -> None:
    """An id or an address stays in one piece where it fits on a line."""
    word = "very-" * 12 + "long"

    assert word in as_text((Text(f"{'x' * 40} {word}"),), WORDS).splitlines()


def test_a_table_cell_is_one_clean_line() -> None:
    """Line breaks and control characters in a cell do not move its neighbours."""
    table = Table("t", ("a", "b"), (("x\n\ty\x1b", "z"),))

    assert as_text((table,), WORDS).splitlines()[-1] == "x y  z"
    assert as_markdown((table,), WORDS).splitlines()[-1] == "| x y | z |"


def test_a_bar_ends_where_its_score_is() -> None:
    """One cell of a bar stands for four points, rounded."""
    bars = Bars("c", (Bar("a", "A", 6.1, 93.9, "x"),), ())

    assert as_text((bars,), WORDS) == f"A\n  ██{'▒' * 21}··  x\n"


@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        ("1. x", "1\\. x"),
        ("12) x", "12\\) x"),
        ("1.5 x", "1.5 x"),
        ("1.", "1\\."),
        ("- x", "\\- x"),
        ("+ x", "\\+ x"),
        ("=== x", "\\=== x"),
        ("a - b", "a - b"),
        ("a. b", "a. b"),
        ("\\`*_[]<>|#~&", "\\\\\\`\\*\\_\\[\\]\\<\\>\\|\\#\\~\\&"),
    ],
)
def test_markdown_shows_text_as_it_stands(value: str, escaped: str) -> None:
    """What would be a list, a heading, a rule or markup is escaped, and nothing else is."""
    assert as_markdown((Text(value),), WORDS) == escaped + "\n"


def test_bars_without_names_are_drawn() -> None:
    """No bar, no line; nothing breaks."""
    assert as_text((Bars("c", (), ()),), WORDS) == "\n"
    assert as_text((Heading(2, " "),), WORDS) == "\n"
