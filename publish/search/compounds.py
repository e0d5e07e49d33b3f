"""Halves of compounds, told from the words that stand on the pages."""

from collections.abc import Iterator

SHORTEST = 4
JOINTS = ("", "s")  # sysselsättning-s-villkor


def halves(stems: dict[str, str]) -> dict[str, set[str]]:
    """Return, of each word that two others make, the stems of the two; ``stems`` has all words."""
    known = {stem: stem for stem in stems.values() if len(stem) >= SHORTEST}
    known |= {word: stem for word, stem in stems.items() if len(word) >= SHORTEST}
    return {word: made for word in stems if (made := set(_split(word, stems[word], known)))}


def _split(word: str, stem: str, known: dict[str, str]) -> Iterator[str]:
    """Yield the stems of a compound's halves, the one with the longest second half."""
    for seam in range(SHORTEST, len(word) - SHORTEST + 1):
        head = next(filter(None, map(known.get, _unjoined(word[:seam]))), None)
        tail = known.get(word[seam:]) or known.get(stem[seam:])
        if head and tail:
            yield from (head, tail)
            return


def _unjoined(head: str) -> Iterator[str]:
    """Yield what a first half may be by itself."""
    return (head.removesuffix(joint) for joint in JOINTS if head.endswith(joint))
