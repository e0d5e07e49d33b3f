"""The terms of the field."""

from pydantic import Field

from macros.model.fact import Fact, Id, NonEmpty, SourceId, Translated

Wordings = dict[NonEmpty, NonEmpty]


class Avoid(Fact):
    """Wordings not to use in a language, each with what to write; ``*`` stands for any ending."""

    fi: Wordings = Field(default_factory=dict)
    sv: Wordings = Field(default_factory=dict)
    en: Wordings = Field(default_factory=dict)


class Term(Fact):
    """A term of the field, the same thing in three languages, explained in each."""

    id: Id
    term: Translated
    definition: Translated
    source: SourceId | None = None
    avoid: Avoid = Avoid()
