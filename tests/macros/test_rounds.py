"""A round of the academy: its state on any day, its lengths, its weeks, and which one is shown."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from macros import today
from macros.model.load import facts
from macros.model.rounds import HELSINKI, Round
from tests.macros.sites import FACTS, copy_made

ROUND: Round = FACTS.round


def later_round(folder: Path) -> Path:
    """Copy the site's facts and add the same round eleven years on, when the weekdays recur."""
    copied = copy_made(folder / "facts")
    text = (copied / "rounds" / "2021-22.yaml").read_text("utf-8")
    moved = (
        text.replace("2021", "2032")
        .replace("2022", "2033")
        .replace("sources:", "places: 7\nsources:")
    )
    (copied / "rounds" / "2032-22.yaml").write_text(moved, "utf-8")
    return copied


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2021-11-09", "coming"),
        ("2021-11-10", "open"),
        ("2021-12-10", "open"),
        ("2021-12-11", "closed"),
        ("2022-01-19", "closed"),
        ("2022-01-20", "running"),
        ("2022-04-06", "running"),
        ("2022-04-07", "past"),
        ("2099-01-01", "past"),
    ],
)
def test_the_state_follows_from_the_day(day: str, state: str) -> None:
    """Open from the first to the last day of application, running to the last joint event."""
    assert ROUND.state(date.fromisoformat(day)) == state


def test_lengths_follow_from_the_clock() -> None:
    """Each joint event is as long as its clock times say; one known by its day alone has none."""
    assert {event.id: event.hours for event in ROUND.events} == {
        "info": 0,
        "kick-off": 2,
        "workshop-1": 3,
        "workshop-2": 3,
        "closing": 3,
    }


def test_half_hours_count() -> None:
    """A length need not be whole hours."""
    event = ROUND.event("kick-off").model_copy(update={"start": "09:15", "end": "10:45"})

    assert event.hours == 1.5


def test_joint_events_stand_in_order_of_time() -> None:
    """However the file is sorted, the joint events come in order and without the others."""
    dinner = ROUND.event("closing").model_copy(
        update={"id": "dinner", "start": "17:00", "end": "19:00"}
    )
    turned = ROUND.model_copy(update={"events": (dinner, *ROUND.events[::-1])})

    assert [event.id for event in turned.joint] == [
        "kick-off",
        "workshop-1",
        "workshop-2",
        "closing",
        "dinner",
    ]


def test_an_event_is_found_by_its_id() -> None:
    """An id that the round lacks is not passed over."""
    assert ROUND.event("closing").day == date(2022, 4, 6)
    with pytest.raises(KeyError):
        ROUND.event("opening")


@pytest.mark.parametrize(
    ("weeks", "first", "last"),
    [
        (("2021-W47", "2021-W50"), date(2021, 11, 22), date(2021, 12, 19)),
        (("2020-W53", "2021-W01"), date(2020, 12, 28), date(2021, 1, 10)),
        (("2024-W01", "2024-W01"), date(2024, 1, 1), date(2024, 1, 7)),
    ],
)
def test_weeks_run_from_monday_to_sunday(weeks: tuple[str, str], first: date, last: date) -> None:
    """Interviews last from the Monday of the first ISO week to the Sunday of the last."""
    application = ROUND.application.model_copy(update={"interview_weeks": weeks})

    assert application.interviews == (first, last)


def test_the_programme_fills_its_months() -> None:
    """It runs from the first day of its first month to the last day of its last."""
    assert (ROUND.period.first_day, ROUND.period.last_day) == (
        date(2022, 1, 1),
        date(2022, 4, 30),
    )
    leap = ROUND.period.model_copy(update={"last_month": "2024-02"})
    assert leap.last_day == date(2024, 2, 29)


def test_clock_times_are_finnish() -> None:
    """A clock time is a moment in Finland, before and after the change to summer time."""
    starts = [event.times[0] for event in ROUND.joint if event.times]

    assert [start.astimezone(UTC).strftime("%m-%d %H:%M") for start in starts] == [
        "01-20 07:00",
        "02-09 07:00",
        "03-09 11:00",
        "04-06 06:00",
    ]
    assert ROUND.event("info").times is None


def test_the_newest_round_is_shown(tmp_path: Path) -> None:
    """A new round needs one new file: rounds stand oldest first and pages show the last."""
    loaded = facts(later_round(tmp_path))

    assert [round_.id for round_ in loaded.rounds] == [
        ROUND.id,
        "2032-22",
    ]
    assert (loaded.round.id, loaded.round.places) == ("2032-22", 7)


def test_an_older_round_can_be_added_later(tmp_path: Path) -> None:
    """Which round is newest follows from its dates, not from the name of its file."""
    folder = later_round(tmp_path)
    new = folder / "rounds" / "2032-22.yaml"
    renamed = new.read_text("utf-8").replace("id: 2032-22", "id: 0-next")
    new.unlink()
    (folder / "rounds" / "0-next.yaml").write_text(renamed, "utf-8")

    assert facts(folder).round.id == "0-next"


def test_a_day_can_be_previewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOSKE_TODAY sets the day that the site is built for."""
    monkeypatch.setenv("SOSKE_TODAY", "2021-11-20")

    assert today() == date(2021, 11, 20)


@pytest.mark.parametrize("preview", [None, ""])
def test_without_preview_it_is_today_in_finland(
    monkeypatch: pytest.MonkeyPatch, preview: str | None
) -> None:
    """Otherwise the day is the one that it is in Finland now."""
    monkeypatch.delenv("SOSKE_TODAY", raising=False)
    if preview is not None:
        monkeypatch.setenv("SOSKE_TODAY", preview)
    before = datetime.now(HELSINKI).date()

    assert today() - before in (timedelta(0), timedelta(1))
