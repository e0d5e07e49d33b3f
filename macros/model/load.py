"""Reads ``macros/facts`` into one checked :class:`Facts`, or says what is wrong and where."""

from pathlib import Path
from typing import Any

from pydantic import create_model

from macros.model.checks import contradictions
from macros.model.documents import Document, FactDefect, FactError, check, parse
from macros.model.fact import Fact, Translated
from macros.model.facts import Facts
from macros.model.figures import Figure
from macros.model.glossary import Term
from macros.model.languages import Language
from macros.model.licences import Licences
from macros.model.milestones import Milestone
from macros.model.organisations import Organisation
from macros.model.payment import Payment
from macros.model.process import ProcessFacts
from macros.model.rounds import Round
from macros.model.services import Services
from macros.model.site import SiteFacts
from macros.model.sources import Source
from macros.model.team import Team

FOLDER = Path(__file__).parents[1] / "facts"


def facts(folder: Path = FOLDER) -> Facts:
    """Return every fact of the site, checked. Raises :class:`FactError` with all faults."""
    loaded, documents = read(folder)
    if faults := list(contradictions(loaded, documents)):
        raise FactError(faults)
    return loaded


def read(folder: Path = FOLDER) -> tuple[Facts, dict[str, Document]]:
    """Read and check every fact file by itself; the documents come along to locate later faults."""
    rounds = sorted(f"rounds/{path.stem}" for path in (folder / "rounds").glob("*.yaml"))
    if not rounds:
        raise FactError(
            [FactDefect(f"{_HOME}/rounds", 1, "(folder)", "no round", "a file for each")]
        )
    documents = {
        name: parse(folder / f"{name}.yaml", f"{_HOME}/{name}.yaml")
        for name in [*_WHOLE, *_LISTS, *rounds]
    }
    values: dict[str, Any] = {name: check(documents[name], kind) for name, kind in _WHOLE.items()}
    for name, (field, kind) in _LISTS.items():
        fields: dict[str, Any] = {field: kind}
        listed = create_model(field, __base__=Fact, **fields)
        values[field] = getattr(check(documents[name], listed), field)
    checked: list[Round] = [check(documents[name], Round) for name in rounds]
    values["rounds"] = sorted(checked, key=lambda round_: round_.application.opens)
    return Facts.model_construct(**values), documents


_HOME = "macros/facts"
# Files that are one fact, and files with a list: the key it stands under, and what it holds.
_WHOLE: dict[str, Any] = {
    "site": SiteFacts,
    "team": Team,
    "words": dict[str, Translated],
    "process": ProcessFacts,
    "payment": Payment,
    "services": Services,
    "licences": Licences,
}
_LISTS: dict[str, tuple[str, Any]] = {
    "languages": ("languages", tuple[Language, ...]),
    "organisations": ("organisations", tuple[Organisation, ...]),
    "sources": ("sources", tuple[Source, ...]),
    "figures": ("figures", tuple[Figure, ...]),
    "glossary": ("terms", tuple[Term, ...]),
    "milestones": ("milestones", tuple[Milestone, ...]),
}
