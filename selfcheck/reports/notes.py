"""What to keep in mind about an answer file that was filled in under other rules."""

from collections.abc import Iterable, Iterator

from ..sheets.sheet import Sheet
from .blocks import Block, Heading, Item, Items, Text
from .edition import Edition
from .phrasing import answer


def notes(edition: Edition, sheet: Sheet) -> Iterator[Block]:
    """Say under which rules the answers were given, and which questions have to be answered now."""
    say = edition.say
    yield from other_rules(edition, [sheet.rules])
    if (past := sheet.kept.get("kind")) and not sheet.kind:
        yield Text(say("notes.kind", kind=past["kind"]))
    if withdrawn := tuple(_withdrawn(edition, sheet)):
        yield from (Text(say("notes.withdrawn")), Items(withdrawn))


def other_rules(edition: Edition, versions: Iterable[str]) -> Iterator[Block]:
    """Say under which rules answers were given, where they are not those of the result."""
    ours = edition.bank.version
    if others := sorted({version for version in versions if version != ours}):
        yield Text(edition.say("notes.rules", before=", ".join(others), after=ours))


def kept(edition: Edition, sheet: Sheet) -> Iterator[Block]:
    """Write, folded away, what was answered to what is asked no longer, with its evidence."""
    said = {**sheet.kept.get("conditions", {}), **sheet.kept.get("answers", {})}
    noted = sheet.kept.get("evidence", {})
    titles = {
        key: text for key, text in edition.texts.retired.items() if key in said or key in noted
    }
    if titles:
        yield Heading(2, edition.say("notes.kept"), folded=True)
        yield Text(edition.say("notes.retired"))
        items = (
            Item(text, _kept(edition, said.get(key), noted.get(key)))
            for key, text in titles.items()
        )
        yield Items(tuple(items))


def _kept(edition: Edition, said: object, noted: object) -> str:
    told = [f"{answer(edition.words, said)}."] if said is not None else []  # type: ignore[arg-type]
    proof = [edition.say("feedback.evidence", text=noted)] if noted else []
    return " ".join((*told, *proof))


def _withdrawn(edition: Edition, sheet: Sheet) -> Iterator[Item]:
    """List the questions that were left out and have to be answered now."""
    left_out = sheet.kept.get("answers", {})
    return (Item(title) for key, title in edition.question_titles.items() if key in left_out)
