"""What can go wrong: an editor's defects in the bank, a user's faults in an answer sheet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing an editor has to mend: where it stands, what is there, what belongs there."""

    file: str
    place: str
    found: str
    expected: str
    advice: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}"
        return f"{where}: found {self.found}, expected {self.expected}. {self.advice}"


class BankError(ValueError):
    """The bank or the words cannot be used; `defects` lists everything found, in file order."""

    def __init__(self, defects: tuple[Defect, ...]) -> None:
        self.defects = defects
        super().__init__("\n".join(map(str, defects)))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in an answer sheet; `words.sentence` says it in the reader's language.

    `field` is the path in the file, such as `answers.will-reason`; empty when it is the whole file.
    `found` and `expected` are short, printable and on one line, whatever the file contained.
    """

    code: str
    field: str = ""
    found: str = ""
    expected: str = ""


class SheetError(ValueError):
    """The answer sheet cannot be used; `faults` lists everything found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{f.code} {f.field}".strip() for f in faults))
