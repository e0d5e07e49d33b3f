"""When changes can be made: each by whoever does it, one's changes after one another.

Everyone works side by side, so a step starts when the same one's earlier steps are done. What is
open is asked first, and changes wait for it. How many weeks a step takes stands in the bank. The
weeks are our own estimate; nothing in a score depends on them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from ..errors import Fault, SheetError
from ..jsontext import shown
from ..model import Bank, Condition, Question
from ..sheets.dates import iso_day
from .result import Step

YEARS = range(2000, 3000)  # no date overflows in them


@dataclass(frozen=True, slots=True)
class Span:
    """The days the steps fall between: from `today`, and to be done by `until` where it is set."""

    today: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A step in its place: `owner` is a role, `weeks` from the start until it is done.

    `due` is that day, None where no day to start from is known; `late` when it is past the end.
    """

    step: Step
    owner: str
    weeks: int
    due: date | None
    late: bool


def read_span(today: object, until: object) -> Span | None:
    """Take a span from ISO dates; None when there are none.

    Raises `SheetError` when one is no date of the years 2000–2999, `until` comes without `today`
    or lies before it.
    """
    if today is None and until is None:
        return None
    if today is None:
        raise SheetError((Fault("missing", "today"),))
    first, last = _day(today, "today"), None if until is None else _day(until, "until")
    if last and last < first:
        fault = Fault("too_early", "until", last.isoformat(), first.isoformat())
        raise SheetError((fault,))
    return Span(first, last)


def _day(value: object, field: str) -> date:
    day = iso_day(value)
    if day is None or day.year not in YEARS:
        raise SheetError((Fault("date", field, shown(value)),))
    return day


def timetable(bank: Bank, steps: Sequence[Step], span: Span | None = None) -> tuple[Slot, ...]:
    """Place changes in time, those done first coming first; what is only asked has no slot.

    Whoever does the steps begins with the conditions, then goes on in the order of the bank, in
    which what others build on comes first.
    """
    start = bank.ask_weeks if any(step["kind"] == "ask" for step in steps) else 0
    queues: dict[str, list[tuple[Step, int]]] = {}
    for step in steps:
        if step["kind"] != "ask":
            rule = bank.entries[step["question"]]
            queues.setdefault(rule.does, []).append((step, _weeks(rule, step)))
    slots = [slot for owner, queue in queues.items() for slot in _slots(owner, queue, start, span)]
    return tuple(sorted(slots, key=lambda slot: slot.weeks))


def _weeks(rule: Condition | Question, step: Step) -> int:
    """Count the weeks of a step."""
    if isinstance(rule, Condition):
        return rule.weeks
    return sum(rule.weeks[int(step["from"]) : int(step["to"])])


def _slots(
    owner: str, queue: Iterable[tuple[Step, int]], start: int, span: Span | None
) -> Iterable[Slot]:
    """Put one's steps after one another."""
    ordered = sorted(queue, key=lambda pair: pair[0]["kind"] != "condition")
    ends = accumulate((weeks for _, weeks in ordered), initial=start)
    for (step, _), end in zip(ordered, list(ends)[1:], strict=True):
        due = span.today + timedelta(weeks=end) if span else None
        late = bool(span and span.until and due and due > span.until)
        yield Slot(step, owner, end, due, late)
