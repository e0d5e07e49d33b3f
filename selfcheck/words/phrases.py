"""The tool's own phrases in a reader's language, and numbers and dates as that language has them.

The phrases stand in words/<lang>.toml; the three files hold the same keys and placeholders.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from ..errors import BankError, Defect, Fault
from ..model import LANGS, Lang
from ..scoring.result import Range
from ..toml import Table, parse


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases by dotted key, such as `report.title`."""

    lang: Lang
    phrases: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Say a phrase with its placeholders filled."""
        return self.phrases[key].format(**values)

    def sentence(self, fault: Fault) -> str:
        """Tell a fault of an answer sheet in one line that names its field."""
        values = {"field": fault.field, "found": fault.found, "expected": fault.expected}
        return self.say(f"faults.{fault.code}", **values)

    def number(self, value: float) -> str:
        """Write a score with one decimal: 48,3 in Finnish and Swedish, 48.3 in English."""
        return f"{value:.1f}".replace(".", self.phrases["number.decimal"])

    def span(self, scores: Range) -> str:
        """Write a range, as one number when its ends are equal."""
        low, high = self.number(scores["low"]), self.number(scores["high"])
        return low if low == high else self.say("number.span", low=low, high=high)

    def date(self, iso: str) -> str:
        """Write an ISO date as the language does."""
        year, month, day = iso.split("-")
        name = self.phrases[f"months.m{month}"]
        return self.say("number.date", day=int(day), month=name, year=int(year))


def load_words(lang: Lang, directory: Path | None = None) -> Words:
    """Load the phrases of a language; `check_words` tells whether all three fit together.

    Raises `BankError` when the file cannot be read.
    """
    return Words(lang, _phrases(lang, directory))


def check_words(directory: Path | None = None) -> None:
    """Expect the same keys and placeholders in all languages; raises `BankError`."""
    model, *others = ((lang, _phrases(lang, directory)) for lang in LANGS)
    defects = [
        defect
        for lang, phrases in (model, *others)
        for defect in _differences(f"words/{lang}.toml", phrases, model[1])
    ]
    if defects:
        raise BankError(tuple(defects))


def _phrases(lang: Lang, directory: Path | None) -> dict[str, str]:
    return _flat(parse(f"words/{lang}.toml", directory))


def _flat(document: Table) -> dict[str, str]:
    return {
        f"{s}.{k}": str(v)
        for s, table in document.items()
        if isinstance(table, dict)
        for k, v in table.items()
    }


def _differences(file: str, ours: Mapping[str, str], model: Mapping[str, str]) -> list[Defect]:
    """List where a file departs from the first language's."""
    return [
        Defect(file, key, _sketch(ours, key), _sketch(model, key), "Keep the three files alike.")
        for key in {**model, **ours}
        if _sketch(ours, key) != _sketch(model, key)
    ]


def _sketch(phrases: Mapping[str, str], key: str) -> str:
    """Reduce a phrase to what must be the same in all languages."""
    if key not in phrases:
        return "no such phrase"
    try:
        names = {name for _, name, _, _ in Formatter().parse(phrases[key]) if name is not None}
    except ValueError as error:
        return f"a phrase with a broken placeholder ({error})"
    return "a phrase with {" + "} {".join(sorted(names)) + "}" if names else "a plain phrase"
