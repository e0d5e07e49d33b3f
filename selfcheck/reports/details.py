"""What goes through all answers, and how the score came about; folded in a page."""

from collections.abc import Iterator

from ..bank import Texts
from ..model import Bank
from ..scoring.tally import position
from ..sheets.sheet import Sheet
from ..views.explain import Gain, gains
from ..words import Words
from .blocks import Block, Heading, Item, Items, Text
from .feedback import feedback
from .phrasing import ask, listed, question_titles, titles
from .working import method


def details(bank: Bank, texts: Texts, words: Words, sheet: Sheet) -> tuple[Block, ...]:
    """Write what goes through all answers, and how the score came about; folded in a page."""
    return tuple(_details(bank, texts, words, sheet))


def _details(bank: Bank, texts: Texts, words: Words, sheet: Sheet) -> Iterator[Block]:
    yield from _open_answers(bank, texts, words, sheet)
    yield from feedback(bank, texts, words, sheet)
    yield from _evidence(bank, texts, words, sheet)
    yield from method(bank, texts, words, sheet)
    yield Heading(2, words.say("closing.heading"))
    yield Text(words.say("closing.note"))


def _open_answers(bank: Bank, texts: Texts, words: Words, sheet: Sheet) -> Iterator[Block]:
    questions = question_titles(bank, texts)
    items = [
        Item(questions[gain["question"]], _open_answer(texts, words, gain))
        for gain in gains(bank, position(bank, sheet))
    ]
    yield Heading(2, words.say("open.heading"), folded=bool(items))
    yield from listed(items, words.say("open.intro"), words.say("open.none"))


def _open_answer(texts: Texts, words: Words, gain: Gain) -> str:
    """Say what an open answer decides, and whom to ask."""
    overall, own = words.number(gain["overall"]), words.number(gain["own"])
    note = words.say("gain.note", overall=overall, own=own)
    return f"{note} {ask(texts, words, gain['roles'])}"


def _evidence(bank: Bank, texts: Texts, words: Words, sheet: Sheet) -> Iterator[Block]:
    named = titles(bank, texts)
    noted = {key: sheet.evidence.get(key, "").strip() for key in named}
    items = tuple(Item(named[key], text) for key, text in noted.items() if text)
    if items:
        yield Heading(2, words.say("evidence.heading"), folded=True)
        yield Items(False, items)
