"""What goes through all answers, and how the score came about; folded in a page."""

from collections.abc import Iterator

from ..scoring.tally import Tally
from ..sheets.sheet import Sheet
from ..views.explain import Gain, gains
from .blocks import Block, Heading, Item, Items
from .edition import Edition
from .feedback import feedback
from .phrasing import ask, closing, listed
from .working import working


def details(edition: Edition, here: Tally) -> tuple[Block, ...]:
    """Write what open answers decide, what each answer says, the evidence and the working."""
    return (
        *_open_answers(edition, here),
        *feedback(edition, here.sheet),
        *_evidence(edition, here.sheet),
        *working(edition, here),
        *closing(edition),
    )


def _open_answers(edition: Edition, here: Tally) -> Iterator[Block]:
    items = [_open_answer(edition, gain) for gain in gains(here)]
    yield Heading(2, edition.say("open.heading"), folded=bool(items))
    yield from listed(items, edition.say("open.intro"), edition.say("open.none"))


def _open_answer(edition: Edition, gain: Gain) -> Item:
    """Say what an open answer decides, and whom to ask."""
    overall, own = (edition.words.number(points) for points in (gain["overall"], gain["own"]))
    note = edition.say("gain.note", overall=overall, own=own)
    return Item(edition.titles[gain["question"]], f"{note} {ask(edition, gain['roles'])}")


def _evidence(edition: Edition, sheet: Sheet) -> Iterator[Block]:
    noted = {key: sheet.evidence.get(key, "").strip() for key in edition.titles}
    items = tuple(Item(edition.titles[key], text) for key, text in noted.items() if text)
    if items:
        yield Heading(2, edition.say("evidence.heading"), folded=True)
        yield Items(items)
