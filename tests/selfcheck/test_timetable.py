"""The timetable of the next steps: in order, within its days, one owner's steps after another."""

from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.errors import SheetError
from selfcheck.scoring.result import Step
from selfcheck.scoring.timetable import Slot, Span, read_span, timetable
from selfcheck.sheets.sheet import Sheet

from .cases import scored, sheets, write_bank

BANK = load()
DAYS = st.dates(date(2000, 1, 1), date(2999, 12, 31))


def spans() -> st.SearchStrategy[Span]:
    """Any span that can be asked for."""
    dated = st.tuples(DAYS, DAYS).map(sorted).map(lambda pair: Span(pair[0], pair[1]))
    return st.one_of(DAYS.map(Span), dated)


def slots(sheet: Sheet, span: Span | None) -> tuple[Slot, ...]:
    """Place the steps of a sheet's result."""
    return timetable(BANK, scored(BANK, sheet)["steps"], span)


@given(sheets(BANK), spans())
def test_days_are_in_order_and_within_the_span(sheet: Sheet, span: Span) -> None:
    """No step is done before today or before the one ahead of it, nor after the end unsaid."""
    placed = slots(sheet, span)
    days = [slot.due for slot in placed if slot.due]

    assert len(days) == len(placed)
    assert days == sorted(days)
    assert all(day > span.today for day in days)
    assert [slot.late for slot in placed] == [bool(span.until and d > span.until) for d in days]


@given(sheets(BANK), spans())
def test_days_follow_the_weeks(sheet: Sheet, span: Span) -> None:
    """The same steps stand in the same order without days, each as many weeks from the start."""
    undated = slots(sheet, None)

    assert all(slot.due is None and not slot.late for slot in undated)
    assert [(s.step, s.weeks, span.today + timedelta(weeks=s.weeks)) for s in undated] == [
        (s.step, s.weeks, s.due) for s in slots(sheet, span)
    ]


@given(sheets(BANK))
def test_no_step_is_lost_and_owners_do_one_at_a_time(sheet: Sheet) -> None:
    """Every change has its place under who does it, and no two of an owner end at once."""
    steps = [step for step in scored(BANK, sheet)["steps"] if step["kind"] != "ask"]
    placed = slots(sheet, None)
    first = {rule.id: rule.does for rule in BANK.conditions}
    first |= {rule.id: rule.does for rule in BANK.questions}

    assert sorted(s["question"] for s in steps) == sorted(s.step["question"] for s in placed)
    assert all(slot.owner == first[slot.step["question"]] for slot in placed)
    by_owner = sorted(placed, key=lambda slot: slot.owner)
    for _, own in groupby(by_owner, key=lambda slot: slot.owner):
        ends = [slot.weeks for slot in own]
        assert len(set(ends)) == len(ends)


def test_weeks_are_those_of_the_bank(tmp_path: Path) -> None:
    """Conditions come first, then steps in their order; levels passed add up."""
    bank = load(write_bank(tmp_path))
    steps: list[Step] = [
        {"kind": "question", "question": "reason", "from": 0, "to": 2},
        {"kind": "question", "question": "aim", "from": 1, "to": 3},
        {"kind": "question", "question": "pilot", "from": 0, "to": 1},
        {"kind": "condition", "question": "base", "from": "no", "to": "yes"},
    ]

    assert [(s.owner, s.step["question"], s.weeks) for s in timetable(bank, steps)] == [
        ("management", "base", 2),
        ("finance", "pilot", 2),
        ("management", "reason", 2 + 1 + 3),
        ("management", "aim", 2 + 4 + 3 + 5),
    ]


def test_changes_wait_for_what_is_asked(tmp_path: Path) -> None:
    """What is open has no time of its own; changes begin when the weeks of asking are over."""
    bank = load(write_bank(tmp_path))
    asked: Step = {"kind": "ask", "question": "aim", "from": "unknown", "to": "known"}
    change: Step = {"kind": "condition", "question": "base", "from": "no", "to": "yes"}

    (slot,) = timetable(bank, [asked, change])

    assert (slot.step, slot.weeks) == (change, 1 + 2)
    assert timetable(bank, [asked]) == ()


def test_the_last_day_still_counts(tmp_path: Path) -> None:
    """A step that is done on the closing day is in time, a day less and it is late."""
    bank = load(write_bank(tmp_path))
    step: Step = {"kind": "question", "question": "reason", "from": 0, "to": 1}
    start, end = date(2026, 12, 1), date(2026, 12, 8)

    assert [
        timetable(bank, [step], Span(start, until))[0].late
        for until in (end, end - timedelta(days=1))
    ] == [False, True]


@pytest.mark.parametrize(
    ("today", "until", "code", "field"),
    [
        ("2026-13-01", None, "date", "today"),
        ("2026-02-30", None, "date", "today"),
        ("1.2.2026", None, "date", "today"),
        ("", None, "date", "today"),
        (20260101, None, "date", "today"),
        ("9999-12-31", None, "date", "today"),
        ("1026-12-31", None, "date", "today"),
        ("2026-01-01", "soon", "date", "until"),
        ("2026-01-02", "2026-01-01", "too_early", "until"),
        (None, "2026-01-01", "missing", "today"),
    ],
)
def test_bad_days_are_faults(today: object, until: object, code: str, field: str) -> None:
    """What is no day, or no span, is told by its field."""
    with pytest.raises(SheetError) as caught:
        read_span(today, until)

    assert [(fault.code, fault.field) for fault in caught.value.faults] == [(code, field)]


def test_good_days_are_read() -> None:
    """A span may have no end, or be absent; one day can be both ends."""
    day = date(2026, 12, 3)

    assert read_span(None, None) is None
    assert read_span("2026-12-03", None) == Span(day)
    assert read_span("2026-12-03", "2026-12-03") == Span(day, day)
