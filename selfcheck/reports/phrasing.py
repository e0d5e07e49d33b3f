"""Turns of phrase that several reports share."""

from collections.abc import Iterable, Sequence

from ..model import Answer, Standing
from ..scoring.result import Met, Range
from ..scoring.timetable import Slot, Span
from ..words import Words
from .blocks import Block, Heading, Item, Items, Text
from .edition import Edition

NOTHING = "–"


def ask(edition: Edition, roles: Iterable[str]) -> str:
    """Say whom to ask."""
    return edition.say("conditions.ask", roles=", ".join(edition.texts.roles[r] for r in roles))


def status(edition: Edition, met: Met) -> str:
    """Say whether a requirement is met."""
    return edition.say(f"reasons.met-{met}")


def owner(edition: Edition, role: str) -> str:
    """Say who takes a step."""
    return edition.say("steps.owner", role=edition.texts.roles[role])


def bands(edition: Edition, ids: Sequence[str]) -> str:
    """Name the band; two that are possible; or, of more, that it cannot be told yet."""
    low, high = (edition.texts.bands[id_].name for id_ in (ids[0], ids[-1]))
    if low == high:
        return low
    return edition.say("bands.span" if len(ids) == 2 else "bands.open", low=low, high=high)


def closing(edition: Edition) -> tuple[Block, ...]:
    """Say what a result is not."""
    return Heading(2, edition.say("closing.heading")), Text(edition.say("closing.note"))


def when(words: Words, slot: Slot) -> str:
    """Say when a step is done: the day, or in how many weeks."""
    if slot.due:
        key = "time.late" if slot.late else "time.by"
        return words.say(key, date=words.date(slot.due.isoformat()))
    return words.say("time.week") if slot.weeks == 1 else words.say("time.weeks", weeks=slot.weeks)


def pace(words: Words, slots: Sequence[Slot], span: Span | None) -> str:
    """Say how the times are meant and, before a closing day, whether they suffice."""
    how = words.say("time.how")
    if span is None or span.until is None:
        return how
    early = sum(not slot.late for slot in slots)
    key = "time.fits" if early == len(slots) else "time.short"
    until = words.date(span.until.isoformat())
    return f"{words.say(key, date=until, early=early, all=len(slots))} {how}"


def answer(words: Words, value: Answer | Standing) -> str:
    """Say an answer in words."""
    if isinstance(value, int):
        return words.say("answers.level", level=value)
    return words.say(f"answers.{value}")


def change(words: Words, rise: Range | None) -> str:
    """Write how far a range has moved: one signed number when both ends moved alike."""
    if rise is None:
        return NOTHING
    if not rise["low"] and not rise["high"]:
        return words.say("change.none")
    low, high = _signed(words, rise["low"]), _signed(words, rise["high"])
    return low if low == high else words.say("change.ends", low=low, high=high)


def _signed(words: Words, value: float) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return sign + words.number(abs(value))


def listed(items: Sequence[Item], some: str, none: str) -> tuple[Block, ...]:
    """Lay out a list under its introduction, or say that there is nothing to list."""
    return (Text(some), Items(tuple(items))) if items else (Text(none),)
