"""Macros that tell of rounds that are over, from each round's own file."""

from babel.lists import format_list

from macros import formats
from macros.context import Context
from macros.model.rounds import Participants, Round
from macros.pages.dated import Dated


class History:
    """Rounds that were. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lang = context.lang

    def past_rounds(self) -> str:
        """Tell of every round whose last joint event is behind us, the latest first."""
        over = [
            round_
            for round_ in reversed(self._context.facts.rounds)
            if round_.state(self._context.today) == "past"
        ]
        return "\n\n".join(map(self._told, over)) or self._context.word("history.none")

    def participants(self, round_id: str) -> str:
        """List who took part in a round; KeyError when there is no such round or no list."""
        found = self._context.facts.round_called(round_id).participants
        if found is None:
            raise KeyError(f"{round_id} has no participants in its file")
        return f"{self._listed(found)} {self._context.source_mark(found.source)}"

    def _told(self, round_: Round) -> str:
        title = self._context.word("history.round", round=round_.name)
        parts = [f"## {title} {{ #round-{round_.id} }}", self._dates(round_), self._marks(round_)]
        if round_.participants:
            mark = self._context.source_mark(round_.participants.source)
            parts += [
                f"{self._context.word('history.participants')} {mark}",
                self._listed(round_.participants),
            ]
        return "\n\n".join(parts)

    def _dates(self, round_: Round) -> str:
        places = formats.count(round_.places, self._lang)
        dated = Dated(self._context, round_)
        return self._context.render("past_round.html", round=dated, places=places)

    def _listed(self, participants: Participants) -> str:
        name = self._context.organisation
        lines = []
        for group in participants.groups:
            names = format_list(list(map(name, group.organisations)), locale=self._lang)
            note = f" ({group.note.to(self._lang)})" if group.note else ""
            lines.append(f"- {names}{note}")
        return "\n".join(lines)

    def _marks(self, round_: Round) -> str:
        marks = " ".join(map(self._context.source_mark, round_.sources))
        return f"{self._context.word('history.sources')} {marks}"
