"""The result told in a reader's language, whole: where they are, why, and what to do next."""

from ..bank import Texts
from ..model import Bank
from ..scoring.timetable import Span
from ..sheets.sheet import Sheet
from ..words import Words
from .blocks import Block
from .details import details
from .outcome import outcome


def report(
    bank: Bank, texts: Texts, words: Words, sheet: Sheet, span: Span | None = None
) -> tuple[Block, ...]:
    """Write the whole report on a sheet: its outcome, then its details."""
    _, told = outcome(bank, texts, words, sheet, span)
    return told + details(bank, texts, words, sheet)
