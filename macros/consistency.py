"""Checks what spans several facts: ids that must exist, and events that must lie in their round."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.load import FOLDER, Document, FactError, Facts, Fault, Place, read
from macros.models import LANGS
from macros.rounds import Event, Round


def facts(folder: Path = FOLDER) -> Facts:
    """Return every fact of the site, checked. Raises :class:`FactError` with all faults."""
    loaded, documents = read(folder)
    if faults := list(contradictions(loaded, documents)):
        raise FactError(faults)
    return loaded


def contradictions(loaded: Facts, documents: dict[str, Document]) -> Iterator[Fault]:
    """Yield one fault for each contradiction within and between the fact files."""
    sources = {source.id for source in loaded.sources}
    organisations = {organisation.id for organisation in loaded.organisations}
    for file, key in _IDS.items():
        yield from _repeated(documents[file], key, [item.id for item in getattr(loaded, key)])
    yield from _languages(loaded, documents["languages"])
    if loaded.site.publisher not in organisations:
        yield _unknown(documents["site"], ("publisher",), loaded.site.publisher, organisations)
    yield from _placeholders(loaded, documents["words"])
    for at, source in enumerate(loaded.sources):
        if source.publisher not in organisations:
            place = ("sources", at, "publisher")
            yield _unknown(documents["sources"], place, source.publisher, organisations)
    for at, figure in enumerate(loaded.figures):
        if figure.source not in sources:
            place = ("figures", at, "source")
            yield _unknown(documents["figures"], place, figure.source, sources)
    for at, term in enumerate(loaded.terms):
        if term.source and term.source not in sources:
            yield _unknown(documents["glossary"], ("terms", at, "source"), term.source, sources)
    for round_ in loaded.rounds:
        yield from _round(round_, documents, sources)


_FILLED = re.compile(r"\{\w+\}")
_IDS = {
    "organisations": "organisations",
    "sources": "sources",
    "figures": "figures",
    "glossary": "terms",
}


def _languages(loaded: Facts, document: Document) -> Iterator[Fault]:
    found = [language.id for language in loaded.languages]
    if sorted(found) != sorted(LANGS):
        yield document.fault(("languages",), ", ".join(found), "fi, sv and en, each once")


def _placeholders(loaded: Facts, document: Document) -> Iterator[Fault]:
    """A word that is filled in must be filled in the same way in every language."""
    for key, text in loaded.words.items():
        wanted = sorted(_FILLED.findall(text.fi))
        for lang in LANGS[1:]:
            found = sorted(_FILLED.findall(text.to(lang)))
            if found != wanted:
                expected = f"the same words in braces as in Finnish: {', '.join(wanted) or 'none'}"
                yield document.fault((key, lang), ", ".join(found) or "none", expected)


def _round(round_: Round, documents: dict[str, Document], sources: set[str]) -> Iterator[Fault]:
    document = documents.get(f"rounds/{round_.id}")
    if document is None:
        names = ", ".join(sorted(name for name in documents if name.startswith("rounds/")))
        yield Fault(f"macros/facts/{names}", 1, "id", repr(round_.id), "the file's own name")
        return
    phases = [phase.id for phase in round_.phases]
    events = [event.id for event in round_.events]
    yield from _repeated(document, "phases", phases)
    yield from _repeated(document, "events", events)
    for at, event in enumerate(round_.events):
        yield from _event(document, round_, at, event)
    for place, found, known in _references(round_, phases, events, sources):
        if found not in known:
            yield _unknown(document, place, found, known)


def _references(
    round_: Round, phases: list[str], events: list[str], sources: set[str]
) -> Iterator[tuple[Place, str, Collection[str]]]:
    """Every id that a round names, where it names it, and what it may be."""
    for at, source in enumerate(round_.sources):
        yield ("sources", at), source, sources
    for at, event in enumerate(round_.events):
        yield ("events", at, "phase"), event.phase, phases
    for at, phase in enumerate(round_.programme.sparring_phases):
        yield ("programme", "sparring_phases", at), phase, phases
    for at, task in enumerate(round_.assignments):
        yield ("assignments", at, "phase"), task.phase, phases
        yield ("assignments", at, "given"), task.given, events
        yield ("assignments", at, "due"), task.due, events


def _event(document: Document, round_: Round, at: int, event: Event) -> Iterator[Fault]:
    programme = round_.programme
    first = programme.first_day if event.kind == "joint" else round_.application.opens
    if not first <= event.day <= programme.last_day:
        expected = f"a day of the round, from {first} to {programme.last_day}"
        yield document.fault(("events", at, "day"), str(event.day), expected)


def _repeated(document: Document, key: str, ids: list[str]) -> Iterator[Fault]:
    for repeated in (name for name, count in Counter(ids).items() if count > 1):
        last = len(ids) - 1 - ids[::-1].index(repeated)
        yield document.fault((key, last, "id"), repeated, "an id that no other entry has")


def _unknown(document: Document, place: Place, found: str, known: Collection[str]) -> Fault:
    return document.fault(place, found, f"one of: {', '.join(sorted(known))}")
