"""Finds misspelt words: neither the language's speller nor the project's own word list has them."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from publish.proofreading.passage import Fault, Passage
from publish.proofreading.spellers import NoSpellerError, Speller, speller
from selfcheck.model import LANGS, Lang

LISTS = Path(__file__).parent

_WORD = re.compile(r"[^\W_]+(?:[-’'.:][^\W_]+)*-?")
# Endings of names and abbreviations: EU:n, HEUNIn, KEINO’s.
_ENDING = re.compile(r"(?::\w{1,6}|(?<=[A-ZÅÄÖ]{3})[a-zäö]{1,5}|[’']s?)$")


def misspelt(passages: Iterable[Passage], say: Callable[[str], None]) -> Iterator[Fault]:
    """Yield the misspelt words; ``say`` is told which languages have no speller here."""
    languages: dict[Lang, _Words] = {}
    for lang in LANGS:
        try:
            languages[lang] = _Words(lang, speller(lang))
        except NoSpellerError as error:
            say(f"{lang}: spelling not checked: {error}")
    for passage in passages:
        if words := languages.get(passage.lang):
            yield from _misspelt(passage, words)


def own_words(lang: Lang, folder: Path = LISTS) -> frozenset[str]:
    """Read the project's reviewed names and words of a language; # begins a comment."""
    files = (folder / f"words.{part}.txt" for part in ("names", lang))
    lines = (line for file in files for line in file.read_text("utf-8").splitlines())
    return frozenset(word for line in lines if (word := line.split("#")[0].strip()))


class _Words:
    """Tells known words from unknown ones, taking compounds and endings apart where need be."""

    def __init__(self, lang: Lang, speller: Speller) -> None:
        self._speller = speller
        self._own = own_words(lang)
        self.knows = cache(self._know)
        self.suggest = cache(speller.suggest)

    def _know(self, word: str) -> bool:
        """Tell whether a word, or every part of it, is known; numbers and letters always are."""
        return (
            len(word) == 1
            or any(sign.isdigit() for sign in word)
            or self._whole(word)
            or self._ended(word)
            or self._parts(word)
        )

    def _whole(self, word: str) -> bool:
        """A name is known as the list writes it, a word also with a capital."""
        own = word in self._own or (word[0].isupper() and word.lower() in self._own)
        return own or self._speller.knows(word)

    def _ended(self, word: str) -> bool:
        base = _ENDING.sub("", word)
        return base != word and self.knows(base)

    def _parts(self, word: str) -> bool:
        """Know `Soske-akatemia` by its parts, and `arbets-` by a compound that it begins."""
        if word.endswith("-"):
            return self.knows(word[:-1]) or self._speller.knows(f"{word[:-1]}grupp")
        parts = re.split(r"[-.:]", word)
        return len(parts) > 1 and all(map(self.knows, parts))


def _misspelt(passage: Passage, words: _Words) -> Iterator[Fault]:
    own = f"the word in publish/proofreading/words.{passage.lang}.txt"
    for word in _WORD.finditer(passage.text):
        if not words.knows(word[0]):
            close = " or ".join(words.suggest(word[0])[:3]) or "another word"
            line = passage.line_of(word.start())
            yield Fault(passage.file, line, f"the word {word[0]!r}", f"{close}, or {own}")
