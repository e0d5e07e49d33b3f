"""Where words come from: their base forms and the halves of compounds.

Finnish is asked of Voikko, which knows its grammar. Swedish and English, and Finnish where Voikko
is missing, are cut to stems by Snowball's rules; a compound is what other words of the pages make.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import snowballstemmer

from publish.search.compounds import halves
from publish.search.finnish import Origins, voikko

RULES = {"fi": "finnish", "sv": "swedish", "en": "english"}
WEAKER = "Voikko is missing: the Finnish search will find fewer bent words and compounds"


@dataclass(frozen=True)
class Origin:
    """What a word comes from; ``parts`` are weaker ties than ``bases``."""

    bases: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()

    def __str__(self) -> str:
        """Write as the index has it: ``base base/part part``, or nothing at all."""
        parts = " ".join(sorted(self.parts - self.bases))
        return " ".join(sorted(self.bases)) + (f"/{parts}" if parts else "")


type Morphology = Callable[[set[str]], dict[str, Origin]]


def morphology(lang: str) -> Morphology:
    """Return the best the machine has for a language; says so where Finnish has to do with less."""
    if lang == "fi":
        if speaker := voikko():
            return by_grammar(speaker)
        print(WEAKER, file=sys.stderr)
    return by_rules(RULES[lang], splits=lang != "en")


def by_grammar(origins: Origins) -> Morphology:
    """Tell origins by a grammar that gives base forms and parts."""
    return lambda words: {word: _origin(word, *origins(word)) for word in sorted(words)}


def by_rules(rules: str, *, splits: bool) -> Morphology:
    """Tell origins by the rules of a Snowball stemmer; ``splits`` tells halves of compounds too."""
    stem = snowballstemmer.stemmer(rules).stemWord

    def tell(words: set[str]) -> dict[str, Origin]:
        stems = {word: stem(word) for word in sorted(words)}
        parts = halves(stems) if splits else {}
        return {word: _origin(word, [stems[word]], parts.get(word, ())) for word in stems}

    return tell


def _origin(word: str, bases: Iterable[str], parts: Iterable[str]) -> Origin:
    """Leave out what says nothing: the word itself, and crumbs."""
    known, made = ({one for one in found if len(one) > 2} - {word} for found in (bases, parts))
    return Origin(frozenset(known), frozenset(made))
