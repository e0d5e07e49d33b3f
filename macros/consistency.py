"""Checks what spans several facts: ids that must exist, and events that must lie in their round."""

from collections import Counter
from collections.abc import Iterable, Iterator

from macros.load import Document, FactError, Facts, Fault, read
from macros.models import LANGS
from macros.rounds import Event, Round


def facts() -> Facts:
    """Return every fact of the site, checked. Raises :class:`FactError` with all faults."""
    loaded, documents = read()
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
    for at, source in enumerate(loaded.sources):
        if source.publisher not in organisations:
            place = ("sources", at, "publisher")
            yield _unknown(documents["sources"], place, source.publisher, organisations)
    for file, key, items in (
        ("figures", "figures", loaded.figures),
        ("glossary", "terms", loaded.terms),
    ):
        for at, item in enumerate(items):
            if item.source and item.source not in sources:
                yield _unknown(documents[file], (key, at, "source"), item.source, sources)
    for round_ in loaded.rounds:
        yield from _round(round_, documents, sources)


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


def _round(round_: Round, documents: dict[str, Document], sources: set[str]) -> Iterator[Fault]:
    document = documents.get(f"rounds/{round_.id}")
    if document is None:
        names = ", ".join(sorted(name for name in documents if name.startswith("rounds/")))
        yield Fault(f"macros/facts/{names}", 1, "id", repr(round_.id), "the file's own name")
        return
    phases = [phase.id for phase in round_.phases]
    events = [event.id for event in round_.events]
    for key, ids in (("phases", phases), ("events", events)):
        yield from _repeated(document, key, ids)
    for at, source in enumerate(round_.sources):
        if source not in sources:
            yield _unknown(document, ("sources", at), source, sources)
    for at, event in enumerate(round_.events):
        yield from _event(document, round_, at, event, phases)
    for at, phase in enumerate(round_.programme.sparring_phases):
        if phase not in phases:
            yield _unknown(document, ("programme", "sparring_phases", at), phase, phases)
    for at, assignment in enumerate(round_.assignments):
        for field, known in (("phase", phases), ("given", events), ("due", events)):
            value = getattr(assignment, field)
            if value not in known:
                yield _unknown(document, ("assignments", at, field), value, known)


def _event(
    document: Document, round_: Round, at: int, event: Event, phases: list[str]
) -> Iterator[Fault]:
    if event.phase not in phases:
        yield _unknown(document, ("events", at, "phase"), event.phase, phases)
    programme = round_.programme
    first = programme.first_day if event.kind == "joint" else round_.application.opens
    if not first <= event.day <= programme.last_day:
        expected = f"a day of the round, from {first} to {programme.last_day}"
        yield document.fault(("events", at, "day"), str(event.day), expected)


def _repeated(document: Document, key: str, ids: list[str]) -> Iterator[Fault]:
    for repeated in (name for name, count in Counter(ids).items() if count > 1):
        last = len(ids) - 1 - ids[::-1].index(repeated)
        yield document.fault((key, last, "id"), repeated, "an id that no other entry has")


def _unknown(
    document: Document, place: tuple[str | int, ...], found: str, known: Iterable[str]
) -> Fault:
    return document.fault(place, found, f"one of: {', '.join(sorted(known))}")
