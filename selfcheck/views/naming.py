"""Names by which things of one kind can be told apart."""

from collections import Counter
from collections.abc import Iterator, Sequence


def distinct(names: Sequence[str]) -> list[str]:
    """Number those that share a name, in order: "a", "b", "a" become "a (1)", "b", "a (2)".

    A number that would make a name somebody already has is passed over.
    """
    counts, taken = Counter(names), set(names)
    numbered = {name: _numbered(name, taken) for name, count in counts.items() if count > 1}
    return [next(numbered[name]) if name in numbered else name for name in names]


def _numbered(name: str, taken: set[str]) -> Iterator[str]:
    n = 0
    while True:
        n += 1
        if (candidate := f"{name} ({n})") not in taken:
            taken.add(candidate)
            yield candidate
