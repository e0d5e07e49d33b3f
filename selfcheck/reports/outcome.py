"""Where they are, why, and the next steps: the part of a report that is read first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..bank import Texts
from ..model import Bank
from ..scoring.result import Reason, Result
from ..scoring.score import score
from ..scoring.timetable import Slot, Span, timetable
from ..sheets.sheet import Sheet
from ..words import Words
from .blocks import Bar, Bars, Block, Heading, Item, Items, Mark, Table, Text
from .phrasing import ask, owner, pace, question_titles, when


def outcome(
    bank: Bank, texts: Texts, words: Words, sheet: Sheet, span: Span | None = None
) -> tuple[Result, tuple[Block, ...]]:
    """Score a sheet, and write where they are, why, and the next steps, which `span` dates."""
    told = _Outcome(bank, texts, words, sheet, span)
    return told.result, tuple(told.blocks())


@dataclass(frozen=True)
class _Outcome:
    bank: Bank
    texts: Texts
    words: Words
    sheet: Sheet
    span: Span | None

    @cached_property
    def result(self) -> Result:
        """The score of the sheet."""
        return score(self.bank, self.sheet)

    def blocks(self) -> Iterator[Block]:
        say = self.words.say
        yield Heading(1, say("report.title"))
        yield from self.about()
        yield from self.band()
        yield from self.criteria()
        yield from self.conditions()
        yield from self.reasons()
        yield from self.steps()

    @cached_property
    def questions(self) -> dict[str, str]:
        """Every question as the reader knows it: its number and wording."""
        return question_titles(self.bank, self.texts)

    def about(self) -> Iterator[Block]:
        sheet, say = self.sheet, self.words.say
        lines = []
        if sheet.organisation:
            lines.append(say("report.organisation", name=sheet.organisation))
        if sheet.role:
            lines.append(say("report.role", name=sheet.role))
        if sheet.date:
            lines.append(say("report.date", date=self.words.date(sheet.date)))
        if sheet.theme:
            lines.append(say("report.theme", name=say(f"themes.{sheet.theme}")))
        if lines:
            yield Items(False, tuple(Item(line) for line in lines))

    def band(self) -> Iterator[Block]:
        say, overall = self.words.say, self.result["overall"]
        low, high = self.result["bands"][0], self.result["bands"][-1]
        names = {band: self.texts.bands[band].name for band in (low, high)}
        if low == high:
            yield Heading(2, say("band.sure", band=names[low]))
            yield Text(self.texts.bands[low].meaning)
        else:
            yield Heading(2, say("band.open", low=names[low], high=names[high]))
            yield Text(say("band.straddle", low=names[low], high=names[high]))
            yield Items(
                False,
                tuple(Item(name, self.texts.bands[band].meaning) for band, name in names.items()),
            )
        key = "band.overall-sure" if overall["low"] == overall["high"] else "band.overall-open"
        yield Text(say(key, score=self.words.span(overall)))

    def criteria(self) -> Iterator[Block]:
        say = self.words.say
        yield Heading(2, say("criteria.heading"))
        caption = say("criteria.caption")
        yield Bars(caption, tuple(self.bars()), self.marks())
        marks = ", ".join(f"{mark.label} {mark.value}" for mark in self.marks())
        yield Text(say("criteria.marks", marks=marks))
        columns = tuple(say(f"criteria.{key}") for key in ("criterion", "low", "high", "answered"))
        yield Table(caption, columns, tuple(self.criteria_rows()))

    def bars(self) -> Iterator[Bar]:
        for key, scores in self.result["criteria"].items():
            name = self.texts.criteria[key].name
            yield Bar(key, name, scores["low"], scores["high"], self.words.span(scores))

    def marks(self) -> tuple[Mark, ...]:
        """Mark the floors of the bands: what they ask of a single criterion."""
        names = self.texts.bands
        return tuple(Mark(b.floor, names[b.id].name) for b in self.bank.bands if b.floor)

    def criteria_rows(self) -> Iterator[tuple[str, ...]]:
        number = self.words.number
        for key, scores in self.result["criteria"].items():
            counts = {"answered": scores["answered"], "applicable": scores["applicable"]}
            answered = self.words.say("criteria.count", **counts)
            name = self.texts.criteria[key].name
            yield name, number(scores["low"]), number(scores["high"]), answered

    def conditions(self) -> Iterator[Block]:
        say = self.words.say
        yield Heading(2, say("conditions.heading"))
        items = tuple(self.unmet_conditions())
        yield Text(say("conditions.intro" if items else "conditions.met"))
        if items:
            yield Items(False, items)

    def unmet_conditions(self) -> Iterator[Item]:
        for rule in self.bank.conditions:
            answer, text = self.result["conditions"][rule.id], self.texts.conditions[rule.id]
            if answer == "no":
                title = f"{text.question} {self.words.say('conditions.no')}"
                yield Item(title, text.not_yet, rule.page)
            elif answer == "unknown":
                title = f"{text.question} {self.words.say('conditions.unknown')}"
                whom = ask(self.texts, self.words, rule.roles)
                yield Item(title, f"{text.ask} {whom}", rule.page)

    def goal(self) -> str:
        """Name the band ahead; at the top, the top band."""
        return self.texts.bands[self.result["next"] or self.result["band"]].name

    def reasons(self) -> Iterator[Block]:
        say, goal = self.words.say, self.goal()
        yield Heading(2, say("reasons.heading", band=goal))
        yield Text(say("reasons.next", band=goal) if self.result["next"] else say("reasons.top"))
        keys = ("requirement", "needed", "ours", "status")
        columns = tuple(say(f"reasons.{key}") for key in keys)
        rows = tuple(self.reason_row(reason) for reason in self.result["reasons"])
        yield Table(say("reasons.caption", band=goal), columns, rows)

    def reason_row(self, reason: Reason) -> tuple[str, ...]:
        say = self.words.say
        status = say(f"reasons.met-{reason['met']}")
        if reason["kind"] == "condition":
            question = self.texts.conditions[reason["condition"]].question
            return question, say("answers.yes"), say(f"answers.{reason['answer']}"), status
        needed = say("reasons.at-least", value=reason["needs"])
        if reason["kind"] == "floor":
            name = self.texts.criteria[reason["criterion"]].name
        else:
            name = say("reasons.overall")
        return name, needed, self.words.span(reason), status

    def steps(self) -> Iterator[Block]:
        say, steps = self.words.say, self.result["steps"]
        yield Heading(2, say("steps.heading"))
        if not steps:
            yield Text(say("steps.top"))
            return
        yield Text(say("steps.intro", band=self.goal()))
        if any(step["from"] == "unknown" and step["to"] != "yes" for step in steps):
            yield Text(say("steps.unknown"))
        slots = timetable(self.bank, steps, self.span)
        yield Text(pace(self.words, slots, self.span))
        yield Items(False, tuple(map(self.step, slots)))

    def step(self, slot: Slot) -> Item:
        step = slot.step
        if step["to"] == "yes":
            return self.condition_step(slot)
        rule = next(q for q in self.bank.questions if q.id == step["question"])
        before, after = step["from"], int(step["to"])
        key = "steps.rise-unknown" if before == "unknown" else "steps.rise"
        rise = self.words.say(key, before=before, after=after)
        first = before if isinstance(before, int) else 0
        advice = self.texts.questions[rule.id].steps[first:after]
        detail = " ".join((rise, *advice, self.who_and_when(slot)))
        return Item(self.questions[rule.id], detail, rule.page)

    def condition_step(self, slot: Slot) -> Item:
        step = slot.step
        rule = next(c for c in self.bank.conditions if c.id == step["question"])
        text = self.texts.conditions[rule.id]
        advice = text.not_yet if step["from"] == "no" else text.ask
        return Item(text.question, f"{advice} {self.who_and_when(slot)}", rule.page)

    def who_and_when(self, slot: Slot) -> str:
        return f"{owner(self.texts, self.words, slot.owner)} {when(self.words, slot)}"
