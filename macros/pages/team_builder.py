"""Macros of the team page: who takes part, in which role, and who can come to which event.

The page's script works with the facts given here; without it the same roles and events are a
worksheet to fill in by hand.
"""

from macros import self_check
from macros.context import Context
from macros.model.rounds import STATES
from macros.model.team import TeamLevel, ThemeRole
from macros.pages.ahead import asks_of_a_round, plan
from selfcheck.model import Question, numbers

_WORDS = "builder."
_BLANK_ROWS = 3  # of the worksheet, for more participants of a role or other roles


class TeamBuilder:
    """The team builder as the page shows it. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lang = context.lang
        self._plan = plan(context)

    def team_builder(self) -> str:
        """Draw the builder, still without participants, and the worksheet that stands in for it."""
        return self._context.render(
            "team_builder.html",
            plan=self._plan,
            states=STATES,
            state=self._context.facts.round.state(self._context.today),
            slots=self._slots(),
            roles=[role for role in self._context.facts.team.roles if role.listed],
            blank_rows=_BLANK_ROWS,
            script=self._for_script(),
        )

    def _slots(self) -> list[dict[str, str]]:
        """The joint events in order, each with its time, whole and in two pieces."""
        return [
            {
                "id": slot.id,
                "title": slot.title,
                "name": slot.title.partition(":")[0],
                "when": slot.when,
                "day": slot.day,
                "clock": slot.clock,
            }
            for slot in self._plan.joint()
        ]

    def _for_script(self) -> dict[str, object]:
        """What web/team works with; its types.js tells the shape."""
        team = self._context.facts.team
        return {
            "round": self._context.facts.round.id,
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
            "levels": {
                name: self._level(level) for name, level in team.levels if self._is_asked(level)
            },
            "phrases": self._context.phrases(_WORDS),
        }

    def _theme(self, theme: ThemeRole) -> dict[str, object]:
        """A theme with the role that knows it and the joint events of its own phase."""
        slots = [slot.id for slot in self._plan.joint() if slot.phase == theme.id]
        return {
            "id": theme.id,
            "role": theme.role,
            "slots": slots,
            "adds": theme.adds.to(self._lang),
        }

    def _is_asked(self, level: TeamLevel) -> bool:
        """Whether the self-check asks about it now, so that its page has the question."""
        question = self_check.edition(self._lang).bank.entries[level.question]
        of_a_round = isinstance(question, Question) and question.round
        return not of_a_round or asks_of_a_round(self._context)

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
