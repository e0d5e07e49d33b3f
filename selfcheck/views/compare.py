"""An earlier sheet and a later one: what has changed, answer by answer and in the result."""

from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

from ..model import Answer, Bank, Standing
from ..scoring.score import score
from ..scoring.tally import tally
from ..sheets.fingerprint import fingerprint
from ..sheets.sheet import Sheet
from .difference import Difference, difference

type Turn = Literal["up", "down", "found", "lost", "other"]

# "from" is a Python keyword, hence the other spelling of a TypedDict.
Changed = TypedDict(
    "Changed", {"id": str, "from": Answer | Standing, "to": Answer | Standing, "turn": Turn}
)

CONDITION_TURNS: dict[str, Turn] = {"yes": "up", "no": "down"}


class Origin(TypedDict):
    """Where one of the two sheets comes from; `rules` is the version it was answered under."""

    organisation: str
    date: str
    rules: str
    fingerprint: str


class Comparison(TypedDict):
    """What has changed; conditions and questions list only what was answered differently.

    `turn` is "up" or "down" for a level or a condition, "found" when an open answer was found,
    "lost" when it became open, "other" when the question began or ceased to apply.
    """

    before: Origin
    after: Origin
    result: Difference
    conditions: list[Changed]
    questions: list[Changed]


def compare(bank: Bank, old: Sheet, new: Sheet) -> Comparison:
    """Compare two sheets; both are scored by the rules of the bank."""
    return {
        "before": _origin(old),
        "after": _origin(new),
        "result": difference(score(tally(bank, old)), score(tally(bank, new))),
        "conditions": _changed([c.id for c in bank.conditions], old.conditions, new.conditions),
        "questions": _changed(
            [question.id for question in (*bank.scored, *bank.strengths)], old.answers, new.answers
        ),
    }


def _origin(sheet: Sheet) -> Origin:
    return {
        "organisation": sheet.organisation,
        "date": sheet.date,
        "rules": sheet.rules,
        "fingerprint": fingerprint(sheet),
    }


type Answers = Mapping[str, Answer] | Mapping[str, Standing]


def _changed(ids: Sequence[str], old: Answers, new: Answers) -> list[Changed]:
    pairs = ((key, old.get(key, "unknown"), new.get(key, "unknown")) for key in ids)
    return [
        {"id": key, "from": before, "to": after, "turn": _turn(before, after)}
        for key, before, after in pairs
        if before != after
    ]


def _turn(before: Answer | Standing, after: Answer | Standing) -> Turn:
    if before == "unknown":
        return "found"
    if after == "unknown":
        return "lost"
    if isinstance(before, int) and isinstance(after, int):
        return "up" if after > before else "down"
    return CONDITION_TURNS.get(str(after), "other")
