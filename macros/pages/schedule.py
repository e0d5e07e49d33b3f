"""Macros that show the round: its state, its schedule, its phases."""

from dataclasses import dataclass
from datetime import date

from macros import formats
from macros.context import Context
from macros.drawing.timeline import draw
from macros.model.rounds import Event

_WIDE, _NARROW = 740, 350


@dataclass(frozen=True)
class Entry:
    """A line of the schedule."""

    day: str
    weekday: str
    clock: str
    title: str
    phase: int


class Schedule:
    """The round drawn and tabled. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._round = context.facts.round
        self._lang = context.lang

    def round_state(self) -> str:
        """Tell where the round stands; the page's script says it again for the reader's own day."""
        return self._context.render(
            "round_state.html", state=self._round.state(self._context.today)
        )

    def schedule_table(self) -> str:
        """Table every date of the round."""
        return self._context.render("schedule_table.html", entries=self._entries())

    def timeline(self) -> str:
        """Draw the round, once for wide and once for narrow screens."""
        words = {
            key: self._context.word(f"timeline.{key}")
            for key in ("application", "interviews", "assignment")
        }
        drawings = {
            size: draw(self._round, self._lang, words, width)
            for size, width in (("wide", _WIDE), ("narrow", _NARROW))
        }
        return self._context.render("timeline.html", drawings=drawings)

    def calendar(self) -> str:
        """Link to the round's calendar file in this language."""
        href = self._context.root_link(self._round.calendar(self._lang))
        return self._context.render("calendar.html", href=href)

    def phase(self, phase: str) -> str:
        """Box the dates, lengths and assignments of a phase."""
        if phase not in {known.id for known in self._round.phases}:
            raise KeyError(phase)
        return self._context.render(
            "phase.html",
            first=phase == self._round.phases[0].id,
            period=formats.days(
                self._round.application.opens, self._round.application.closes, self._lang
            ),
            weeks=formats.weeks(*self._round.application.interview_weeks, self._lang),
            events=[
                (
                    event.title.to(self._lang),
                    formats.when(event.day, event.times, self._lang),
                    self._length(event),
                )
                for event in self._round.events
                if event.phase == phase
            ],
            assignments=[
                task.title.to(self._lang) for task in self._round.assignments if task.phase == phase
            ],
            sparring=self._sparring(phase),
        )

    def _entries(self) -> list[Entry]:
        phases = {phase.id: number for number, phase in enumerate(self._round.phases, 1)}
        application = self._round.application
        entries = [
            (day, Entry(*self._dated(day), "", self._context.word(f"schedule.{key}"), 1))
            for key, day in (("opens", application.opens), ("closes", application.closes))
        ]
        weeks = formats.weeks(*application.interview_weeks, self._lang)
        entries.append(
            (
                application.interviews[0],
                Entry(
                    self._context.word("schedule.weeks", weeks=weeks),
                    "",
                    "",
                    self._context.word("schedule.interviews"),
                    1,
                ),
            )
        )
        entries += [(event.day, self._entry(event, phases)) for event in self._round.events]
        return [entry for _, entry in sorted(entries, key=lambda dated: dated[0])]

    def _entry(self, event: Event, phases: dict[str, int]) -> Entry:
        clock = formats.clock(*event.times, self._lang) if event.times else ""
        return Entry(
            *self._dated(event.day), clock, event.title.to(self._lang), phases[event.phase]
        )

    def _dated(self, day: date) -> tuple[str, str]:
        return formats.day(day, self._lang), formats.weekday(day, self._lang)

    def _length(self, event: Event) -> str:
        hours = formats.number(event.hours, self._lang)
        return self._context.word("phase.hours", hours=hours) if event.hours else ""

    def _sparring(self, phase: str) -> str:
        programme = self._round.programme
        if phase not in programme.sparring_phases:
            return ""
        return self._context.word("phase.sparring.length", hours=programme.sparring_hours)
