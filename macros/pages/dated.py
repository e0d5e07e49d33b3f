"""A round told with its dates."""

from datetime import date

from macros import formats
from macros.context import Context
from macros.drawing.timeline import Timeline, draw_round
from macros.model.rounds import Event, Round
from macros.pages.plan import Slot


class Dated:
    """A round with its dates."""

    def __init__(self, context: Context, round_: Round) -> None:
        self._context, self._lang = context, context.lang
        self._round = round_
        self.phases, self.assignments = round_.phases, round_.assignments

    @property
    def calendar(self) -> str:
        """The address of the calendar file, from the page that is being drawn."""
        return self._context.root_link(self._round.calendar(self._lang))

    def title(self) -> str:
        """Name the round."""
        return self._context.word("book.round", round=self._round.name)

    def day(self, which: str) -> str:
        """Write a date of the round."""
        days: dict[str, date] = {
            "opens": self._round.application.opens,
            "closes": self._round.application.closes,
            "starts": self._round.joint[0].day,
            "ends": self._round.joint[-1].day,
        }
        return formats.day(days[which], self._lang)

    def application(self) -> str:
        """Write the first and the last day of application."""
        application = self._round.application
        return formats.days(application.opens, application.closes, self._lang)

    def interviews(self) -> str:
        """Write the ISO weeks of the interviews."""
        first, last = self._round.application.interview_weeks
        key = "schedule.week" if first == last else "schedule.weeks"
        return self._context.word(key, weeks=formats.weeks(first, last, self._lang))

    def period(self) -> str:
        """Write the months of the round."""
        period = self._round.period
        return formats.months(period.first_day, period.last_day, self._lang)

    def places(self) -> int:
        """Return the round's places."""
        return self._round.places

    def hours(self, what: str) -> float:
        """Return a length by the round's clock times."""
        if what == "joint":
            return sum(event.hours for event in self._round.joint)
        if what == "sparring":
            return self._round.sparring.hours
        return self._round.event(what).hours

    def sparring(self, phase: str) -> bool:
        """Tell whether a phase of the round has sparring."""
        return phase in self._round.sparring.phases

    def slot(self, event: str) -> Slot:
        """Tell of an event with its day."""
        return self._slot(self._round.event(event))

    def say(self, key: str, **values: object) -> str:
        """Fill a phrase with the round's name."""
        return self._context.word(key, round=self._round.name, **values)

    def events(self) -> list[Slot]:
        """Tell of all events of the round."""
        return list(map(self._slot, self._round.in_time))

    def joint(self) -> list[Slot]:
        """Tell of the joint events."""
        return list(map(self._slot, self._round.joint))

    def schedule(self) -> list[Slot]:
        """Tell of every date of the round."""
        application, phase = self._round.application, self.phases[0].id
        title, weeks = self._context.word("schedule.interviews"), self.interviews()
        dated = [
            (application.opens, self._whole_day("opens", application.opens, phase)),
            (application.closes, self._whole_day("closes", application.closes, phase)),
            (application.interviews[0], Slot("interviews", phase, title, weeks, weeks)),
            *((event.day, self._slot(event)) for event in self._round.in_time),
        ]
        return [slot for _, slot in sorted(dated, key=lambda entry: entry[0])]

    def timeline(self, width: float) -> Timeline:
        """Draw the round to scale."""
        return draw_round(self._round, self._lang, self._context.phrases("timeline."), width)

    def _whole_day(self, key: str, day: date, phase: str) -> Slot:
        written, weekday = formats.day(day, self._lang), formats.weekday(day, self._lang)
        title = self._context.word(f"schedule.{key}")
        return Slot(key, phase, title, written, written, weekday)

    def _slot(self, event: Event) -> Slot:
        hours = formats.number(event.hours, self._lang)
        return Slot(
            event.id,
            event.phase,
            event.title.to(self._lang),
            formats.when(event.day, event.times, self._lang),
            formats.day(event.day, self._lang),
            formats.weekday(event.day, self._lang),
            formats.clock(*event.times, self._lang) if event.times else "",
            self._context.word("phase.hours", hours=hours) if event.hours else "",
        )
