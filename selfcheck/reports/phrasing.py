"""Turns of phrase that several reports share."""

from collections.abc import Iterable, Sequence

from ..bank import Texts
from ..model import Answer, Bank, Standing, numbers
from ..scoring.result import Range
from ..scoring.timetable import Slot, Span
from ..words import Words
from .blocks import Block, Item, Items, Text

NOTHING = "–"


def question_titles(bank: Bank, texts: Texts) -> dict[str, str]:
    """Name every question as the reader knows it: by its number and wording."""
    given = texts.questions
    return {key: f"{number} {given[key].question}" for key, number in numbers(bank).items()}


def titles(bank: Bank, texts: Texts) -> dict[str, str]:
    """Name everything that can be answered: conditions by their wording, then the questions."""
    conditions = {key: text.question for key, text in texts.conditions.items()}
    return conditions | question_titles(bank, texts)


def pages(bank: Bank) -> dict[str, str]:
    """Give the page of the site for everything that can be answered."""
    conditions = {rule.id: rule.page for rule in bank.conditions}
    return conditions | {rule.id: rule.page for rule in bank.questions}


def roles(bank: Bank) -> dict[str, tuple[str, ...]]:
    """Give the roles that may know, for everything that can be answered."""
    conditions = {rule.id: rule.roles for rule in bank.conditions}
    return conditions | {rule.id: rule.roles for rule in bank.questions}


def ask(texts: Texts, words: Words, known: Iterable[str]) -> str:
    """Say whom to ask."""
    return words.say("conditions.ask", roles=", ".join(texts.roles[role] for role in known))


def owner(texts: Texts, words: Words, role: str) -> str:
    """Say who is responsible."""
    return words.say("steps.owner", role=texts.roles[role])


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


def bands(words: Words, texts: Texts, ids: Sequence[str]) -> str:
    """Name the band, or the lowest and the highest when a range straddles."""
    low, high = texts.bands[ids[0]].name, texts.bands[ids[-1]].name
    return low if low == high else words.say("bands.span", low=low, high=high)


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
    return (Text(some), Items(False, tuple(items))) if items else (Text(none),)
