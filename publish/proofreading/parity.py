"""Compares the three languages page by page: what one has, the others must have.

Words may differ; pages, headings with their ids, macro calls, links and notices may not, and they
stand in the same order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publish.proofreading.passage import Fault
from selfcheck.model import LANGS

REFERENCE = LANGS[0]

_HEADING = re.compile(r"^(?P<level>#{1,6}) .*?(?:\{ #(?P<id>[\w-]+) \})?\s*$")
_MACRO = re.compile(r"\{\{ *(?P<name>\w+)\((?P<arguments>[^}]*)\) *\}\}")
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_NOTICE = re.compile(r"^(?P<mark>!!!|\?\?\?\+?) (?P<kind>[\w-]+)")
_FRONT = re.compile(r"^ *(?P<key>[a-z_]+):")
_WORDS = re.compile(r', *"[^"]*"$')


@dataclass(frozen=True)
class Mark:
    """One piece of a page's structure and the line it stands on."""

    line: int
    what: str


def differences(docs: Path) -> list[Fault]:
    """Compare ``docs/sv`` and ``docs/en`` with ``docs/fi``; one difference per page, the first."""
    pages = {lang: _pages(docs / lang) for lang in LANGS}
    found: list[Fault] = []
    for lang in LANGS[1:]:
        for page in sorted(pages[REFERENCE] | pages[lang]):
            found += _page(docs, lang, page, page in pages[REFERENCE], page in pages[lang])
    return found


def marks(text: str) -> list[Mark]:
    """List the structure of a page in order: settings, headings, macros, links, notices."""
    listed: list[Mark] = []
    front = False
    for number, line in enumerate(text.splitlines(), 1):
        if line == "---" and (number == 1 or front):
            front = not front
        elif front:
            listed += [
                Mark(number, f"setting {match['key']}") for match in [_FRONT.match(line)] if match
            ]
        else:
            listed += [Mark(number, what) for what in _line(line)]
    return listed


def _line(line: str) -> Iterator[str]:
    if heading := _HEADING.match(line):
        yield f"a level {len(heading['level'])} heading with id {heading['id'] or '(none)'}"
    if notice := _NOTICE.match(line):
        yield f"a notice {notice['mark']} {notice['kind']}"
    calls = [
        f"{{{{ {match['name']}({_facts(match['arguments'])}) }}}}"
        for match in _MACRO.finditer(line)
    ]
    links = [f"a link to {_target(match['target'])}" for match in _LINK.finditer(line)]
    # Word order may differ between languages, what is on a line may not.
    yield from sorted(calls + links)


def _target(address: str) -> str:
    """Tell pages of the site apart; an authority has an address of its own in each language."""
    return "another site" if address.startswith("https://") else address


def _facts(arguments: str) -> str:
    """Leave out the inflected words that ``term`` shows: they are each language's own."""
    return _WORDS.sub("", arguments)


def _page(docs: Path, lang: str, page: str, original: bool, translated: bool) -> list[Fault]:
    file = f"docs/{lang}/{page}"
    if not translated:
        return [Fault(file, 0, "no file", f"a translation of docs/{REFERENCE}/{page}")]
    if not original:
        return [Fault(file, 0, "a page", f"none, or docs/{REFERENCE}/{page} as well")]
    ours = _whole((docs / lang / page).read_text("utf-8"))
    theirs = _whole((docs / REFERENCE / page).read_text("utf-8"))
    for mine, other in zip(ours, theirs, strict=False):
        if mine.what != other.what:
            expected = f"{other.what}, as docs/{REFERENCE}/{page} has on line {other.line}"
            return [Fault(file, mine.line, mine.what, expected)]
    return []


def _whole(text: str) -> list[Mark]:
    listed = marks(text)
    return [*listed, Mark(listed[-1].line if listed else 1, "the end of the page")]


def _pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
