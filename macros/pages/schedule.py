"""Macros that show when things happen: the round's state, the schedule, the phases."""

from macros.context import Context
from macros.model.rounds import STATES
from macros.pages.ahead import plan

_WIDTHS = {"wide": 740, "narrow": 350}


class Schedule:
    """The round ahead, or the programme, drawn and tabled. Every method is a macro of its name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._plan = plan(context)

    def round_state(self) -> str:
        """Tell where the newest round stands; the page's script says it for the reader's own day.

        Once it is past, no round is known to be ahead.
        """
        state = self._context.facts.round.state(self._context.today)
        return self._context.render(
            "round_state.html",
            state=state,
            states=STATES,
            organiser=self._organiser(),
            advice=self._context.organisation(self._context.facts.site.advice),
        )

    def schedule_table(self) -> str:
        """Table all that happens, in order of time."""
        numbers = {phase.id: number for number, phase in enumerate(self._plan.phases, 1)}
        slots = self._plan.schedule()
        values = {"slots": slots, "numbers": numbers, "plan": self._plan}
        return self._context.render("schedule_table.html", **values)

    def timeline(self) -> str:
        """Draw the round or the programme, once for wide and once for narrow screens."""
        drawings = {size: self._plan.timeline(width) for size, width in _WIDTHS.items()}
        return self._context.render("timeline.html", drawings=drawings, plan=self._plan)

    def calendar(self) -> str:
        """Link to the calendar file of the round ahead; say so when there is none."""
        return self._context.render("calendar.html", href=self._plan.calendar)

    def date_line(self, event: str) -> str:
        """Head a sheet for an event: with its date, or with a line to write it on."""
        slot = self._plan.slot(event)
        if not self._plan.calendar:
            return self._context.word("undated.line")
        return f"{self._plan.title()}: {slot.when}"

    def phase(self, phase: str) -> str:
        """Box the dates, lengths and assignments of a phase; KeyError when there is none."""
        if phase not in {known.id for known in self._plan.phases}:
            raise KeyError(phase)
        return self._context.render(
            "phase.html",
            first=phase == self._plan.phases[0].id,
            plan=self._plan,
            slots=[slot for slot in self._plan.events() if slot.phase == phase],
            assignments=[
                task.title.to(self._context.lang)
                for task in self._plan.assignments
                if task.phase == phase
            ],
            sparring=self._sparring(phase),
        )

    def _organiser(self) -> str:
        """Say that who ran the rounds is no more, if so."""
        organiser = self._context.facts.organisation(self._context.facts.programme.organiser)
        if organiser.ended is None:
            return ""
        name, ended = organiser.name.to(self._context.lang), self._context.day(organiser.ended)
        return self._context.word("state.past.organiser", organiser=name, ended=ended)

    def _sparring(self, phase: str) -> str:
        if not self._plan.sparring(phase):
            return ""
        return self._context.word("phase.sparring.length", hours=self._plan.hours("sparring"))
