"""What changed rules would do to stored sheets: their result under either set of rules."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypedDict

from ..model import Bank
from ..scoring.score import score
from ..scoring.tally import tally
from ..sheets.sheet import Sheet
from .difference import Difference, difference


class Preview(TypedDict):
    """One sheet under both sets of rules; `lost` are the answers the new rules cannot take."""

    result: Difference
    lost: list[str]


def preview(old: Bank, new: Bank, sheet: Sheet) -> Preview:
    """Score a sheet that was read under the old rules by both."""
    moved = moved_to(new, sheet)
    return {
        "result": difference(score(tally(old, sheet)), score(tally(new, moved))),
        "lost": _lost(sheet, moved),
    }


def moved_to(bank: Bank, sheet: Sheet) -> Sheet:
    """Keep of a sheet what the rules of the bank know."""
    return replace(
        sheet,
        rules=bank.version,
        conditions={key: v for key, v in sheet.conditions.items() if key in bank.standings},
        answers={key: v for key, v in sheet.answers.items() if v in bank.answers.get(key, ())},
        evidence={key: text for key, text in sheet.evidence.items() if key in bank.ids},
    )


def _lost(sheet: Sheet, moved: Sheet) -> list[str]:
    """List the ids whose answer is known but no longer counts."""
    before: Mapping[str, object] = {**sheet.conditions, **sheet.answers}
    after: Mapping[str, object] = {**moved.conditions, **moved.answers}
    return [key for key, value in before.items() if value != "unknown" and key not in after]
