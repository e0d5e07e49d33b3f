"""Checks what spans several facts: ids that must exist, and events that must lie in their round."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from macros.model.documents import Document, FactDefect, Place
from macros.model.facts import Facts
from macros.model.rounds import Event, Round
from macros.model.team import Team
from selfcheck.bank import load
from selfcheck.model import LANGS


def contradictions(loaded: Facts, documents: dict[str, Document]) -> Iterator[FactDefect]:
    """Yield one fault for each contradiction within and between the fact files."""
    sources = {source.id for source in loaded.sources}
    organisations = {organisation.id for organisation in loaded.organisations}
    for file, key in _IDS.items():
        yield from _repeated(documents[file], key, [item.id for item in getattr(loaded, key)])
    yield from _team(loaded.team, loaded.round, documents["team"])
    works = [work.id for work in loaded.licences.works]
    yield from _repeated(documents["licences"], "works", works)
    yield from _languages(loaded, documents["languages"])
    yield from _placeholders(loaded, documents["words"])
    for file, place, found in _publishers(loaded):
        if found not in organisations:
            yield _unknown(documents[file], place, found, organisations)
    for file, place, found in _sources(loaded):
        if found not in sources:
            yield _unknown(documents[file], place, found, sources)
    yield from _file_names(documents)
    for round_ in loaded.rounds:
        if document := documents.get(f"rounds/{round_.id}"):
            yield from _round(round_, document, sources, organisations)


_FILLED = re.compile(r"\{\w+\}")
_IDS = {
    "organisations": "organisations",
    "sources": "sources",
    "figures": "figures",
    "glossary": "terms",
    "milestones": "milestones",
}


def _publishers(loaded: Facts) -> Iterator[tuple[str, Place, str]]:
    """Every organisation named as a publisher, and the file and place that name it."""
    yield "site", ("publisher",), loaded.site.publisher
    for at, source in enumerate(loaded.sources):
        yield "sources", ("sources", at, "publisher"), source.publisher


def _sources(loaded: Facts) -> Iterator[tuple[str, Place, str]]:
    """Every source named outside the rounds, and the file and place that name it."""
    yield "team", ("source",), loaded.team.source
    yield "payment", ("source",), loaded.payment.source
    yield "services", ("source",), loaded.services.source
    for part in ("model", "strategy", "process"):
        yield "process", (part, "source"), getattr(loaded.process, part).source
    for at, figure in enumerate(loaded.figures):
        yield "figures", ("figures", at, "source"), figure.source
    for at, milestone in enumerate(loaded.milestones):
        yield "milestones", ("milestones", at, "source"), milestone.source
    for at, term in enumerate(loaded.terms):
        if term.source:
            yield "glossary", ("terms", at, "source"), term.source


def _team(team: Team, round_: Round, document: Document) -> Iterator[FactDefect]:
    """Themes name roles and phases with events in the newest round, levels name questions."""
    phases = {event.phase for event in round_.joint}
    roles = [role.id for role in team.roles]
    yield from _repeated(document, "roles", roles)
    yield from _repeated(document, "themes", [theme.id for theme in team.themes])
    for at, theme in enumerate(team.themes):
        if theme.role not in roles:
            yield _unknown(document, ("themes", at, "role"), theme.role, roles)
        if phases and theme.id not in phases:
            yield _unknown(document, ("themes", at, "id"), theme.id, phases)
    questions = [question.id for question in load().questions]
    for name, level in team.levels:
        if level.question not in questions:
            yield _unknown(document, ("levels", name, "question"), level.question, questions)


def _languages(loaded: Facts, document: Document) -> Iterator[FactDefect]:
    found = [language.id for language in loaded.languages]
    if sorted(found) != sorted(LANGS):
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


def _round(
    round_: Round, document: Document, sources: set[str], organisations: set[str]
) -> Iterator[FactDefect]:
    if not round_.joint:
        yield document.fault(("events",), "no joint event", "at least one of kind: joint")
    phases = [phase.id for phase in round_.phases]
    events = [event.id for event in round_.events]
    yield from _repeated(document, "phases", phases)
    yield from _repeated(document, "events", events)
    yield from _repeated(document, "assignments", [task.id for task in round_.assignments])
    for at, event in enumerate(round_.events):
        yield from _event(document, round_, at, event)
    for place, found, known in (
        *_references(round_, phases, events, sources),
        *_participants(round_, sources, organisations),
    ):
        if found not in known:
            yield _unknown(document, place, found, known)


def _participants(
    round_: Round, sources: set[str], organisations: set[str]
) -> Iterator[tuple[Place, str, Collection[str]]]:
    """Every organisation that took part, and the source that says so."""
    if round_.participants is None:
        return
    yield ("participants", "source"), round_.participants.source, sources
    for at, group in enumerate(round_.participants.groups):
        for which, organisation in enumerate(group.organisations):
            place = ("participants", "groups", at, "organisations", which)
            yield place, organisation, organisations


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


def _event(document: Document, round_: Round, at: int, event: Event) -> Iterator[FactDefect]:
    programme = round_.programme
    first = programme.first_day if event.kind == "joint" else round_.application.opens
    if not first <= event.day <= programme.last_day:
        expected = f"a day of the round, from {first} to {programme.last_day}"
        yield document.fault(("events", at, "day"), str(event.day), expected)


def _repeated(document: Document, key: str, ids: list[str]) -> Iterator[FactDefect]:
    for repeated in (name for name, count in Counter(ids).items() if count > 1):
        last = len(ids) - 1 - ids[::-1].index(repeated)
        yield document.fault((key, last, "id"), repeated, "an id that no other entry has")


def _unknown(document: Document, place: Place, found: str, known: Collection[str]) -> FactDefect:
    return document.fault(place, found, f"one of: {', '.join(sorted(known))}")
