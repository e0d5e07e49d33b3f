"""Who speaks in an answer file: management or procurement, told by the role they wrote."""

from collections.abc import Mapping
from typing import Literal

from ..toml import parse

FILE = "words/speakers.toml"

type Speaker = Literal["management", "procurement"]
type Stems = Mapping[str, tuple[str, ...]]


def load_stems() -> Stems:
    """Load the beginnings of words by which a role is recognised, in all languages at once."""
    return {
        speaker: tuple(stem for stems in table.values() for stem in stems)
        for speaker, table in parse(FILE).items()
    }


def speaker(role: str, stems: Stems) -> Speaker | None:
    """Tell who speaks; a head of procurement speaks for procurement."""
    words = role.casefold()
    if any(stem in words for stem in stems["procurement"]):
        return "procurement"
    if any(stem in words for stem in stems["management"]):
        return "management"
    return None
