"""The programme told without dates: by its weeks and lengths."""

from macros import formats
from macros.context import Context
from macros.drawing.timeline import Timeline, draw_programme
from macros.model.programme import PlannedEvent
from macros.pages.plan import Slot


class Undated:
    """The programme without dates, while no round is known to be ahead."""

    calendar = ""

    def __init__(self, context: Context) -> None:
        self._context, self._lang = context, context.lang
        self._programme = context.facts.programme
        self.phases, self.assignments = self._programme.phases, self._programme.assignments

    def title(self) -> str:
        """Name the programme."""
        return self._context.word("undated.title")

    def day(self, which: str) -> str:
        """Say that the day is not known."""
        return {day: self.application() for day in ("opens", "closes", "starts", "ends")}[which]

    def application(self) -> str:
        """Say that the days are not known."""
        return self._context.word("undated.day")

    def interviews(self) -> str:
        """Say that interviews come before the programme."""
        return self._context.word("undated.interviews")

    def period(self) -> str:
        """Write how many months the programme takes."""
        months = formats.count(self._programme.months, self._lang)
        return self._context.word("undated.period", months=months)

    def places(self) -> int:
        """Return the programme's places."""
        return self._programme.places

    def hours(self, what: str) -> float:
        """Return a length by the programme."""
        if what == "joint":
            return float(sum(event.hours or 0 for event in self._programme.joint))
        if what == "sparring":
            return self._programme.sparring.hours
        return float(self._programme.event(what).hours or 0)

    def sparring(self, phase: str) -> bool:
        """Tell whether a phase of the programme has sparring."""
        return phase in self._programme.sparring.phases

    def slot(self, event: str) -> Slot:
        """Tell of an event by its week."""
        return self._slot(self._programme.event(event))

    def say(self, key: str, **values: object) -> str:
        """Fill the wording that speaks of no round."""
        return self._context.word(f"{key}.undated", **values)

    def events(self) -> list[Slot]:
        """Tell of all events of the programme."""
        first = [event for event in self._programme.events if event.week is None]
        return list(map(self._slot, [*first, *self._programme.joint]))

    def joint(self) -> list[Slot]:
        """Tell of the joint events."""
        return list(map(self._slot, self._programme.joint))

    def schedule(self) -> list[Slot]:
        """Tell of what comes before the programme, then of its weeks."""
        when, title = self.interviews(), self._context.word("schedule.interviews")
        interviews = Slot("interviews", self.phases[0].id, title, when, when)
        before = [slot for slot in self.events() if slot not in self.joint()]
        return [*before, interviews, *self.joint()]

    def timeline(self, width: float) -> Timeline:
        """Draw the weeks to scale."""
        return draw_programme(
            self._programme, self._lang, self._context.phrases("timeline."), width
        )

    def _slot(self, event: PlannedEvent) -> Slot:
        title = event.title.to(self._lang)
        if event.week is None:
            when = self._context.word("undated.info")
            return Slot(event.id, event.phase, title, when, when)
        hours = formats.number(event.hours or 0, self._lang)
        week = self._context.word("schedule.week", weeks=event.week)
        length = self._context.word("phase.hours", hours=hours)
        when = self._context.word("undated.when", week=week, length=length)
        return Slot(event.id, event.phase, title, when, week, "", length, length)
