"""Finds, by the types of the facts, every id that must be known and every list of ids."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic.fields import FieldInfo

from macros.model.documents import Document, FactDefect, Place
from macros.model.fact import Fact, Ref

Reference = tuple[Place, Ref, str]
Known = dict[str, set[str]]


def unknown(document: Document, value: object, place: Place, known: Known) -> Iterator[FactDefect]:
    """Yield a fault for each id below ``value`` that nothing bears.

    ``known`` names the ids of each list; those of the file itself come first.
    """
    own = known | by_list(value, place)
    for at, ref, found in _references(value, place):
        if found not in own[ref.to]:
            yield document.fault(at, found, f"one of: {', '.join(sorted(own[ref.to]))}")


def named(value: object, to: str) -> set[str]:
    """Return the ids below ``value`` that refer to an entry of the list ``to``."""
    return {found for _, ref, found in _references(value, ()) if ref.to == to}


def repeated(document: Document, value: object, place: Place) -> Iterator[FactDefect]:
    """Yield a fault for each id that stands more than once in a list below ``value``."""
    for at, ids in lists(value, place):
        for name in (name for name, count in Counter(ids).items() if count > 1):
            last = len(ids) - 1 - ids[::-1].index(name)
            yield document.fault((*at, last, "id"), name, "an id that no other entry has")


def lists(value: object, place: Place) -> Iterator[tuple[Place, list[str]]]:
    """Yield where each list of entries stands, and the ids in it."""
    if isinstance(value, tuple) and all(hasattr(entry, "id") for entry in value):
        yield place, [entry.id for entry in value]
    for name, part in _parts(value):
        yield from lists(part, (*place, name))


def by_list(value: object, place: Place) -> Known:
    """Return the ids below ``value`` by the name of the list that they stand in."""
    return {str(at[-1]): set(ids) for at, ids in lists(value, place) if ids}


def _references(value: object, place: Place, ref: Ref | None = None) -> Iterator[Reference]:
    if isinstance(value, str) and ref:
        yield place, ref, value
    fields = type(value).model_fields if isinstance(value, Fact) else {}
    for name, part in _parts(value):
        found = _ref(fields[name]) if name in fields else ref
        yield from _references(part, (*place, name), found)


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    """The fields of a fact, the entries of a list, the texts under their keys."""
    if isinstance(value, Fact):
        return ((name, getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()


def _ref(hint: Any) -> Ref | None:
    """Return the mark on a field's type, or within it (`SourceId | None`)."""
    if isinstance(hint, FieldInfo):
        marks = [mark for mark in hint.metadata if isinstance(mark, Ref)]
        return marks[0] if marks else _ref(hint.annotation)
    if isinstance(hint, Ref):
        return hint
    return next((found for part in get_args(hint) if (found := _ref(part))), None)
