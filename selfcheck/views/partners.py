"""Partners of a joint application seen side by side: the group has what every partner has.

Colleagues who differ see one organisation differently; partners who differ are two organisations.
So nothing is a contradiction here, and where they differ the group is where the last of them is.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from ..jsontext import canonical
from ..model import Answer, Bank, Standing, is_done
from ..scoring.result import Range, Result
from ..scoring.score import score
from ..scoring.tally import tally
from ..sheets.sheet import Sheet, plain
from .merged_sheet import partners_sheet
from .naming import distinct

PILOT = "will-candidates"  # done once a partner has a procurement of its own to put forward


class Partner(TypedDict):
    """One of the applicants, with the result of its own sheet."""

    name: str
    rules: str
    date: str
    bands: list[str]
    overall: Range


class Column(TypedDict):
    """What every partner says of one condition or question, and what the group has."""

    answers: list[Answer | Standing]
    merged: Answer | Standing


class Joint(TypedDict):
    """Everyone's answers in the order of the partners.

    `differ` lists where they are not alike, `pilots` the partners that put a procurement forward.
    `sheet` is the answer file of the group and `result` its score.
    """

    rules: str
    partners: list[Partner]
    conditions: dict[str, Column]
    questions: dict[str, Column]
    differ: list[str]
    pilots: list[str]
    result: Result
    sheet: dict[str, object]


def are_partners(sheets: Iterable[Sheet]) -> bool:
    """Tell whether sheets come from different organisations."""
    return len({sheet.organisation.strip() for sheet in sheets} - {""}) > 1


def join(bank: Bank, sheets: Iterable[Sheet]) -> Joint:
    """Put at least one partner's sheet beside the others."""
    own = in_order(sheets)
    group = partners_sheet(bank, own)
    names = distinct([sheet.organisation.strip() or f"{n}" for n, sheet in enumerate(own, 1)])
    conditions = _columns(bank.standings, [s.conditions for s in own], group.conditions)
    questions = _columns(bank.answers, [s.answers for s in own], group.answers)
    pairs = zip(names, own, strict=True)
    return {
        "rules": bank.version,
        "partners": [_partner(bank, name, sheet) for name, sheet in pairs],
        "conditions": conditions,
        "questions": questions,
        "differ": [k for k, c in (conditions | questions).items() if len(set(c["answers"])) > 1],
        "pilots": [name for name, sheet in zip(names, own, strict=True) if _has_a_pilot(sheet)],
        "result": score(tally(bank, group)),
        "sheet": plain(group),
    }


def in_order(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Put partners in the order of their names; the same sheet counts once."""
    keyed = {(sheet.organisation, canonical(plain(sheet))): sheet for sheet in sheets}
    return [keyed[key] for key in sorted(keyed)]


def _partner(bank: Bank, name: str, sheet: Sheet) -> Partner:
    result = score(tally(bank, sheet))
    return {
        "name": name,
        "rules": sheet.rules,
        "date": sheet.date,
        "bands": result["bands"],
        "overall": result["overall"],
    }


def _columns(
    ids: Iterable[str],
    given: Sequence[Mapping[str, Answer] | Mapping[str, Standing]],
    group: Mapping[str, Answer] | Mapping[str, Standing],
) -> dict[str, Column]:
    return {
        key: {
            "answers": [said.get(key, "unknown") for said in given],
            "merged": group.get(key, "unknown"),
        }
        for key in ids
    }


def _has_a_pilot(sheet: Sheet) -> bool:
    return is_done(sheet.answers.get(PILOT))
