"""Several people's sheets seen side by side, and merged into one.

The order of the sheets does not matter, and a sheet that is there twice counts once. Merge all
originals at once: a merged sheet no longer knows who said what.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations
from typing import Literal, TypedDict, cast

from ..jsontext import canonical
from ..model import Answer, Bank, Standing
from ..scoring.result import Range, Result
from ..scoring.scale import percent
from ..scoring.score import score
from ..scoring.tally import Tally, tally
from ..sheets.sheet import Sheet, plain
from .merged_sheet import merged_sheet
from .speakers import Speaker, Stems, speaker

type State = Literal["same", "differ", "ask", "open"]

RANK = {"management": 0, "procurement": 1, None: 2}


class Person(TypedDict):
    """Someone who answered, with the result of their own sheet; `speaker` if it was recognised."""

    role: str
    rules: str
    speaker: Speaker | None
    date: str
    bands: list[str]
    overall: Range


class View(TypedDict):
    """What everyone says of one condition or question, in the order of the people.

    `state` is "same" when all say so, "ask" when those who know agree and others do not know,
    "differ" when answers contradict each other, "open" when no one knows. `spread` is the
    distance in levels, and `stake` how many points the overall result moves at most from one of
    the answers to another, all else as merged; a condition has neither. `crossed` tells that
    management and procurement contradict each other.
    """

    answers: list[Answer | Standing]
    state: State
    merged: Answer | Standing
    spread: int
    stake: float
    crossed: bool


class Picture(TypedDict):
    """Everyone's answers; `first` lists the contradictions, the most telling one first.

    `sheet` is the merged answer file and `result` its score.
    """

    rules: str
    people: list[Person]
    conditions: dict[str, View]
    questions: dict[str, View]
    first: list[str]
    result: Result
    sheet: dict[str, object]


def merge(bank: Bank, sheets: Iterable[Sheet], stems: Stems) -> Picture:
    """Draw the picture of at least one sheet."""
    voices = _in_order(sheets, stems)
    speakers = [speaker(sheet.role, stems) for sheet in voices]
    together = merged_sheet(bank, voices)
    conditions = {
        rule.id: _view([s.conditions.get(rule.id, "unknown") for s in voices], speakers)
        for rule in bank.conditions
    }
    questions = {
        rule.id: _view([s.answers.get(rule.id, "unknown") for s in voices], speakers)
        for rule in bank.questions
    }
    for key, view in questions.items():
        view["spread"] = _spread(view["answers"])
        view["stake"] = _stake(bank, together, key, view["answers"])
    return {
        "rules": bank.version,
        "people": [_person(bank, s, who) for s, who in zip(voices, speakers, strict=True)],
        "conditions": conditions,
        "questions": questions,
        "first": _first(conditions, questions),
        "result": score(tally(bank, together)),
        "sheet": plain(together),
    }


def merged(bank: Bank, sheets: Iterable[Sheet], stems: Stems) -> Sheet:
    """Merge at least one sheet, as in the picture."""
    return merged_sheet(bank, _in_order(sheets, stems))


def _in_order(sheets: Iterable[Sheet], stems: Stems) -> list[Sheet]:
    """Put management first, then procurement, then others by role; the same sheet counts once."""
    keyed = {
        (RANK[speaker(sheet.role, stems)], sheet.role, canonical(plain(sheet))): sheet
        for sheet in sheets
    }
    return [keyed[key] for key in sorted(keyed)]


def _person(bank: Bank, sheet: Sheet, who: Speaker | None) -> Person:
    result = score(tally(bank, sheet))
    return {
        "role": sheet.role,
        "rules": sheet.rules,
        "speaker": who,
        "date": sheet.date,
        "bands": result["bands"],
        "overall": result["overall"],
    }


def _view(answers: Sequence[Answer | Standing], speakers: Sequence[Speaker | None]) -> View:
    known = set(answers) - {"unknown"}
    return {
        "answers": list(answers),
        "state": _state(known, "unknown" in answers),
        "merged": next(iter(known)) if len(known) == 1 else "unknown",
        "spread": 0,
        "stake": 0.0,
        "crossed": _crossed(answers, speakers),
    }


def _state(known: AbstractSet[Answer | Standing], some_do_not: bool) -> State:
    if len(known) > 1:
        return "differ"
    if not known:
        return "open"
    return "ask" if some_do_not else "same"


def _crossed(answers: Sequence[Answer | Standing], speakers: Sequence[Speaker | None]) -> bool:
    """Tell whether someone of management and someone of procurement give different answers."""
    said = [pair for pair in zip(speakers, answers, strict=True) if pair[1] != "unknown"]
    management = {answer for who, answer in said if who == "management"}
    procurement = {answer for who, answer in said if who == "procurement"}
    return bool(management and procurement) and len(management | procurement) > 1


def _spread(answers: Sequence[Answer | Standing]) -> int:
    """Tell how far apart the levels are."""
    levels = [answer for answer in answers if isinstance(answer, int)]
    return max(levels) - min(levels) if levels else 0


def _stake(bank: Bank, together: Sheet, question: str, answers: Iterable[object]) -> float:
    """Put every answer given into the merged sheet, and tell how far the results lie apart."""
    known = cast("list[Answer]", [a for a in dict.fromkeys(answers) if a != "unknown"])
    tried = (replace(together, answers={**together.answers, question: a}) for a in known)
    tallies = [tally(bank, sheet) for sheet in tried]
    return max((_distance(one, two) for one, two in combinations(tallies, 2)), default=0.0)


def _distance(one: Tally, two: Tally) -> float:
    """Tell by how many points two overall results differ, at the end where it is more.

    What does not apply changes the whole that points are out of, so each has its own.
    """
    whole, other = one.scale.whole, two.scale.whole
    ends = ((one.low, two.low), (one.high, two.high))
    return max(
        percent(abs(one.scale.overall(a) * other - two.scale.overall(b) * whole), whole * other)
        for a, b in ends
    )


def _first(conditions: dict[str, View], questions: dict[str, View]) -> list[str]:
    """Order the contradictions: management against procurement first, then the others.

    Among either, conditions come before questions, as they decide whether to apply at all, and
    questions with the most at stake come first; what is equal stays in bank order.
    """
    views = conditions | questions
    urgency = {
        key: (not view["crossed"], key in questions, -view["stake"])
        for key, view in views.items()
        if view["state"] == "differ"
    }
    return sorted(urgency, key=lambda key: urgency[key])
