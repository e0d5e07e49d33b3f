"""YAML whose faults are told by file, line and place, in an editor's words."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

_DEPTH = 20  # levels of lists and fields within each other

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class FactDefect:
    """One fault of a fact file: where it stands, what was found there and what was expected."""

    file: str
    line: int
    place: str
    found: str
    expected: str

    def __str__(self) -> str:
        return (
            f"{self.file}, line {self.line}, {self.place}: "
            f"found {self.found}; expected {self.expected}"
        )


class FactError(Exception):
    """Raised when facts are missing, malformed or contradict each other; carries every fault."""

    def __init__(self, faults: list[FactDefect]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


class _Loader(yaml.SafeLoader):
    """YAML in which dates, clock times and yes/no stay the text that the editor wrote."""


class _QuickLoader(yaml.CSafeLoader):
    """The same YAML, read many times faster; of a broken file it says less."""


_Loader.yaml_implicit_resolvers = _QuickLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Document:
    """A fact file that has been parsed: its data, and the nodes that know their lines."""

    file: str
    data: Any
    node: yaml.Node

    def line(self, place: Place) -> int:
        """Return the line of the deepest part of ``place`` that exists, counted from 1."""
        node = self.node
        line = node.start_mark.line
        for key in place:
            step = _child(node, key)
            if step is None:
                break
            line, node = step
        return line + 1

    def fault(self, place: Place, found: object, expected: str) -> FactDefect:
        """Describe a fault at ``place`` of this file."""
        return FactDefect(self.file, self.line(place), spell(place), _shown(found), expected)


def spell(place: Place) -> str:
    """Write a place as an editor reads it: ``events[2].day``; the whole file as ``(file)``."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)
    return text.lstrip(".") or "(file)"


def parse(path: Path, name: str) -> Document:
    """Parse one YAML file. Raises :class:`FactError`, which says ``name``, when it is broken."""
    try:
        return _parsed(path.read_text(encoding="utf-8"), name)
    except FileNotFoundError as error:
        raise FactError([FactDefect(name, 1, "(file)", "no file", "one of this name")]) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise FactError([FactDefect(name, line, "(file)", "other encoding", "UTF-8")]) from error


@lru_cache(maxsize=64)  # more than there are files, fewer than an editor saves in a day
def _parsed(text: str, name: str) -> Document:
    """Parse a file's text; a text that was parsed before is not parsed again."""
    if odd := list(_odd(text, name)):
        raise FactError(odd)
    try:
        node, data = _composed(text)
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        found = f"a control character, {error.character:#04x}"
        raise FactError([FactDefect(name, line, "(file)", found, "none")]) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        found = f"broken YAML ({error.problem})"
        raise FactError([FactDefect(name, line, "(file)", found, _YAML)]) from error
    if node is None:
        raise FactError([FactDefect(name, 1, "(file)", "an empty file", "facts")])
    if twice := [
        FactDefect(name, key.start_mark.line + 1, key.value, "the key twice", "each key once")
        for key in _repeated_keys(node)
    ]:
        raise FactError(twice)
    return Document(name, data, node)


def _odd(text: str, name: str) -> Iterator[FactDefect]:
    """Yield the first sign of YAML that fact files do without, as far as the text can be read."""
    depth = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=_QuickLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            mark = getattr(event, "anchor", None) or getattr(event, "tag", None)
            if mark or depth > _DEPTH:
                found = f"an anchor, alias or tag, {mark}" if mark else f"{depth} levels"
                line = event.start_mark.line + 1 if event.start_mark else 1
                yield FactDefect(name, line, "(file)", found, "facts in plain lists and fields")
                return


def _composed(text: str) -> tuple[yaml.Node | None, Any]:
    """Return a text's nodes and data. Raises ``yaml.YAMLError`` as the clearer parser tells it."""
    try:
        return _read_by(_QuickLoader(text))
    except yaml.YAMLError:
        return _read_by(_Loader(text))


def _read_by(loader: _Loader | _QuickLoader) -> tuple[yaml.Node | None, Any]:
    node = loader.get_single_node()
    return node, node and loader.construct_document(node)


def check[T](document: Document, kind: type[T]) -> T:
    """Turn a document into a typed fact. Raises :class:`FactError` with every fault of it."""
    return _validated(document, (), document.data, kind)


def listed[T](document: Document, key: str, kind: type[T]) -> T:
    """Turn the list that a document holds under ``key``, and holds alone, into typed facts.

    Raises :class:`FactError` with every fault of it.
    """
    if not isinstance(document.data, dict):
        raise FactError([document.fault((), document.data, _EXPECTED["model_type"])])
    others = [name for name in document.data if name != key]
    if others:
        unknown, expected = document.data, _EXPECTED["extra_forbidden"]
        raise FactError([document.fault((name,), unknown[name], expected) for name in others])
    return _validated(document, (key,), document.data.get(key), kind)


def _validated[T](document: Document, place: Place, data: Any, kind: type[T]) -> T:
    try:
        return TypeAdapter[T](kind).validate_python(data)
    except ValidationError as error:
        found = [_fault(document, place, fault) for fault in error.errors()]
        raise FactError(found) from error


_YAML = "an even indent, and quotes around a text with a colon"


def _child(node: yaml.Node, key: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child = node.value[key]
        return child.start_mark.line, child
    if isinstance(node, yaml.MappingNode):
        for name, child in node.value:
            if name.value == key:
                return name.start_mark.line, child
    return None


def _repeated_keys(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            if key.value in seen:
                yield key
            seen.add(key.value)
            yield from _repeated_keys(child)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _repeated_keys(child)


def _fault(document: Document, place: Place, fault: Any) -> FactDefect:
    """Tell a fault that pydantic found, in an editor's words."""
    place = (*place, *fault["loc"])
    if fault["type"] == "contradiction":
        wrong = fault["ctx"]
        return document.fault((*place, wrong["field"]), wrong["found"], wrong["expected"])
    found = None if fault["type"] == "missing" else fault["input"]
    said = str(fault["msg"]).removeprefix("Value error, ").removeprefix("Input should be ")
    return document.fault(place, found, _EXPECTED.get(fault["type"], said))


_EXPECTED = {
    "missing": "this field; add it",
    "extra_forbidden": "no field of this name; correct or remove it",
    "string_too_short": "a text; write it",
    "string_type": "a text; write it",
    "int_parsing": "a whole number, without quotes or spaces",
    "float_parsing": "a number, without quotes or spaces",
    "bool_parsing": "true or false",
    "model_type": "fields, each with its name",
    "dict_type": "fields, each with its name",
    "tuple_type": "a list",
}


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "fields"
    return "a list" if isinstance(value, list) else repr(value)
