"""A report as plain text for a terminal or a letter, and as Markdown."""

import re
import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from .blocks import Bars, Block, Heading, Item, Items, Table, Text
from .words import Words

WIDTH = 88
BAR = 25  # cells; one for every four points
NARROWEST = 12
SIGNS = re.compile(r"([\\`*_\[\]<>|#~&])")
LINE_START = re.compile(r"^(\d*)([-+=]|[.)](?=\s|$))")


def text(blocks: tuple[Block, ...], words: Words) -> str:
    """Render a report as plain text, at most 88 characters wide."""
    return "\n\n".join("\n".join(_text_lines(block, words)) for block in blocks) + "\n"


def markdown(blocks: tuple[Block, ...], words: Words) -> str:
    """Render a report as Markdown; bars are left to the table that follows them."""
    shown = (block for block in blocks if not isinstance(block, Bars))
    return "\n\n".join("\n".join(_markdown_lines(block, words)) for block in shown) + "\n"


def site_path(page: str) -> str:
    """Give the address on the site of a page of the bank: "criteria.md#will" → "criteria/#will"."""
    path, _, anchor = page.partition("#")
    path = path.removesuffix(".md").removesuffix("index")
    folder = path if path.endswith("/") or not path else path + "/"
    return f"{folder}#{anchor}" if anchor else folder


def _clean(value: str) -> str:
    """Make one line without control characters: a report may quote a file from anywhere."""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _text_lines(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Heading(level, title):
            yield from (lines := _wrapped(title))
            yield ("=" if level == 1 else "-") * max(map(len, lines))
        case Text(body):
            yield from _wrapped(body)
        case Items(ordered, items):
            for n, item in enumerate(items, 1):
                yield from _text_item(f"{n}. " if ordered else "• ", item, words)
        case Table(caption, columns, rows):
            yield from (*_wrapped(caption), *_text_table((columns, *rows)))
        case Bars(_, bars, _):
            width = max((len(bar.label) for bar in bars), default=0)
            for bar in bars:
                yield f"{bar.label:{width}}  {_drawn(bar.low, bar.high)}  {bar.text}"


def _wrapped(value: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        _clean(value), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _text_item(sign: str, item: Item, words: Words) -> Iterator[str]:
    indent = " " * len(sign)
    yield from _wrapped(item.text, sign, indent)
    if item.detail:
        yield from _wrapped(item.detail, indent, indent)
    if item.page:
        yield from _wrapped(_read_more(item.page, words), indent, indent)


def _read_more(page: str, words: Words) -> str:
    return words.say("report.page", page=site_path(page))


def _drawn(low: float, high: float) -> str:
    sure, possible = round(low / 100 * BAR), round(high / 100 * BAR)
    return "█" * sure + "▒" * (possible - sure) + "·" * (BAR - possible)


def _text_table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    widths = _widths([[len(_clean(cell)) for cell in row] for row in rows])
    yield from _text_row(rows[0], widths)
    yield "  ".join("-" * width for width in widths)
    for row in rows[1:]:
        yield from _text_row(row, widths)


def _widths(lengths: list[list[int]]) -> list[int]:
    """Choose a width for each column; the widest give way until the table fits."""
    widths = [max(column) for column in zip(*lengths, strict=True)]
    room = WIDTH - 2 * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _text_row(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    cells = [textwrap.wrap(_clean(cell), width) for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        padded = (part.ljust(width) for part, width in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _markdown_lines(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Heading(level, title):
            yield "#" * level + " " + _escaped(title)
        case Text(body):
            yield _escaped(body)
        case Items(ordered, items):
            for n, item in enumerate(items, 1):
                yield from _markdown_item(f"{n}. " if ordered else "- ", item, words)
        case Table(caption, columns, rows):
            yield from (f"**{_escaped(caption)}**", "", _markdown_row(columns))
            yield "|" + " --- |" * len(columns)
            yield from map(_markdown_row, rows)


def _markdown_item(sign: str, item: Item, words: Words) -> Iterator[str]:
    indent = " " * len(sign)
    yield sign + _escaped(item.text)
    if item.detail:
        yield from ("", indent + _escaped(item.detail))
    if item.page:
        yield from ("", indent + _escaped(_read_more(item.page, words)))


def _markdown_row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_escaped, cells)) + " |"


def _escaped(value: str) -> str:
    """Escape a text so that Markdown shows it as it stands."""
    return LINE_START.sub(r"\1\\\2", SIGNS.sub(r"\\\1", _clean(value)))
