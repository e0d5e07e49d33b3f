"""Bars drawn as SVG: what is certain is full, what is possible is hatched, borders are lines."""

from collections.abc import Iterator

from ..reports.blocks import Bar, Bars
from .markup import escaped

WIDTH = 600  # six units for each point from 0 to 100
ROW = 52  # a label above, a bar below
TOP, BAR = 22, 18  # of a row: where its bar begins, and how high it is
SCALE = 24  # room under the bars for the figures of the marks
# Colours for programs that do not read the page's style; where it is read, it rules.
FILLS = {
    "track": 'fill="#eef2f5" stroke="#c3ccd4"',
    "possible": 'fill="url(#hatch)" stroke="#0b5a7a"',
    "sure": 'fill="#0b5a7a"',
}


def draw(bars: Bars) -> Iterator[str]:
    """Draw bars as a figure; a table with the same numbers follows it in the report."""
    height = ROW * len(bars.bars) + SCALE
    told = "; ".join(f"{bar.label}: {bar.text}" for bar in bars.bars)
    yield f'<figure>\n<figcaption aria-hidden="true">{escaped(bars.caption)}</figcaption>'
    yield f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escaped(told)}">'
    yield '<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">'
    yield '<path class="hatch" d="M0 8 8 0" stroke="#0b5a7a"/></pattern></defs>'
    for n, bar in enumerate(bars.bars):
        yield from _bar(bar, n * ROW)
    for mark in bars.marks:
        yield from _mark(mark.value, height)
    yield "</svg>\n</figure>"


def _bar(bar: Bar, top: int) -> Iterator[str]:
    sure, possible = _wide(bar.low), _wide(bar.high)
    yield f'<text x="0" y="{top + 16}">{escaped(bar.label)}</text>'
    place = f'text-anchor="end" x="{WIDTH}" y="{top + 16}"'
    yield f'<text class="end" {place}>{escaped(bar.text)}</text>'
    yield _rectangle("track", 0, top, WIDTH)
    yield _rectangle("possible", sure, top, possible - sure)
    yield _rectangle("sure", 0, top, sure)


def _rectangle(kind: str, left: float, top: int, width: float) -> str:
    place = f'x="{left:g}" y="{top + TOP}" width="{width:g}" height="{BAR}"'
    return f'<rect class="{kind}" {place} {FILLS[kind]}/>'


def _mark(value: int, height: int) -> Iterator[str]:
    """Draw a border across each bar, clear of the labels, with a pale edge to show on full bars."""
    x = f"{_wide(value):g}"
    for top in range(TOP - 4, height - SCALE, ROW):
        place = f'x1="{x}" y1="{top}" x2="{x}" y2="{top + BAR + 8}"'
        yield f'<line class="edge" {place} stroke="#fff" stroke-width="4"/>'
        yield f'<line {place} stroke="#1b2530" stroke-width="1.5"/>'
    yield f'<text class="mark" text-anchor="middle" x="{x}" y="{height - 4}">{value}</text>'


def _wide(score: float) -> float:
    return round(score * WIDTH / 100, 1)
