"""A report as plain text for a terminal or a letter."""

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from ..reports.blocks import Bars, Block, Heading, Item, Items, Table, Text
from ..words import Words
from .plain import one_line, read_more

WIDTH = 88
BAR = 25  # cells; one for every four points
NARROWEST = 12


def as_text(blocks: tuple[Block, ...], words: Words) -> str:
    """Render a report as plain text, at most 88 characters wide."""
    return "\n\n".join("\n".join(_text_lines(block, words)) for block in blocks) + "\n"


def _text_lines(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Heading(level, title):
            yield from (lines := _wrapped(title))
            yield ("=" if level == 1 else "-") * max(map(len, lines), default=0)
        case Text(body):
            yield from _wrapped(body)
        case Items(items):
            for item in items:
                yield from _text_item(item, words)
        case Table(caption, columns, rows):
            yield from (*_wrapped(caption), *_text_table((columns, *rows)))
        case Bars(_, bars):
            for bar in bars:
                yield from _wrapped(bar.label)
                yield f"  {_drawn(bar.low, bar.high)}  {bar.text}"


def _wrapped(value: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        one_line(value), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _text_item(item: Item, words: Words) -> Iterator[str]:
    yield from _wrapped(item.text, "• ", "  ")
    if item.detail:
        yield from _wrapped(item.detail, "  ", "  ")
    if item.page:
        yield from _wrapped(read_more(item.page, words), "  ", "  ")


def _drawn(low: float, high: float) -> str:
    sure, possible = round(low / 100 * BAR), round(high / 100 * BAR)
    return "█" * sure + "▒" * (possible - sure) + "·" * (BAR - possible)


def _text_table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    widths = _widths([[len(one_line(cell)) for cell in row] for row in rows])
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
    cells = [textwrap.wrap(one_line(cell), width) for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        padded = (part.ljust(width) for part, width in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()
