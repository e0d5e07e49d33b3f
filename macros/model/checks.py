"""Checks what spans several facts: ids that must exist, dates that must follow one another."""

import re
from collections.abc import Iterator
from dataclasses import fields

from macros import self_check
from macros.model.documents import Document, FactDefect, Place
from macros.model.facts import Facts
from macros.model.order import disorder, unplanned
from macros.model.programme import Programme
from macros.model.references import Known, by_list, repeated, unknown
from macros.model.rounds import Round
from macros.model.team import Team
from selfcheck.model import LANGS

_FILLED = re.compile(r"\{\w+\}")


def contradictions(loaded: Facts, documents: dict[str, Document]) -> Iterator[FactDefect]:
    """Yield one fault for each contradiction within and between the fact files."""
    if misnamed := list(_file_names(documents)):
        yield from misnamed
        return
    values = list(_files(loaded, documents))
    known: Known = {"questions": {question.id for question in self_check.bank().questions}}
    for _, value, place in values:
        known |= by_list(value, place)
    for document, value, place in values:
        if not isinstance(value, Round):
            yield from _ids(document, value, place, known)
    yield from _rounds(loaded, documents, known)
    yield from _themes(loaded.team, loaded.programme, documents["team"])
    yield from _languages(loaded, documents["languages"])
    yield from _placeholders(loaded, documents["words"])


def _ids(document: Document, value: object, place: Place, known: Known) -> Iterator[FactDefect]:
    """Each id is borne once, and each that is named is borne by something."""
    yield from repeated(document, value, place)
    yield from unknown(document, value, place, known)


def _rounds(loaded: Facts, documents: dict[str, Document], known: Known) -> Iterator[FactDefect]:
    """The programme in order, and then the rounds that take over from it."""
    programme = documents["programme"]
    if any(_ids(programme, loaded.programme, (), known)):
        return
    if unordered := [programme.fault(*wrong) for wrong in unplanned(loaded.programme)]:
        yield from unordered
        return
    for round_ in loaded.rounds:
        document = documents[f"rounds/{round_.id}"]
        faults = list(_ids(document, round_, (), known))
        yield from faults or (document.fault(*wrong) for wrong in disorder(round_))
        if round_ == loaded.round and not faults:
            yield from _dated(loaded, document)


def _files(
    loaded: Facts, documents: dict[str, Document]
) -> Iterator[tuple[Document, object, Place]]:
    """Each file with its facts, and the key that they stand under in it, if any."""
    for field in fields(loaded):
        value = getattr(loaded, field.name)
        if field.name != "rounds":
            yield documents[field.name], value, (field.name,) if isinstance(value, tuple) else ()
    for round_ in loaded.rounds:
        yield documents[f"rounds/{round_.id}"], round_, ()


def _themes(team: Team, programme: Programme, document: Document) -> Iterator[FactDefect]:
    """Each theme has an event of its own."""
    phases = {event.phase for event in programme.joint}
    for at, theme in enumerate(team.themes):
        if theme.id not in phases:
            expected = f"one of: {', '.join(sorted(phases))}"
            yield document.fault(("themes", at, "id"), theme.id, expected)


def _dated(loaded: Facts, document: Document) -> Iterator[FactDefect]:
    """The newest round gives a day to each joint event of the programme."""
    planned = [event.id for event in loaded.programme.joint]
    dated = [event.id for event in loaded.round.events]
    missing = [event for event in planned if event not in dated]
    if missing and loaded.round.joint:
        expected = f"a day for each joint event of the programme: {', '.join(planned)}"
        yield document.fault(("events",), f"none for {', '.join(missing)}", expected)


def _languages(loaded: Facts, document: Document) -> Iterator[FactDefect]:
    found = [language.id for language in loaded.languages]
    if len(found) == len(set(found)) and set(found) != set(LANGS):
        yield document.fault(("languages",), ", ".join(found), "fi, sv and en, each once")


def _placeholders(loaded: Facts, document: Document) -> Iterator[FactDefect]:
    """A word that is filled in must be filled in the same way in every language."""
    for key, text in loaded.words.items():
        for lang in LANGS:
            if set("{}") & set(_FILLED.sub("", text.to(lang))):
                expected = "braces in pairs around a name, such as {round}"
                yield document.fault((key, lang), text.to(lang), expected)
        wanted = sorted(_FILLED.findall(text.fi))
        for lang in LANGS[1:]:
            found = sorted(_FILLED.findall(text.to(lang)))
            if found != wanted:
                expected = f"the same words in braces as in Finnish: {', '.join(wanted) or 'none'}"
                yield document.fault((key, lang), ", ".join(found) or "none", expected)


def _file_names(documents: dict[str, Document]) -> Iterator[FactDefect]:
    """A round's file is called after its id: so a copy for a new round is given a new id too."""
    for name, document in documents.items():
        folder, _, stem = name.partition("/")
        if folder == "rounds" and document.data["id"] != stem:
            yield document.fault(("id",), document.data["id"], f"{stem}, as the file is called")
