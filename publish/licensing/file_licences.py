"""Finds the origin of every published file in licences.yaml."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.model.licences import Licences
from publish.errors import BuildError
from publish.licensing.packages import FACTS
from publish.site_layout import published_files

# Made from this very list.
MADE = ("licence-texts/*.txt", "sbom.cdx.json", ".well-known/security.txt")


def check_files(site: Path, licences: Licences) -> None:
    """Raise :class:`BuildError` for a file without an entry, and for an entry without a file."""
    names = [path.relative_to(site).as_posix() for path in published_files(site)]
    if faults := [*_strangers(names, licences), *_gone(names, licences)]:
        raise BuildError("\n".join(f"{FACTS}: {fault}" for fault in faults))


def _strangers(names: list[str], licences: Licences) -> Iterator[str]:
    known = [*licences.own, *MADE, *(one for work in licences.works for one in work.files)]
    patterns = [pattern(one) for one in known]
    for name in names:
        if not any(one.fullmatch(name) for one in patterns):
            yield f"no entry has the file {name}; add whose work it is"


def _gone(names: list[str], licences: Licences) -> Iterator[str]:
    held = set()
    for work in licences.works:
        patterns = [pattern(one) for one in work.files]
        if work.within in held or any(one.fullmatch(name) for one in patterns for name in names):
            held.add(work.id)
        else:
            yield f"{work.id} has no file in the site; remove the entry or correct its files"


def pattern(written: str) -> re.Pattern[str]:
    """Read a pattern: ``*`` within a folder, ``**/`` any folders or none, ``**`` anything."""
    parts = re.split(r"(\*\*/|\*\*|\*)", written)
    meaning = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}
    return re.compile("".join(meaning.get(part, re.escape(part)) for part in parts))
