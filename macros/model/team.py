"""The team that an organisation sends."""

from typing import Annotated

from pydantic import Field

from macros.model.fact import Fact, Id, Ref, SourceId, Translated, Whole


class Role(Fact):
    """A role in an organisation's team, and in which of the organisers' three lists it stands.

    ``short`` names it in the middle of a sentence.
    """

    id: Id
    minimum: bool
    recommended: bool
    emphasised: bool
    name: Translated
    short: Translated
    part: Translated

    @property
    def listed(self) -> bool:
        """Whether any of the organisers' lists has it."""
        return self.minimum or self.recommended or self.emphasised


class ThemeRole(Fact):
    """The role that knows a theme, and what the theme asks of the team, in words."""

    id: Id
    role: Annotated[Id, Ref("roles")]
    adds: Translated


class TeamLevel(Fact):
    """A level of a question of the self-check."""

    question: Annotated[Id, Ref("questions")]
    level: Annotated[Whole, Field(ge=0, le=3)]


class TeamLevels(Fact):
    """The answers of the self-check that an agreed team with every role or event covered gives."""

    core: TeamLevel
    attendance: TeamLevel


class Team(Fact):
    """Who takes part from an organisation."""

    source: SourceId
    roles: tuple[Role, ...]
    themes: tuple[ThemeRole, ...]
    levels: TeamLevels
