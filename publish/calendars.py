"""Makes a calendar file for a round in one language (iCalendar, RFC 5545), in Finnish time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar
from icalendar import Event as Entry

from macros.model.facts import Facts
from macros.model.languages import Language
from macros.model.rounds import Event, Round


@dataclass(frozen=True)
class RoundCalendar:
    """A round's calendar in one language, for the site at ``address``."""

    facts: Facts
    round: Round
    language: Language
    address: str

    def to_bytes(self) -> bytes:
        """Return the file; the same facts give the same bytes."""
        made = Calendar()
        made.add("prodid", f"-//{self.language.site_name}//{self.round.id}")
        made.add("version", "2.0")
        made.add("method", "PUBLISH")
        made.add("x-wr-calname", f"{self.language.site_name} {self.round.name}")
        application = self.round.application
        for key, day in (("opens", application.opens), ("closes", application.closes)):
            made.add_component(self._whole_day(key, self._word(f"schedule.{key}"), day))
        for event in self.round.events:
            made.add_component(self._event(event))
        made.add_missing_timezones()
        return bytes(made.to_ical())

    def _event(self, event: Event) -> Entry:
        title = event.title.to(self.language.id)
        if event.times is None:
            return self._whole_day(event.id, title, event.day)
        entry = self._entry(event.id, title)
        start, end = event.times
        entry.add("dtstart", start)
        entry.add("dtend", end)
        return entry

    def _whole_day(self, name: str, title: str, day: date) -> Entry:
        """A day to remember, which does not book anyone's time."""
        entry = self._entry(name, title)
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        return entry

    def _entry(self, name: str, title: str) -> Entry:
        entry = Entry()
        entry.add("uid", f"{self.round.id}-{name}@{urlsplit(self.address).hostname}")
        entry.add("dtstamp", datetime.combine(self.facts.site.edition, time(), UTC))
        summary = f"{self.language.site_name}: {title}"
        entry.add("summary", summary, parameters={"language": self.language.id})
        entry.add("url", f"{self.address}{self.language.path}schedule/")
        return entry

    def _word(self, key: str) -> str:
        return self.facts.words[key].to(self.language.id)
