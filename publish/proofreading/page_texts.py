"""Reads the prose of the pages: settings that are shown, then block by block."""

import re
from collections.abc import Iterator
from pathlib import Path

from publish.proofreading.fact_texts import scalars
from publish.proofreading.passage import Passage
from publish.proofreading.prose import plain
from selfcheck.model import LANGS, Lang

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_NOTICE = re.compile(r'^(?:!!!|\?\?\?\+?) [\w-]+ *(?:"(?P<title>.*)")? *$')
# What begins a block of its own although no empty line stands before it.
_START = re.compile(r"^\s*(?:#{1,6} |[-*+] |\d+\. |: |\||!!!|\?\?\?)")
_SHOWN = {"title", "description", "hero"}


def pages(root: Path) -> Iterator[Passage]:
    """Yield the prose of all pages of all languages below ``root``."""
    for lang in LANGS:
        for path in sorted((root / "docs" / lang).rglob("*.md")):
            yield from page(path.relative_to(root).as_posix(), lang, path.read_text("utf-8"))


def page(file: str, lang: Lang, text: str) -> Iterator[Passage]:
    """Yield the prose of one page."""
    front = _FRONT.match(text)
    if front:
        for keys, value, line in scalars(front[1]):
            if keys[0] in _SHOWN:
                yield Passage(file, line + 1, lang, plain(value))
    start = front.end() if front else 0
    for line, block in _blocks(text[start:].splitlines(), text.count("\n", 0, start) + 1):
        yield from _cells(file, line, lang, block)


def _blocks(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """Join lines into blocks, each with the number of its first line."""
    block: list[str] = []
    fenced = False
    for number, line in enumerate([*lines, ""], first):
        fence = line.lstrip().startswith("```")
        if block and (not line.strip() or fence or _START.match(line)):
            yield number - len(block), "\n".join(block)
            block = []
        fenced ^= fence
        if line.strip() and not fenced and not fence:
            block.append(_bare(line))


def _bare(line: str) -> str:
    """Take off what makes a line a heading, a list item or a notice."""
    if notice := _NOTICE.match(line):
        return notice["title"] or ""
    return re.sub(r"^\s*(?:#{1,6} |[-*+] |\d+\. |: )?", "", line)


def _cells(file: str, line: int, lang: Lang, block: str) -> Iterator[Passage]:
    """Yield a block, or each cell of a table row."""
    for text in plain(block).split("|") if block.startswith("|") else [plain(block)]:
        if text.strip():
            yield Passage(file, line, lang, text)
