"""Reads the prose of the self-check: the question bank, the tool's phrases and the examples."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publish.proofreading.passage import Passage
from publish.proofreading.prose import plain
from selfcheck.model import LANGS

# What an example file says in words; the rest are ids and numbers.
_EXAMPLE = ("organisation", "role", "evidence")


def tool(root: Path) -> Iterator[Passage]:
    """Yield the texts of the self-check below ``root``."""
    folder = root / "selfcheck"
    for lang in LANGS:
        for path in (folder / "bank" / f"{lang}.toml", folder / "words" / f"{lang}.toml"):
            if path.is_file():
                raw = path.read_text("utf-8")
                for line, text in _located(raw, tomllib.loads(raw)):
                    yield Passage(path.relative_to(root).as_posix(), line, lang, plain(text))
        for path in sorted((folder / "examples" / lang).glob("*.json")):
            raw = path.read_text("utf-8")
            shown = {key: value for key, value in json.loads(raw).items() if key in _EXAMPLE}
            for line, text in _located(raw, shown):
                yield Passage(path.relative_to(root).as_posix(), line, lang, plain(text))


def _located(raw: str, data: Any) -> Iterator[tuple[int, str]]:
    """Yield each string of ``data`` with its line; equal strings get their own lines in order."""
    seen: Counter[str] = Counter()
    for text in _strings(data):
        pieces = raw.split(json.dumps(text, ensure_ascii=False), seen[text] + 1)
        seen[text] += 1
        found = len(pieces) == seen[text] + 1
        yield (sum(piece.count("\n") for piece in pieces[:-1]) + 1 if found else 1), text


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _strings(value)
