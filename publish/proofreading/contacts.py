"""Finds personal data: e-mail addresses and telephone numbers of people."""

import re
from collections.abc import Iterator
from pathlib import Path

from publish.proofreading.passage import Fault

_CONTACTS = {
    "an e-mail address": re.compile(r"[\w.+-]+(?:@| ?[(\[](?:at|ät)[)\]] ?)[\w-]+\.[a-z]{2,}\b"),
    "a telephone number": re.compile(
        r"(?<![\w/.–-])(?:\+\d{2,3}[ \d()-]{7,}|0(?:[45]\d|\d{1,2})[ -]\d{3}[ -]?\d{2,})(?!\w)"
    ),
}
# An authority's advice line is a service and no person's: it has a field of its own.
_ADVICE_LINE = re.compile(r" +phone: ")
_FILES = ("docs/*/**/*.md", "macros/facts/**/*.yaml", "selfcheck/*/*.toml", "selfcheck/*/*/*.json")


def contacts(root: Path) -> Iterator[Fault]:
    """Yield e-mail addresses and telephone numbers in the files that hold the site's texts."""
    for path in sorted({path for pattern in _FILES for path in root.glob(pattern)}):
        file = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for kind, pattern in _CONTACTS.items():
                if not _ADVICE_LINE.match(line) and (found := pattern.search(line)):
                    yield Fault(file, number, f"{kind}, {found[0]!r}", "an organisation's page")
