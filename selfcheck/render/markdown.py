"""A report as Markdown."""

import re
from collections.abc import Iterator

from ..reports.blocks import Bars, Block, Heading, Item, Items, Table, Text
from ..words import Words
from .plain import one_line, read_more

SIGNS = re.compile(r"([\\`*_\[\]<>|#~&])")
LINE_START = re.compile(r"^(\d*)([-+=]|[.)](?=\s|$))")


def as_markdown(blocks: tuple[Block, ...], words: Words) -> str:
    """Render a report as Markdown; bars are left to the table that follows them."""
    shown = (block for block in blocks if not isinstance(block, Bars))
    return "\n\n".join("\n".join(_markdown_lines(block, words)) for block in shown) + "\n"


def _markdown_lines(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Heading(level, title):
            yield "#" * level + " " + _escaped(title)
        case Text(body):
            yield _escaped(body)
        case Items(items):
            for item in items:
                yield from _markdown_item(item, words)
        case Table(caption, columns, rows):
            yield from (f"**{_escaped(caption)}**", "", _markdown_row(columns))
            yield "|" + " --- |" * len(columns)
            yield from map(_markdown_row, rows)


def _markdown_item(item: Item, words: Words) -> Iterator[str]:
    """Write an entry; what heads more than itself is bold, as in every other medium."""
    text = _escaped(item.text)
    yield f"- **{text}**" if item.heads else f"- {text}"
    if item.detail:
        yield from ("", "  " + _escaped(item.detail))
    if item.page:
        yield from ("", "  " + _escaped(read_more(item.page, words)))


def _markdown_row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_escaped, cells)) + " |"


def _escaped(value: str) -> str:
    """Escape a text so that Markdown shows it as it stands."""
    return LINE_START.sub(r"\1\\\2", SIGNS.sub(r"\\\1", one_line(value)))
