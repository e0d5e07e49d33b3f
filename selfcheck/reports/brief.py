"""What to say in the interview, criterion by criterion: claim, evidence, open questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import DONE, Answer, Criterion, Question
from ..scoring.result import Step
from ..scoring.timetable import Slot, Span, timetable
from ..sheets.sheet import Sheet
from .blocks import Block, Heading, Item, Text
from .edition import Edition
from .notes import notes
from .phrasing import ask, listed, owner, when


def brief(edition: Edition, sheet: Sheet, span: Span | None = None) -> tuple[Block, ...]:
    """Write the interview brief of a sheet, for copying; `span` dates its first steps.

    Only what has been decided or done is offered for saying; what has merely begun is still open.
    """
    return tuple(_Brief(edition, sheet, span).blocks())


@dataclass(frozen=True)
class _Brief:
    edition: Edition
    sheet: Sheet
    span: Span | None

    @cached_property
    def first_steps(self) -> dict[str, Slot]:
        """The first step of everything scored that has not begun, in its time."""
        untouched = [q.id for q in self.edition.bank.scored if self.answer(q) == 0]
        steps: list[Step] = [
            {"kind": "question", "question": id_, "from": 0, "to": 1} for id_ in untouched
        ]
        return {
            slot.step["question"]: slot for slot in timetable(self.edition.bank, steps, self.span)
        }

    def blocks(self) -> Iterator[Block]:
        bank = self.edition.bank
        yield Heading(1, self.edition.say("brief.title"))
        if self.sheet.organisation:
            yield Text(self.edition.say("report.organisation", name=self.sheet.organisation))
        yield from notes(self.edition, self.sheet)
        yield Text(self.edition.say("brief.intro"))
        for criterion, group in zip(bank.criteria, bank.groups, strict=True):
            yield from self.criterion(criterion, group)

    def criterion(self, criterion: Criterion, group: Sequence[Question]) -> Iterator[Block]:
        """Write a criterion: claims from its strengths too, open points from what is scored."""
        say, text = self.edition.say, self.edition.texts.criteria[criterion.id]
        strengths = [q for q in self.edition.bank.strengths if q.criterion == criterion.id]
        yield Heading(2, text.name)
        yield Text(say("brief.claim", claim=text.claim))
        yield Heading(3, say("brief.says"))
        claims = self.claims((*group, *strengths))
        yield from listed(claims, say("brief.says-intro"), say("brief.says-none"))
        yield Heading(3, say("brief.open"))
        yield from listed(self.open(group), say("brief.open-intro"), say("brief.open-none"))

    def answer(self, question: Question) -> Answer:
        return self.sheet.answers.get(question.id, "unknown")

    def claims(self, group: Sequence[Question]) -> list[Item]:
        """Tell what has been decided or done, the highest levels first."""
        reached = [(q, a) for q in group if isinstance(a := self.answer(q), int) and a >= DONE]
        reached.sort(key=lambda pair: -pair[1])
        return [self.claim(question, level) for question, level in reached]

    def claim(self, question: Question, level: int) -> Item:
        note = self.sheet.evidence.get(question.id, "").strip()
        say = self.edition.say
        proof = say("brief.evidence", text=note) if note else say("brief.no-evidence")
        return Item(self.edition.texts.questions[question.id].levels[level], proof)

    def open(self, group: Sequence[Question]) -> list[Item]:
        """Tell what an interviewer may ask about: what is not known, not begun or only begun."""
        return [
            Item(self.edition.titles[question.id], self.advice(question), question.page)
            for question in group
            if self.answer(question) in ("unknown", 0, 1)
        ]

    def advice(self, question: Question) -> str:
        say, text = self.edition.say, self.edition.texts.questions[question.id]
        answer = self.answer(question)
        if answer == "unknown":
            return ask(self.edition, self.edition.whom(question.id, self.sheet))
        if answer == 1:
            begun = say("brief.begun", level=text.levels[1], step=text.steps[1])
            return f"{begun} {owner(self.edition, question.does)}"
        slot = self.first_steps[question.id]
        begin = say("brief.begin", step=text.steps[0])
        return f"{begin} {owner(self.edition, slot.owner)} {when(self.edition.words, slot)}"
