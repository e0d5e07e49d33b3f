"""The next steps: what to find out, from whom, and then what to change, by whom and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DONE, Question
from ..scoring.result import Result, Step
from ..scoring.timetable import Slot, Span, timetable
from ..sheets.sheet import Sheet
from .blocks import Block, Heading, Item, Items, Text
from .edition import Edition
from .phrasing import owner, pace, when

MEANWHILE = 5  # what is known to fall short is told in full below; a report is read in two minutes


def next_steps(
    edition: Edition, sheet: Sheet, result: Result, span: Span | None = None
) -> tuple[Block, ...]:
    """Write the steps of a result; `span` dates its changes."""
    return tuple(_NextSteps(edition, sheet, result, span).blocks())


@dataclass(frozen=True)
class _NextSteps:
    edition: Edition
    sheet: Sheet
    result: Result
    span: Span | None

    def blocks(self) -> Iterator[Block]:
        asks = [step["question"] for step in self.result["steps"] if step["kind"] == "ask"]
        slots = timetable(self.edition.bank, self.result["steps"], self.span)
        yield Heading(2, self.edition.say("steps.heading"))
        if not self.result["steps"]:
            yield Text(self.edition.say("steps.top"))
        if asks:
            yield from self.asks(asks)
        if slots:
            yield from self.changes(slots, bool(asks))
        elif asks:
            yield from self.meanwhile()

    def asks(self, ids: list[str]) -> Iterator[Block]:
        """List what to find out under who is likeliest to know."""
        yield Heading(3, self.edition.say("steps.ask"))
        yield Text(self.edition.say("steps.ask-intro"))
        by_role: dict[str, list[str]] = {role.id: [] for role in self.edition.bank.roles}
        for id_ in ids:
            by_role[self.edition.whom(id_, self.sheet)[0]].append(id_)
        for role, asked in by_role.items():
            if asked:
                yield Text(self.edition.say("steps.who", role=self.edition.texts.roles[role]))
                yield Items(tuple(Item(self.edition.titles[id_]) for id_ in asked))

    def changes(self, slots: tuple[Slot, ...], some_open: bool) -> Iterator[Block]:
        say = self.edition.say
        if some_open:
            yield Heading(3, say("steps.change"))
        yield Text(say("steps.in-any-case" if some_open else "steps.intro", band=self.goal()))
        yield Text(pace(self.edition.words, slots, self.span))
        yield Items(tuple(map(self.step, slots)))

    def goal(self) -> str:
        """Name the band ahead; at the top, the top band."""
        return self.edition.texts.bands[self.result["next"] or self.result["band"]].name

    def step(self, slot: Slot) -> Item:
        """Tell a step in its time: what to do, who does it, and when it is done."""
        id_, kind = slot.step["question"], slot.step["kind"]
        met = kind == "condition"
        advice = self.edition.texts.conditions[id_].not_yet if met else self.rising(slot.step)
        who = owner(self.edition, slot.owner)
        detail = f"{advice} {who} {when(self.edition.words, slot)}"
        return Item(self.edition.titles[id_], detail, self.edition.page(id_))

    def rising(self, step: Step) -> str:
        """Tell the levels of a question to pass, and what to do for each."""
        before, after = int(step["from"]), int(step["to"])
        rise = self.edition.say("steps.rise", before=before, after=after)
        return " ".join((rise, *self.edition.texts.questions[step["question"]].steps[before:after]))

    def meanwhile(self) -> Iterator[Block]:
        """Tell what is known to fall short already; no times, as a plan waits for the answers."""
        short = [q for q in self.edition.bank.scored if self.level(q) in range(DONE)]
        if short:
            yield Heading(3, self.edition.say("steps.meanwhile"))
            yield Text(self.edition.say("steps.meanwhile-intro"))
            yield Items(tuple(map(self.first_step, short[:MEANWHILE])))

    def level(self, question: Question) -> int | None:
        answer = self.sheet.answers.get(question.id)
        return answer if isinstance(answer, int) else None

    def first_step(self, question: Question) -> Item:
        advice = self.edition.texts.questions[question.id].steps[self.level(question) or 0]
        detail = f"{advice} {owner(self.edition, question.does)}"
        return Item(self.edition.titles[question.id], detail, question.page)
