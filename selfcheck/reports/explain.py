"""What a result rests on, told in a reader's language, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..scoring.tally import Tally
from ..views.explain import Explanation, Gain, OpenCondition
from .blocks import Block, Heading, Item, Table, Text
from .edition import Edition
from .notes import notes
from .phrasing import ask, closing, listed
from .working import working


def explain_report(edition: Edition, here: Tally, explanation: Explanation) -> tuple[Block, ...]:
    """Write the explanation of a tally's result."""
    return tuple(_ExplainReport(edition, here, explanation).blocks())


@dataclass(frozen=True)
class _ExplainReport:
    edition: Edition
    here: Tally
    explanation: Explanation

    def blocks(self) -> Iterator[Block]:
        say = self.edition.say
        yield Heading(1, say("explain.title"))
        yield from notes(self.edition, self.here.sheet)
        yield Heading(2, say("open.heading"))
        yield from self.open_answers()
        yield Heading(2, say("explain.conditions"))
        items = [self.condition(rule) for rule in self.explanation["conditions"]]
        yield from listed(items, self.conditions_intro(), say("explain.conditions-none"))
        yield from working(self.edition, self.here)
        yield from closing(self.edition)

    def open_answers(self) -> Iterator[Block]:
        say, gains = self.edition.say, self.explanation["open"]
        if not gains:
            yield Text(say("open.none"))
            return
        yield Text(say("explain.open-intro"))
        keys = ("working.question", "explain.overall", "explain.own", "explain.who")
        rows = tuple(self.gain(gain) for gain in gains)
        yield Table(say("explain.open-caption"), tuple(map(say, keys)), rows)

    def gain(self, gain: Gain) -> tuple[str, ...]:
        number, title = self.edition.words.number, self.edition.titles[gain["question"]]
        who = ", ".join(self.edition.texts.roles[role] for role in gain["roles"])
        return title, number(gain["overall"]), number(gain["own"]), who

    def conditions_intro(self) -> str:
        names = [
            self.edition.texts.bands[band.id].name
            for band in self.edition.bank.bands
            if band.conditions
        ]
        if not names:
            return self.edition.say("explain.conditions-free")
        return self.edition.say("explain.conditions-intro", bands=", ".join(names))

    def condition(self, open_: OpenCondition) -> Item:
        text = self.edition.texts.conditions[open_["condition"]]
        return Item(text.question, f"{text.ask} {ask(self.edition, open_['roles'])}")
