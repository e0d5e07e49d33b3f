"""A report as one HTML file that stands alone: readable, printable, and nothing in it runs."""

from collections.abc import Iterator

from ..reports.blocks import Bars, Block, Heading, Item, Items, Table, Text
from ..words import Words
from .address import site_path
from .bars import draw
from .markup import element, escaped
from .style import STYLE

# Whatever an answer contains, the file may load nothing and run nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_html(blocks: tuple[Block, ...], words: Words, base: str = "") -> str:
    """Render a report as an HTML document.

    With `base`, the address of the site in the reader's language, pages of the site are links.
    """
    title = next(b.text for b in blocks if isinstance(b, Heading) and b.level == 1)
    body = "\n".join(line for block in blocks for line in _lines(block, words, base))
    return (
        f'<!doctype html>\n<html lang="{words.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escaped(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _lines(block: Block, words: Words, base: str) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield element(f"h{level}", text)
        case Text(text):
            yield element("p", text)
        case Items(items):
            yield "<ul>"
            yield from (_item(item, words, base) for item in items)
            yield "</ul>"
        case Table(caption, columns, rows):
            yield from _table(caption, columns, rows)
        case Bars():
            yield from draw(block)


def _item(item: Item, words: Words, base: str) -> str:
    parts = [element("strong", item.text) if item.heads else escaped(item.text)]
    if item.detail:
        parts.append(element("p", item.detail))
    if item.page:
        parts.append(f"<p>{_link(item.page, words, base)}</p>")
    return "<li>" + "\n".join(parts) + "</li>"


def _link(page: str, words: Words, base: str) -> str:
    path = site_path(page)
    more = escaped(words.say("report.page", page=base + path))
    return f'<a href="{escaped(base + path)}">{more}</a>' if base else more


def _table(
    caption: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> Iterator[str]:
    """Write a table whose headings say what they head; it scrolls by itself when it is wide."""
    name = escaped(caption)
    yield f'<div class="table" role="region" aria-label="{name}" tabindex="0">'
    yield f"<table>\n<caption>{name}</caption>\n<thead><tr>"
    yield from (f'<th scope="col">{escaped(column)}</th>' for column in columns)
    yield "</tr></thead>\n<tbody>"
    for first, *cells in rows:
        others = "".join(element("td", cell) for cell in cells)
        yield f'<tr><th scope="row">{escaped(first)}</th>{others}</tr>'
    yield "</tbody>\n</table>\n</div>"
