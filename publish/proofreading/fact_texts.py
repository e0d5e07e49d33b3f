"""Reads the prose of ``macros/facts``: every text that stands under a language."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from publish.proofreading.passage import Passage
from publish.proofreading.prose import plain
from selfcheck.model import LANGS, Lang

# Settings below a language that are not texts; `avoid` lists words that no text may have.
_NO_TEXT = {"id", "path", "url", "avoid"}


def facts(root: Path) -> Iterator[Passage]:
    """Yield the texts of all fact files below ``root``."""
    for path in sorted((root / "macros" / "facts").rglob("*.yaml")):
        file = path.relative_to(root).as_posix()
        for keys, value, line in scalars(path.read_text("utf-8")):
            lang = _language(keys)
            if lang and not _NO_TEXT & set(keys):
                yield Passage(file, line, lang, plain(value))


def scalars(text: str) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Yield each value of a YAML text with the keys that lead to it and its line.

    An entry of a list that has an ``id`` is led to by that id.
    """
    if node := yaml.compose(text, yaml.SafeLoader):
        yield from _walk(node, ())


def _walk(node: yaml.Node, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield keys, node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _walk(entry, (*keys, *_id(entry)))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _walk(value, (*keys, key.value))


def _id(entry: yaml.Node) -> tuple[str, ...]:
    found = entry.value if isinstance(entry, yaml.MappingNode) else ()
    return tuple(value.value for key, value in found if key.value == "id")


def _language(keys: tuple[str, ...]) -> Lang | None:
    return next((lang for lang in LANGS if lang in keys), None)
