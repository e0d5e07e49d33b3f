"""Finds facts typed into pages: dates, years, clock times, large numbers.

They belong in ``macros/facts``.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from publish.proofreading.passage import Fault

# Numbers that name a law, a decision or a standard are names, not facts that change.
_NAMES = re.compile(
    r"\b\d+/\d{4}\b|\(E[UG]\) \d{4}/\d+|\b\d{4}/\d+/E[UG]\b|\b(EN|ISO)\s[\d\s]+(:\d{4})?"
    r"|WCAG \d\.\d|\d+\.\d+\.\d+ ?(?=[(,)])|[\w./:-]*://\S+"
)
_FACTS = {
    "a date": re.compile(r"\b\d{1,2}\.\d{1,2}\.(\d{4})?(?!\d)|\b\d{1,2} [A-Z][a-z]+ \d{4}\b"),
    "a year": re.compile(r"\b(19|20)\d{2}\b"),
    "a clock time": re.compile(
        r"\b(kello|klo|kl\.?)\s?\d[\d.:]*|\b\d{1,2}([.:]\d{2})?\s?(am|pm)\b|\b\d{1,2}:\d{2}\b"
    ),
    "a number": re.compile(r"\b\d{1,3}([\s,.]\d{3})+\b|\b\d{4,}\b"),
}


EXPECTED = 'a macro, such as {{ day("opens") }} or {{ figure("…") }}, and the fact in macros/facts'


def typed_facts(docs: Path) -> list[Fault]:
    """List every typed fact in the pages of all languages."""
    return [
        Fault(
            f"docs/{page.relative_to(docs).as_posix()}",
            number,
            f"{kind} typed as {text!r}",
            EXPECTED,
        )
        for page in sorted(docs.rglob("*.md"))
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1)
        for kind, text in in_line(line)
    ]


def in_line(line: str) -> Iterator[tuple[str, str]]:
    """Yield the first typed fact of a line as its kind and text, outside macros and names."""
    prose = _NAMES.sub("", re.sub(r"\{\{.*?\}\}|\]\([^)]*\)|\{ #[\w-]+ \}", "", line))
    for kind, pattern in _FACTS.items():
        if found := pattern.search(prose):
            yield kind, found[0]
            return
