"""Makes a calendar file for a round in one language (iCalendar, RFC 5545), in Finnish time."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar
from icalendar import Event as Entry

from macros.load import Facts
from macros.models import Language
from macros.rounds import Event, Round


def calendar(facts: Facts, round_: Round, language: Language, address: str) -> bytes:
    """Return the file's bytes; the same facts give the same bytes."""
    made = Calendar()
    made.add("prodid", f"-//{language.site_name}//{round_.id}//{language.id.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{language.site_name} {round_.name}")
    stamp = datetime.combine(facts.site.edition, time(), UTC)
    host = urlsplit(address).hostname
    page = f"{address}{language.path}schedule/"
    for key, day in (("opens", round_.application.opens), ("closes", round_.application.closes)):
        title = facts.words[f"schedule.{key}"].to(language.id)
        made.add_component(_entry(key, title, day, round_, language, host, page, stamp))
    for event in round_.events:
        title = event.title.to(language.id)
        entry = _entry(event.id, title, event.day, round_, language, host, page, stamp)
        _set_clock(entry, event)
        made.add_component(entry)
    made.add_missing_timezones()
    return bytes(made.to_ical())


def _entry(
    name: str,
    title: str,
    day: date,
    round_: Round,
    language: Language,
    host: str | None,
    page: str,
    stamp: datetime,
) -> Entry:
    entry = Entry()
    entry.add("uid", f"{round_.id}-{name}@{host}")
    entry.add("dtstamp", stamp)
    entry.add("summary", f"{language.site_name}: {title}", parameters={"language": language.id})
    entry.add("url", page)
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    return entry


def _set_clock(entry: Entry, event: Event) -> None:
    """An event whose hours are known takes them, and the time of whoever attends."""
    if event.starts_at and event.ends_at:
        for name in ("dtstart", "dtend", "transp"):
            del entry[name]
        entry.add("dtstart", event.starts_at)
        entry.add("dtend", event.ends_at)
