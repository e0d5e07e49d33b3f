"""The result told in a reader's language, whole: where they are, why, and what to do next."""

from ..scoring.score import score
from ..scoring.tally import tally
from ..scoring.timetable import Span
from ..sheets.sheet import Sheet
from .blocks import Block
from .details import details
from .edition import Edition
from .outcome import outcome


def report(edition: Edition, sheet: Sheet, span: Span | None = None) -> tuple[Block, ...]:
    """Write the whole report on a sheet: its outcome, then its details; `span` dates the steps."""
    here = tally(edition.bank, sheet)
    result = score(here)
    return outcome(edition, here, result, span) + details(edition, here, result)
