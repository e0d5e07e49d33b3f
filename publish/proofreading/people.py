"""Finds personal data: e-mail addresses, telephone numbers, names of people in the sources."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import repeat
from pathlib import Path

from publish.proofreading.passage import Fault, Passage

NOT_PEOPLE = Path(__file__).with_name("not-people.txt")

_CONTACTS = {
    "an e-mail address": re.compile(r"[\w.+-]+(?:@| ?[(\[](?:at|ät)[)\]] ?)[\w-]+\.[a-z]{2,}\b"),
    "a telephone number": re.compile(
        r"(?<![\w/.–-])(?:\+\d{2,3}[ \d()-]{7,}|0(?:[45]\d|\d{1,2})[ -]\d{3}[ -]?\d{2,})(?!\w)"
    ),
}
_FILES = ("docs/*/**/*.md", "macros/facts/**/*.yaml", "selfcheck/*/*.toml", "selfcheck/*/*/*.json")
_CAPITAL = r"[A-ZÅÄÖ][a-zåäöéü]{2,}(?:-[A-ZÅÄÖ][a-zåäöéü]+)?"
# Two capitalised words; pairs may overlap, since a title can stand before a name.
_NAME = re.compile(rf"\b(?=({_CAPITAL} {_CAPITAL})\b)")
# So much of a name's end may change when Finnish inflects it.
_INFLECTED = 3


def contacts(root: Path) -> Iterator[Fault]:
    """Yield e-mail addresses and telephone numbers in the files that hold the site's texts."""
    for path in sorted({path for pattern in _FILES for path in root.glob(pattern)}):
        file = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for kind, pattern in _CONTACTS.items():
                if found := pattern.search(line):
                    yield Fault(file, number, f"{kind}, {found[0]!r}", "an organisation's page")


def names(passages: Iterable[Passage], sources: Iterable[Path], root: Path) -> Iterator[Fault]:
    """Yield what looks like the name of a person in the sources and is not known as another's."""
    theirs = {name for path in sources for name in _names(path)}
    theirs -= {*_names(root / "macros" / "facts" / "organisations.yaml"), *_names(NOT_PEOPLE)}
    for passage in passages:
        for name in _NAME.finditer(passage.text):
            if any(map(_same, theirs, repeat(name[1]))):
                line = passage.line_of(name.start())
                expected = (
                    "no person's name; other names stand in publish/proofreading/not-people.txt"
                )
                yield Fault(passage.file, line, f"the name {name[1]!r}", expected)


def _names(path: Path) -> Iterator[str]:
    return (_plain(name[1]) for name in _NAME.finditer(path.read_text("utf-8")))


def _same(theirs: str, ours: str) -> bool:
    """Tell whether ours may be theirs in another case form."""
    return _plain(ours).startswith(theirs[:-_INFLECTED])


def _plain(name: str) -> str:
    """Leave out dots and accents: a scanned source often lacks them."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if sign.isascii())
