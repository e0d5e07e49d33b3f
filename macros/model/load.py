"""Reads ``macros/facts`` into one checked :class:`Facts`, or says what is wrong and where."""

from dataclasses import Field, fields, replace
from pathlib import Path
from typing import Any, get_origin

from macros.model.checks import contradictions
from macros.model.documents import Document, FactDefect, FactError, check, listed, parse
from macros.model.facts import Facts
from macros.model.programme import filled_in
from macros.model.rounds import Round

FOLDER = Path(__file__).parents[1] / "facts"
_HOME = "macros/facts"


def facts(folder: Path = FOLDER) -> Facts:
    """Return every fact of the site, checked. Raises :class:`FactError` with all faults."""
    loaded, documents = read(folder)
    if faults := list(contradictions(loaded, documents)):
        raise FactError(faults)
    return loaded


def read(folder: Path = FOLDER) -> tuple[Facts, dict[str, Document]]:
    """Return every fact, each file checked by itself, and the documents to locate later faults in.

    A document stands under its field's name, that of a round under ``rounds/`` and its file's name.
    Raises :class:`FactError` with the faults of the first file that has any.
    """
    whole = [field for field in fields(Facts) if field.name != "rounds"]
    documents = {
        field.name: _parsed(folder, field.metadata.get("file", field.name)) for field in whole
    }
    rounds = {f"rounds/{path.stem}": path for path in sorted((folder / "rounds").glob("*.yaml"))}
    if not rounds:
        raise FactError(
            [FactDefect(f"{_HOME}/rounds", 1, "(folder)", "no round", "a file for each")]
        )
    documents |= {name: _parsed(folder, name) for name in rounds}
    values = {field.name: _checked(documents[field.name], field) for field in whole}
    programme = documents["programme"].data
    documents |= {
        name: replace(documents[name], data=filled_in(documents[name].data, programme))
        for name in rounds
    }
    read_rounds = [check(documents[name], Round) for name in rounds]
    oldest_first = sorted(read_rounds, key=lambda round_: round_.application.opens)
    return Facts(**values, rounds=tuple(oldest_first)), documents


def _parsed(folder: Path, name: str) -> Document:
    return parse(folder / f"{name}.yaml", f"{_HOME}/{name}.yaml")


def _checked(document: Document, field: Field[Any]) -> Any:
    """A file's facts: the list under the field's name, or the file as a whole."""
    kind: Any = field.type
    if get_origin(kind) is tuple:
        return listed(document, field.name, kind)
    return check(document, kind)
