"""Two results side by side as a table."""

from collections.abc import Iterator, Mapping

from ..scoring.result import Range
from ..views.difference import Difference, Shift
from ..words import Words
from .blocks import Table
from .edition import Edition
from .phrasing import NOTHING, bands, change


def criterion_names(before: Edition, after: Edition) -> dict[str, str]:
    """Name the criteria of two sets of rules; the newer name goes before."""
    both = {**before.texts.criteria, **after.texts.criteria}
    return {key: text.name for key, text in both.items()}


def score_rows(
    words: Words, names: Mapping[str, str], result: Difference
) -> Iterator[tuple[str, ...]]:
    """List the overall result, then the criteria: before, after and how they moved."""
    yield _row(words, words.say("reasons.overall"), result["overall"])
    for key, shift in result["criteria"].items():
        yield _row(words, names[key], shift)


def band_row(before: Edition, after: Edition, result: Difference) -> tuple[str, ...]:
    """Name the bands before and after."""
    old = bands(before, result["before"]["bands"])
    new = bands(after, result["after"]["bands"])
    same = after.say("change.none" if old == new else "compare.other")
    return after.say("merge.band"), old, new, same


def result_table(
    words: Words, caption: str, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]
) -> Table:
    """Put rows under their columns; the first column tells what is compared."""
    return Table(caption, (words.say("compare.subject"), *columns), tuple(rows))


def _row(words: Words, name: str, shift: Shift) -> tuple[str, ...]:
    old, new = _span(words, shift["before"]), _span(words, shift["after"])
    return name, old, new, change(words, shift["change"])


def _span(words: Words, scores: Range | None) -> str:
    return words.span(scores) if scores else NOTHING
