"""Macros of the team page: who takes part, in which role, and who can come to which event.

The page's script works with the facts given here; without it the same roles and events are a
worksheet to fill in by hand.
"""

from macros import formats, self_check
from macros.context import Context
from macros.model.rounds import Event
from macros.model.team import TeamLevel, ThemeRole
from selfcheck.model import numbers

_WORDS = "builder."
_BLANK_ROWS = 3  # of the worksheet, for more participants of a role or other roles


class TeamBuilder:
    """The team builder as the page shows it. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lang = context.lang
        self._round = context.facts.round

    def team_builder(self) -> str:
        """Draw the builder, still without participants, and the worksheet that stands in for it."""
        return self._context.render(
            "team_builder.html",
            calendar=self._context.root_link(self._round.calendar(self._lang)),
            state=self._round.state(self._context.today),
            slots=self._slots(),
            roles=[role for role in self._context.facts.team.roles if role.listed],
            blank_rows=_BLANK_ROWS,
            script=self._for_script(),
        )

    def _slots(self) -> list[dict[str, str]]:
        """The joint events in order, each with its exact time, whole and in two pieces."""
        return [self._slot(event) for event in self._round.joint]

    def _slot(self, event: Event) -> dict[str, str]:
        title = event.title.to(self._lang)
        clock = formats.clock(*event.times, self._lang) if event.times else ""
        return {
            "id": event.id,
            "title": title,
            "name": title.partition(":")[0],
            "when": formats.when(event.day, event.times, self._lang),
            "day": formats.day(event.day, self._lang),
            "clock": clock,
        }

    def _for_script(self) -> dict[str, object]:
        """What web/team works with; its types.js tells the shape."""
        team = self._context.facts.team
        return {
            "round": self._round.id,
            "roles": [
                {
                    "id": role.id,
                    "name": role.short.to(self._lang),
                    "minimum": role.minimum,
                    "recommended": role.recommended,
                    "emphasised": role.emphasised,
                }
                for role in team.roles
            ],
            "slots": self._slots(),
            "themes": [self._theme(theme) for theme in team.themes],
            "levels": {name: self._level(level) for name, level in team.levels},
            "phrases": self._context.phrases(_WORDS),
        }

    def _theme(self, theme: ThemeRole) -> dict[str, object]:
        """A theme with the role that knows it and the joint events of its own phase."""
        slots = [event.id for event in self._round.joint if event.phase == theme.id]
        return {
            "id": theme.id,
            "role": theme.role,
            "slots": slots,
            "adds": theme.adds.to(self._lang),
        }

    def _level(self, level: TeamLevel) -> dict[str, object]:
        """A level of the self-check in words, and where its question stands."""
        edition = self_check.edition(self._lang)
        texts = edition.texts.questions[level.question]
        return {
            "number": numbers(edition.bank)[level.question],
            "level": level.level,
            "text": texts.levels[level.level],
            "href": self._context.link(f"self-check/index.md#question-{level.question}"),
        }
