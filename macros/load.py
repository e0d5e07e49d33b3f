"""Reads ``macros/facts`` into one checked :class:`Facts`, or says what is wrong and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from macros.models import (
    Fact,
    Figure,
    Lang,
    Language,
    Organisation,
    Site,
    Source,
    Team,
    Term,
    Text,
)
from macros.rounds import Round

Place = tuple[str | int, ...]
FOLDER = Path(__file__).parent / "facts"


class Facts(Fact):
    """Every fact of the site. Rounds stand oldest first."""

    site: Site
    languages: tuple[Language, ...]
    rounds: Annotated[tuple[Round, ...], Field(min_length=1)]
    organisations: tuple[Organisation, ...]
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    terms: tuple[Term, ...]
    team: Team
    words: dict[str, Text]

    @property
    def round(self) -> Round:
        """The newest round, the one the pages show."""
        return self.rounds[-1]

    def organisation(self, organisation: str) -> Organisation:
        """Return the organisation with this id; KeyError when there is none."""
        return {known.id: known for known in self.organisations}[organisation]

    def language(self, lang: Lang) -> Language:
        """Return the language with this code."""
        return {language.id: language for language in self.languages}[lang]


@dataclass(frozen=True)
class Fault:
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

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


class _Loader(yaml.SafeLoader):
    """YAML in which dates, clock times and yes/no stay the text that the editor wrote."""


_Loader.yaml_implicit_resolvers = {
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

    def fault(self, place: Place, found: object, expected: str) -> Fault:
        """Describe a fault at ``place`` of this file."""
        return Fault(self.file, self.line(place), spell(place), repr(found), expected)


def spell(place: Place) -> str:
    """Write a place as an editor reads it: ``events[2].day``; the whole file as ``(file)``."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)
    return text.lstrip(".") or "(file)"


def parse(path: Path) -> Document:
    """Parse one YAML file. Raises :class:`FactError` when it is missing or broken."""
    name = path.relative_to(path.parents[2]).as_posix() if len(path.parents) > 2 else path.name
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, _Loader)
        data = yaml.load(text, _Loader)  # noqa: S506 -- a SafeLoader
    except OSError as error:
        raise FactError([Fault(name, 0, "(file)", "no file", f"a file: {error}")]) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise FactError([Fault(name, line, "(file)", str(error.problem), "valid YAML")]) from error
    if node is None:
        raise FactError([Fault(name, 1, "(file)", "an empty file", "facts")])
    document = Document(name, data, node)
    if twice := [
        Fault(name, key.start_mark.line + 1, key.value, "the key twice", "each key once")
        for key in _repeated_keys(node)
    ]:
        raise FactError(twice)
    return document


def check[T](document: Document, data: object, kind: type[T] | Any, at: tuple[str, ...] = ()) -> T:
    """Turn parsed data into a typed fact. Raises :class:`FactError` with every fault of it."""
    try:
        return TypeAdapter[T](kind).validate_python(data)
    except ValidationError as error:
        raise FactError(
            [
                document.fault(at + fault["loc"], _found(fault["input"]), _expected(fault))
                for fault in error.errors()
            ]
        ) from error


def read(folder: Path = FOLDER) -> tuple[Facts, dict[str, Document]]:
    """Read and check every fact file by itself; the documents come along to locate later faults."""
    documents = {
        path.relative_to(folder).with_suffix("").as_posix(): parse(path)
        for path in sorted(folder.rglob("*.yaml"))
    }
    values: dict[str, Any] = {
        "rounds": sorted(
            (check(doc, doc.data, Round) for name, doc in documents.items() if "/" in name),
            key=lambda round_: round_.application.opens,
        ),
        "site": check(documents["site"], documents["site"].data, Site),
        "team": check(documents["team"], documents["team"].data, Team),
        "words": check(documents["words"], documents["words"].data, dict[str, Text]),
    }
    for name, (field, kind) in _LISTS.items():
        document = documents[name]
        values[field] = check(document, document.data.get(field), kind, (field,))
    return Facts.model_construct(**values), documents


# File, the key its list stands under, and what the list holds.
_LISTS: dict[str, tuple[str, Any]] = {
    "languages": ("languages", tuple[Language, ...]),
    "organisations": ("organisations", tuple[Organisation, ...]),
    "sources": ("sources", tuple[Source, ...]),
    "figures": ("figures", tuple[Figure, ...]),
    "glossary": ("terms", tuple[Term, ...]),
}


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


def _found(value: object) -> object:
    return "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, list) else value


def _expected(fault: Any) -> str:
    plain = {
        "missing": "this field; add it",
        "extra_forbidden": "no field of this name; correct or remove it",
        "string_too_short": "a text; write it",
    }
    return plain.get(fault["type"]) or str(fault["msg"]).removeprefix("Value error, ")
