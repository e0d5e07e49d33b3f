"""What the checks of language share: a passage of text, and a fault in one."""

from dataclasses import dataclass

from selfcheck.model import Lang

# Stands for what is not prose (a date, a number, code), so that a sentence keeps its length.
BLANK = "0"


@dataclass(frozen=True)
class Passage:
    """A stretch of prose in one language: a paragraph, a heading, a value of a fact file."""

    file: str
    line: int
    lang: Lang
    text: str

    def line_of(self, position: int) -> int:
        """Return the line of the file on which the character at ``position`` stands."""
        return self.line + self.text.count("\n", 0, position)


@dataclass(frozen=True)
class Fault:
    """A fault of language: where it stands, what was found and what was expected."""

    file: str
    line: int
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: found {self.found}; expected {self.expected}"
