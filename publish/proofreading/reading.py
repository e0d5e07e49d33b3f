"""Measures how hard the texts are to read, and finds sentences that are far too long.

LIX (Björnsson 1968) suits Swedish, and Finnish when compared with itself, for its words are long;
Reading Ease (Flesch 1948) is made for English. They are told, not judged: a number does not know
whether a text is clear.
"""

import re
from collections.abc import Iterable, Iterator
from statistics import fmean

from publish.proofreading.passage import Fault, Passage
from publish.proofreading.sentences import sentences
from selfcheck.model import Lang

LONG = 20
TOO_LONG = 40
_SYLLABLE = re.compile(r"[aeiouy]+", re.IGNORECASE)


def long_sentences(passages: Iterable[Passage]) -> Iterator[Fault]:
    """Yield the sentences that have more than forty words."""
    for passage in passages:
        for sentence in sentences(passage):
            if (count := len(sentence.words)) > TOO_LONG:
                found = f"a sentence of {count} words, “{' '.join(sentence.words[:6])} …”"
                yield Fault(passage.file, sentence.line, found, f"at most {TOO_LONG}; split it")


def measured(lang: Lang, passages: Iterable[Passage]) -> str:
    """Say in one line how long the sentences of a language are and how easy they are to read."""
    whole = [
        sentence.words for passage in passages for sentence in sentences(passage) if sentence.whole
    ]
    lengths = [len(words) for words in whole if words]
    if not lengths:
        return f"{lang}: no sentences"
    long = sum(length > LONG for length in lengths) / len(lengths)
    return (
        f"{lang}: {len(lengths)} sentences, {fmean(lengths):.1f} words on average, "
        f"{long:.0%} over {LONG} words, {_ease(lang, whole)}"
    )


def _ease(lang: Lang, whole: list[list[str]]) -> str:
    words = [word for sentence in whole for word in sentence]
    length = len(words) / len(whole)
    if lang == "en":
        syllables = fmean(map(_syllables, words))
        return f"Flesch reading ease {206.835 - 1.015 * length - 84.6 * syllables:.0f}"
    return f"LIX {length + 100 * fmean(len(word) > 6 for word in words):.0f}"


def _syllables(word: str) -> int:
    """Count the syllables of an English word by its vowels, without a silent last e."""
    groups = len(_SYLLABLE.findall(word))
    silent = word.endswith("e") and not word.endswith("le")
    return max(1, groups - silent)
