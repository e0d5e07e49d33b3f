"""Calendar files: sound, true to the facts, in Finnish time, the same bytes every time."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from icalendar.cal.timezone import Timezone

from macros.model.load import facts
from publish.calendars import RoundCalendar
from selfcheck.model import LANGS, Lang

FACTS = facts()
ROUND = FACTS.rounds[0]
ADDRESS = "https://example.org/soske/"


def content(lang: Lang) -> bytes:
    """Make the first round's calendar in a language."""
    return RoundCalendar(FACTS, ROUND, FACTS.language(lang), ADDRESS).to_bytes()


def entries(lang: Lang) -> dict[str, Event]:
    """Parse a calendar: its entries by their own part of the id."""
    listed = Calendar.from_ical(content(lang)).events
    return {
        str(entry["uid"]).removeprefix("2021-22-").removesuffix("@example.org"): entry
        for entry in listed
    }


def utc(moment: date) -> str:
    """Write a moment in universal time."""
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%MZ")


@pytest.mark.parametrize("lang", LANGS)
def test_it_can_be_read_without_errors(lang: Lang) -> None:
    """A strict reader finds one calendar and no fault in it."""
    (calendar,) = Calendar.from_ical(content(lang), multiple=True)

    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert calendar["version"] == "2.0"
    assert calendar["prodid"] == f"-//{FACTS.language(lang).site_name}//2021-22"


@pytest.mark.parametrize("lang", LANGS)
def test_lines_are_short_and_end_alike(lang: Lang) -> None:
    """Every line ends with CR LF and has at most 75 octets, none of them half a letter."""
    *lines, last = content(lang).split(b"\r\n")

    assert last == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    for line in lines:
        line.decode("utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_every_entry_is_identified(lang: Lang) -> None:
    """Every entry has an id of its own and the day of the facts as its stamp."""
    listed = Calendar.from_ical(content(lang)).events
    edition = datetime.combine(FACTS.site.edition, datetime.min.time(), UTC)

    assert len({str(entry["uid"]) for entry in listed}) == len(listed) == len(ROUND.events) + 2
    assert {entry.stamp for entry in listed} == {edition}


@pytest.mark.parametrize("lang", LANGS)
def test_ids_are_the_same_in_every_language(lang: Lang) -> None:
    """Who takes the calendar in another language replaces entries and doubles none."""
    assert list(entries(lang)) == list(entries("fi"))


@pytest.mark.parametrize("lang", LANGS)
def test_events_are_at_their_moment(lang: Lang) -> None:
    """Events begin and end when the facts say, before and after the change to summer time."""
    spans = {
        name: (utc(entry.start), utc(entry.end))
        for name, entry in entries(lang).items()
        if isinstance(entry.start, datetime)
    }

    assert spans == {
        "kick-off": ("2022-01-20 07:00Z", "2022-01-20 09:00Z"),
        "workshop-1": ("2022-02-09 07:00Z", "2022-02-09 10:00Z"),
        "workshop-2": ("2022-03-09 11:00Z", "2022-03-09 14:00Z"),
        "closing": ("2022-04-06 06:00Z", "2022-04-06 09:00Z"),
    }


def test_the_files_own_time_zone_is_finnish() -> None:
    """A reader that knows no time zones finds the same moments by the rules in the file."""
    (zone,) = Calendar.from_ical(content("en")).timezones
    assert isinstance(zone, Timezone)
    rules = zone.to_tz(lookup_tzid=False)

    for event in ROUND.joint:
        assert event.times
        start, _ = event.times
        clock = start.replace(tzinfo=rules)
        assert clock.utcoffset() == start.utcoffset()


@pytest.mark.parametrize("lang", LANGS)
def test_days_without_clock_times_book_nobody(lang: Lang) -> None:
    """The information session and the days of application are whole days, shown as free time."""
    days = {
        name: (entry.start, entry.end, str(entry["transp"]))
        for name, entry in entries(lang).items()
        if not isinstance(entry.start, datetime)
    }

    assert days == {
        "opens": (date(2021, 11, 10), date(2021, 11, 11), "TRANSPARENT"),
        "closes": (date(2021, 12, 10), date(2021, 12, 11), "TRANSPARENT"),
        "info": (date(2021, 11, 16), date(2021, 11, 17), "TRANSPARENT"),
    }


@pytest.mark.parametrize("lang", LANGS)
def test_entries_speak_their_language(lang: Lang) -> None:
    """Titles are in the calendar's language, say so, and link to that language's schedule."""
    language = FACTS.language(lang)
    listed = entries(lang)

    for event in ROUND.events:
        assert listed[event.id]["summary"] == f"{language.site_name}: {event.title.to(lang)}"
    assert {entry["summary"].params["language"] for entry in listed.values()} == {lang}
    assert {str(entry["url"]) for entry in listed.values()} == {
        f"{ADDRESS}{language.path}schedule/"
    }


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_facts_make_the_same_bytes(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file does not depend on the day on which it is made."""
    first = content(lang)
    monkeypatch.setenv("SOSKE_TODAY", "2031-05-05")
    monkeypatch.setenv("TZ", "Asia/Tokyo")

    assert content(lang) == first


@pytest.mark.parametrize("lang", LANGS)
def test_the_site_has_the_file(built_site: Path, lang: Lang) -> None:
    """The built site serves the calendar where its pages link to it."""
    assert (built_site / "calendar" / f"soske-2021-22-{lang}.ics").read_bytes() == content(lang)
