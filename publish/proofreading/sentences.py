"""Splits passages into sentences and sentences into words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publish.proofreading.passage import Passage

# A full stop after these does not end a sentence.
_SHORT = ("esim.", "mm.", "ns.", "t.ex.", "bl.a.", "s.k.", "e.g.", "i.e.", "klo.", "kl.", "No.")
_END = re.compile(r"[.!?…][”’)]*\s+(?=[”‘(]?[A-ZÅÄÖ0-9])")
_WORD = re.compile(r"[^\W_]+(?:[-’'.:–/][^\W_]+)*")


@dataclass(frozen=True)
class Sentence:
    """A sentence with the passage it stands in; ``whole`` if it ends as a sentence does."""

    passage: Passage
    start: int
    text: str

    @property
    def line(self) -> int:
        """The line that the sentence begins on."""
        return self.passage.line_of(self.start)

    @property
    def words(self) -> list[str]:
        """The words of the sentence; a number or a macro call is one word."""
        return _WORD.findall(self.text)

    @property
    def whole(self) -> bool:
        """Whether this is a sentence rather than a heading, a label or an item of a list."""
        return self.text.rstrip("”’) ").endswith((".", "!", "?", "…"))


def sentences(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of a passage."""
    start = 0
    for end in [*(found.end() for found in _END.finditer(passage.text)), len(passage.text)]:
        text = passage.text[start:end]
        goes_on = end < len(passage.text) and text.rstrip().endswith(_SHORT)
        if text.strip() and not goes_on:
            yield Sentence(passage, start + len(text) - len(text.lstrip()), text.strip())
            start = end
