"""Finds stretches of text copied from the sources: eight words or more in the same order."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from publish.proofreading.passage import Fault, Passage

LENGTH = 8
_WORD = re.compile(r"[^\W_]+")


def copied(passages: Iterable[Passage], sources: Iterable[Path]) -> Iterator[Fault]:
    """Yield each stretch of at least eight words that also stands in a source."""
    theirs: set[tuple[str, ...]] = set()
    for source in sources:
        theirs |= {shingle for _, shingle in _shingles(source.read_text("utf-8"))}
    for passage in passages:
        for start, end in _stretches(passage.text, theirs):
            if _names(passage.text[start:end]):
                continue
            found = f"“{' '.join(passage.text[start:end].split())}” as a source has it"
            yield Fault(passage.file, passage.line_of(start), found, "the site's own words")


def _stretches(text: str, theirs: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield where each copied stretch starts and ends; shingles that overlap are one stretch."""
    places = [place for place, shingle in _shingles(text) if shingle in theirs]
    while places:
        start, end = places.pop(0)
        while places and places[0][0] <= end:
            end = places.pop(0)[1]
        yield start, end


def _names(text: str) -> bool:
    """Tell whether most words have capitals: a list of names is nobody's own sentence."""
    words: list[str] = _WORD.findall(text)
    return sum(word[0].isupper() for word in words) > len(words) / 2


def _shingles(text: str) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Yield every eight words in a row, normalised, with the place they take in the text."""
    found = list(_WORD.finditer(text))
    words = [_normal(word[0]) for word in found]
    for first in range(len(words) - LENGTH + 1):
        last = first + LENGTH
        yield (found[first].start(), found[last - 1].end()), tuple(words[first:last])


def _normal(word: str) -> str:
    """Leave out case and dots: a scanned source often lacks them."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
