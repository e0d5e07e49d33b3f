"""Who speaks in an answer file: management or procurement, told by the role they wrote."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from ..toml import parse

FILE = "words/speakers.toml"

type Speaker = Literal["management", "procurement"]
type Stems = Mapping[str, tuple[str, ...]]


def load_stems() -> Stems:
    """Load the parts of words by which roles are recognised, in all languages at once."""
    return {
        kind: tuple(stem for stems in table.values() for stem in stems)
        for kind, table in parse(FILE).items()
    }


def speaker(role: str, stems: Stems) -> Speaker | None:
    """Tell who speaks: a head of procurement for procurement, an assistant of the head for none."""
    words = f" {re.sub(r'\W+', ' ', role.casefold())} "
    if any(stem in words for stem in stems["procurement"]):
        return "procurement"
    kinds = set(_kinds(words, stems))
    return "management" if "management" in kinds and "assistant" not in kinds else None


def _kinds(words: str, stems: Stems) -> Iterator[str]:
    """Tell of each part that is found, from left to right, what kind of role it belongs to."""
    kinds = {stem: kind for kind, parts in stems.items() for stem in parts}
    longest_first = sorted(kinds, key=len, reverse=True)
    for found in re.finditer("|".join(map(re.escape, longest_first)), words):
        yield kinds[found.group()]
