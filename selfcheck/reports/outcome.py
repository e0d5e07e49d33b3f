"""Where they are, part by part: the part of a report that is read first, before the next steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Half, is_done
from ..scoring.result import HalfResult, Result
from ..scoring.tally import Tally
from ..scoring.timetable import Span
from ..sheets.sheet import Sheet
from .blocks import Bar, Bars, Block, Group, Heading, Item, Items, Mark, Table, Text
from .edition import Edition
from .next_steps import next_steps
from .notes import notes
from .phrasing import status


def outcome(
    edition: Edition, here: Tally, result: Result, span: Span | None = None
) -> tuple[Block, ...]:
    """Write where they are, why, and the next steps, which `span` dates."""
    return (
        *_Outcome(edition, here, result).blocks(),
        *next_steps(edition, here.sheet, result, span),
    )


@dataclass(frozen=True)
class _Outcome:
    edition: Edition
    here: Tally
    result: Result

    @property
    def sheet(self) -> Sheet:
        return self.here.sheet

    def blocks(self) -> Iterator[Block]:
        yield Heading(1, self.edition.say("report.title"))
        yield from self.about()
        yield from notes(self.edition, self.sheet)
        yield from self.band()
        yield from self.remarks()
        yield from self.parts()
        yield from self.conditions()
        yield from self.contradictions()

    def about(self) -> Iterator[Block]:
        lines = tuple(Item(line) for line in self.about_lines())
        if lines:
            yield Items(lines)

    def about_lines(self) -> Iterator[str]:
        sheet, say = self.sheet, self.edition.say
        if sheet.organisation:
            yield say("report.organisation", name=sheet.organisation)
        if sheet.partners:
            yield say("report.partners", names=", ".join(sheet.partners))
        if sheet.kind:
            yield say("report.kind", name=self.edition.texts.kinds[sheet.kind].name)
        if sheet.role:
            yield say("report.role", name=sheet.role)
        if sheet.date:
            yield say("report.date", date=self.edition.words.date(sheet.date))
        if sheet.theme:
            yield say("report.theme", name=say(f"themes.{sheet.theme}"))

    def band(self) -> Iterator[Block]:
        """Say the band; where it may be one of two, both; where more is open, how much is known."""
        say, known, bands = self.edition.say, self.result["known"], self.result["bands"]
        low, high = (self.edition.texts.bands[band].name for band in (bands[0], bands[-1]))
        if len(bands) == 1:
            yield Heading(2, say("band.sure", band=low))
            yield Text(self.edition.texts.bands[bands[0]].meaning)
        elif len(bands) == 2:
            yield Heading(2, say("band.two", low=low, high=high))
            yield Text(say("band.two-text", **known))
        else:
            yield Heading(2, say("band.open", **known))
            told = say("band.open-text", low=low, high=high)
            yield Text(told if known["answered"] else say("band.nothing"))
        yield from self.known()
        if len(bands) < 3:
            yield self.overall()

    def known(self) -> Iterator[Block]:
        """Say what is sure already: how many answers are there, begun or ahead."""
        scored = self.edition.bank.scored
        given = [self.sheet.answers.get(question.id, "unknown") for question in scored]
        levels = [answer for answer in given if isinstance(answer, int)]
        there, begun, ahead = sum(map(is_done, levels)), levels.count(1), levels.count(0)
        if levels:
            key = "band.known" if begun or ahead else "band.known-all"
            yield Text(self.edition.say(key, there=there, begun=begun, ahead=ahead))

    def overall(self) -> Text:
        overall = self.result["overall"]
        key = "band.overall-sure" if overall["low"] == overall["high"] else "band.overall-open"
        return Text(self.edition.say(key, score=self.edition.words.span(overall)))

    def remarks(self) -> Iterator[Block]:
        """Speak to those who are far ahead or have been in the academy before."""
        if self.sheet.returning:
            yield Text(self.edition.say("band.returning"))
        if self.here.scale.reaches(self.edition.bank.ahead, self.here.low):
            yield Text(self.edition.say("band.ahead"))

    def parts(self) -> Iterator[Block]:
        say, top = self.edition.say, self.edition.bank.bands[-1]
        caption = say("criteria.caption")
        yield Heading(2, say("criteria.heading"))
        if top.floor:
            band = self.edition.texts.bands[top.id].name
            yield Text(say("criteria.intro", band=band, needed=top.floor))
        yield Bars(caption, tuple(self.bars()), self.marks(), tuple(self.groups()))
        keys = ("criterion", "score", "status", "answered")
        columns = tuple(say(f"criteria.{key}") for key in keys)
        yield Table(caption, columns, tuple(map(self.row, self.edition.bank.halves)))

    def groups(self) -> Iterator[Group]:
        for key, scores in self.result["criteria"].items():
            yield Group(key, self.edition.texts.criteria[key].name, scores["low"], scores["high"])

    def bars(self) -> Iterator[Bar]:
        for half in self.edition.bank.halves:
            scores, name = self.result["halves"][half.id], self.edition.part_name(half)
            text = self.edition.words.span(scores)
            yield Bar(half.id, name, scores["low"], scores["high"], text, half.criterion)

    def marks(self) -> tuple[Mark, ...]:
        """Mark what the top band asks of every half."""
        top = self.edition.bank.bands[-1]
        return (Mark(top.floor, self.edition.texts.bands[top.id].name),) if top.floor else ()

    def row(self, half: Half) -> tuple[str, ...]:
        scores: HalfResult = self.result["halves"][half.id]
        counts = {"answered": scores["answered"], "applicable": scores["applicable"]}
        answered = self.edition.say("criteria.count", **counts)
        span = self.edition.words.span(scores)
        return self.edition.part_name(half), span, status(self.edition, scores["met"]), answered

    def conditions(self) -> Iterator[Block]:
        say, standings = self.edition.say, list(self.result["conditions"].values())
        met, open_ = standings.count("yes"), standings.count("unknown")
        yield Heading(2, say("conditions.heading"))
        if met == len(standings):
            yield Text(say("conditions.met"))
        if unmet := tuple(self.unmet_conditions()):
            yield Text(say("conditions.intro"))
            yield Items(unmet)
        if open_:
            yield Text(say("conditions.open", met=met, all=len(standings), open=open_))

    def unmet_conditions(self) -> Iterator[Item]:
        for rule in self.edition.bank.conditions:
            if self.result["conditions"][rule.id] == "no":
                text = self.edition.texts.conditions[rule.id]
                title = f"{text.question} {self.edition.say('conditions.no')}"
                yield Item(title, text.not_yet, rule.page)

    def contradictions(self) -> Iterator[Block]:
        """Point out answers that cannot both be true."""
        said = {**self.sheet.conditions, **self.sheet.answers}
        found = tuple(
            Item(self.edition.texts.contradictions[rule.id])
            for rule in self.edition.bank.contradictions
            if all(said.get(id_) in answers for id_, answers in rule.claims.items())
        )
        if found:
            yield Heading(2, self.edition.say("contradictions.heading"))
            yield Text(self.edition.say("contradictions.intro"))
            yield Items(found)
