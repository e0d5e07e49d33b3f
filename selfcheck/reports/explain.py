"""What a result rests on, told in a reader's language, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..bank import Texts
from ..model import Bank
from ..sheets.sheet import Sheet
from ..views.explain import Explanation, Gain, OpenCondition
from ..words import Words
from .blocks import Block, Heading, Item, Table, Text
from .phrasing import ask, listed, question_titles
from .working import method


def explain_report(
    bank: Bank, texts: Texts, words: Words, sheet: Sheet, explanation: Explanation
) -> tuple[Block, ...]:
    """Write the explanation of a sheet's result."""
    return tuple(_ExplainReport(bank, texts, words, sheet, explanation).blocks())


@dataclass(frozen=True)
class _ExplainReport:
    bank: Bank
    texts: Texts
    words: Words
    sheet: Sheet
    explanation: Explanation

    def blocks(self) -> Iterator[Block]:
        say = self.words.say
        yield Heading(1, say("explain.title"))
        yield Heading(2, say("open.heading"))
        yield from self.open_answers()
        yield Heading(2, say("explain.conditions"))
        items = [self.condition(rule) for rule in self.explanation["conditions"]]
        yield from listed(items, self.conditions_intro(), say("explain.conditions-none"))
        yield from method(self.bank, self.texts, self.words, self.sheet)
        yield Heading(2, say("closing.heading"))
        yield Text(say("closing.note"))

    def open_answers(self) -> Iterator[Block]:
        say, gains = self.words.say, self.explanation["open"]
        if not gains:
            yield Text(say("open.none"))
            return
        yield Text(say("explain.open-intro"))
        keys = ("method.question", "explain.overall", "explain.own", "explain.who")
        rows = tuple(self.gain(gain) for gain in gains)
        yield Table(say("explain.open-caption"), tuple(map(say, keys)), rows)

    def gain(self, gain: Gain) -> tuple[str, ...]:
        number, title = self.words.number, question_titles(self.bank, self.texts)[gain["question"]]
        who = ", ".join(self.texts.roles[role] for role in gain["roles"])
        return title, number(gain["overall"]), number(gain["own"]), who

    def conditions_intro(self) -> str:
        names = [self.texts.bands[band.id].name for band in self.bank.bands if band.conditions]
        if not names:
            return self.words.say("explain.conditions-free")
        return self.words.say("explain.conditions-intro", bands=", ".join(names))

    def condition(self, open_: OpenCondition) -> Item:
        text = self.texts.conditions[open_["condition"]]
        return Item(text.question, f"{text.ask} {ask(self.texts, self.words, open_['roles'])}")
