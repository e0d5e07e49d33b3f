"""Where they are, why, and the next steps: the part of a report that is read first."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..scoring.result import Reason, Result, Step
from ..scoring.tally import climbed_from
from ..scoring.timetable import Slot, Span, timetable
from ..sheets.sheet import Sheet
from .blocks import Bar, Bars, Block, Heading, Item, Items, Mark, Table, Text
from .edition import Edition
from .notes import notes
from .phrasing import ask, owner, pace, when


def outcome(
    edition: Edition, sheet: Sheet, result: Result, span: Span | None = None
) -> tuple[Block, ...]:
    """Write where they are, why, and the next steps, which `span` dates."""
    return tuple(_Outcome(edition, sheet, result, span).blocks())


@dataclass(frozen=True)
class _Outcome:
    edition: Edition
    sheet: Sheet
    result: Result
    span: Span | None

    def blocks(self) -> Iterator[Block]:
        say = self.edition.say
        yield Heading(1, say("report.title"))
        yield from self.about()
        yield from notes(self.edition, self.sheet)
        yield from self.band()
        yield from self.criteria()
        yield from self.conditions()
        yield from self.reasons()
        yield from self.steps()

    def about(self) -> Iterator[Block]:
        sheet, say = self.sheet, self.edition.say
        lines = []
        if sheet.organisation:
            lines.append(say("report.organisation", name=sheet.organisation))
        if sheet.role:
            lines.append(say("report.role", name=sheet.role))
        if sheet.date:
            lines.append(say("report.date", date=self.edition.words.date(sheet.date)))
        if sheet.theme:
            lines.append(say("report.theme", name=say(f"themes.{sheet.theme}")))
        if lines:
            yield Items(tuple(Item(line) for line in lines))

    def band(self) -> Iterator[Block]:
        say, overall = self.edition.say, self.result["overall"]
        low, high = self.result["bands"][0], self.result["bands"][-1]
        names = {band: self.edition.texts.bands[band].name for band in (low, high)}
        if low == high:
            yield Heading(2, say("band.sure", band=names[low]))
            yield Text(self.edition.texts.bands[low].meaning)
        else:
            yield Heading(2, say("band.open", low=names[low], high=names[high]))
            yield Text(say("band.straddle", low=names[low], high=names[high]))
            yield Items(
                tuple(
                    Item(name, self.edition.texts.bands[band].meaning)
                    for band, name in names.items()
                ),
            )
        key = "band.overall-sure" if overall["low"] == overall["high"] else "band.overall-open"
        yield Text(say(key, score=self.edition.words.span(overall)))

    def criteria(self) -> Iterator[Block]:
        say = self.edition.say
        yield Heading(2, say("criteria.heading"))
        caption = say("criteria.caption")
        yield Bars(caption, tuple(self.bars()), self.marks())
        if marks := ", ".join(f"{mark.label} {mark.value}" for mark in self.marks()):
            yield Text(say("criteria.marks", marks=marks))
        columns = tuple(say(f"criteria.{key}") for key in ("criterion", "low", "high", "answered"))
        yield Table(caption, columns, tuple(self.criteria_rows()))

    def bars(self) -> Iterator[Bar]:
        for key, scores in self.result["criteria"].items():
            name = self.edition.texts.criteria[key].name
            yield Bar(key, name, scores["low"], scores["high"], self.edition.words.span(scores))

    def marks(self) -> tuple[Mark, ...]:
        """Mark the floors of the bands: what they ask of a single criterion."""
        names = self.edition.texts.bands
        return tuple(Mark(b.floor, names[b.id].name) for b in self.edition.bank.bands if b.floor)

    def criteria_rows(self) -> Iterator[tuple[str, ...]]:
        number = self.edition.words.number
        for key, scores in self.result["criteria"].items():
            counts = {"answered": scores["answered"], "applicable": scores["applicable"]}
            answered = self.edition.say("criteria.count", **counts)
            name = self.edition.texts.criteria[key].name
            yield name, number(scores["low"]), number(scores["high"]), answered

    def conditions(self) -> Iterator[Block]:
        say = self.edition.say
        yield Heading(2, say("conditions.heading"))
        items = tuple(self.unmet_conditions())
        yield Text(say("conditions.intro" if items else "conditions.met"))
        if items:
            yield Items(items)

    def unmet_conditions(self) -> Iterator[Item]:
        for rule in self.edition.bank.conditions:
            answer, text = (
                self.result["conditions"][rule.id],
                self.edition.texts.conditions[rule.id],
            )
            if answer == "no":
                title = f"{text.question} {self.edition.say('conditions.no')}"
                yield Item(title, text.not_yet, rule.page)
            elif answer == "unknown":
                title = f"{text.question} {self.edition.say('conditions.unknown')}"
                whom = ask(self.edition, rule.roles)
                yield Item(title, f"{text.ask} {whom}", rule.page)

    def goal(self) -> str:
        """Name the band ahead; at the top, the top band."""
        return self.edition.texts.bands[self.result["next"] or self.result["band"]].name

    def reasons(self) -> Iterator[Block]:
        say, goal = self.edition.say, self.goal()
        yield Heading(2, say("reasons.heading", band=goal))
        yield Text(say("reasons.next", band=goal) if self.result["next"] else say("reasons.top"))
        keys = ("requirement", "needed", "ours", "status")
        columns = tuple(say(f"reasons.{key}") for key in keys)
        rows = tuple(self.reason_row(reason) for reason in self.result["reasons"])
        yield Table(say("reasons.caption", band=goal), columns, rows)

    def reason_row(self, reason: Reason) -> tuple[str, ...]:
        say = self.edition.say
        status = say(f"reasons.met-{reason['met']}")
        if reason["kind"] == "condition":
            question = self.edition.texts.conditions[reason["condition"]].question
            return question, say("answers.yes"), say(f"answers.{reason['answer']}"), status
        needed = say("reasons.at-least", value=reason["needs"])
        if reason["kind"] == "floor":
            name = self.edition.texts.criteria[reason["criterion"]].name
        else:
            name = say("reasons.overall")
        return name, needed, self.edition.words.span(reason), status

    def steps(self) -> Iterator[Block]:
        say, steps = self.edition.say, self.result["steps"]
        yield Heading(2, say("steps.heading"))
        if not steps:
            yield Text(say("steps.top"))
            return
        yield Text(say("steps.intro", band=self.goal()))
        if any(step["from"] == "unknown" and step["kind"] == "question" for step in steps):
            yield Text(say("steps.unknown"))
        slots = timetable(self.edition.bank, steps, self.span)
        yield Text(pace(self.edition.words, slots, self.span))
        yield Items(tuple(map(self.step, slots)))

    def step(self, slot: Slot) -> Item:
        """Tell a step in its time: what to do, who does it, and when it is done."""
        id_, kind = slot.step["question"], slot.step["kind"]
        advice = self.meeting(slot.step) if kind == "condition" else self.rising(slot.step)
        who = owner(self.edition, slot.owner)
        detail = f"{advice} {who} {when(self.edition.words, slot)}"
        return Item(self.edition.titles[id_], detail, self.edition.page(id_))

    def meeting(self, step: Step) -> str:
        """Tell how to meet a condition, or to find out whether it is met."""
        text = self.edition.texts.conditions[step["question"]]
        return text.not_yet if step["from"] == "no" else text.ask

    def rising(self, step: Step) -> str:
        """Tell the levels of a question to pass, and what to do for each."""
        before, after = step["from"], int(step["to"])
        key = "steps.rise-unknown" if before == "unknown" else "steps.rise"
        rise = self.edition.say(key, before=before, after=after)
        advice = self.edition.texts.questions[step["question"]].steps
        return " ".join((rise, *advice[climbed_from(before) : after]))
