"""What to keep in mind about an answer file that was filled in under other rules."""

from collections.abc import Iterable, Iterator

from ..sheets.sheet import Sheet
from .blocks import Block, Item, Items, Text
from .edition import Edition


def notes(edition: Edition, sheet: Sheet) -> Iterator[Block]:
    """Say under which rules the answers were given, and which of them count no longer."""
    say = edition.say
    yield from other_rules(edition, [sheet.rules])
    if retired := tuple(_retired(edition, sheet)):
        yield from (Text(say("notes.retired")), Items(retired))
    if withdrawn := tuple(_withdrawn(edition, sheet)):
        yield from (Text(say("notes.withdrawn")), Items(withdrawn))


def other_rules(edition: Edition, versions: Iterable[str]) -> Iterator[Block]:
    """Say under which rules answers were given, where they are not those of the result."""
    ours = edition.bank.version
    if others := sorted({version for version in versions if version != ours}):
        yield Text(edition.say("notes.rules", before=", ".join(others), after=ours))


def _retired(edition: Edition, sheet: Sheet) -> Iterator[Item]:
    """List what was answered and is asked no longer."""
    held = {key for entries in sheet.kept.values() for key in entries}
    return (Item(text) for key, text in edition.texts.retired.items() if key in held)


def _withdrawn(edition: Edition, sheet: Sheet) -> Iterator[Item]:
    """List the questions that were left out and have to be answered now."""
    left_out = sheet.kept.get("answers", {})
    return (Item(title) for key, title in edition.question_titles.items() if key in left_out)
