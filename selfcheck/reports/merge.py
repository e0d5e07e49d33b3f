"""The merged picture told in a reader's language: who sees what differently, and where to begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..scoring.result import Range
from ..views.merge import Person, Picture, View
from ..views.naming import distinct
from .blocks import Block, Heading, Item, Table, Text
from .edition import Edition
from .notes import other_rules
from .phrasing import NOTHING, answer, ask, bands, listed


def merge_report(edition: Edition, picture: Picture) -> tuple[Block, ...]:
    """Write the report on a picture."""
    return tuple(_MergeReport(edition, picture).blocks())


def names(edition: Edition, people: Sequence[Person]) -> list[str]:
    """Name people by role; whoever wrote none has a number, and so have namesakes."""
    unnamed = (edition.say("people.unnamed", n=n) for n, _ in enumerate(people, 1))
    roles = (person["role"].strip() for person in people)
    return distinct([role or name for role, name in zip(roles, unnamed, strict=True)])


@dataclass(frozen=True)
class _MergeReport:
    edition: Edition
    picture: Picture

    @cached_property
    def names(self) -> list[str]:
        return names(self.edition, self.picture["people"])

    @cached_property
    def views(self) -> dict[str, View]:
        """Everything asked, in the order readers see it."""
        found = self.picture["conditions"] | self.picture["questions"]
        return {key: found[key] for key in self.edition.titles}

    def blocks(self) -> Iterator[Block]:
        say = self.edition.say
        yield Heading(1, say("merge.title"))
        yield from other_rules(self.edition, (p["rules"] for p in self.picture["people"]))
        yield Heading(2, say("merge.who"))
        yield self.people()
        yield Heading(2, say("merge.first"))
        first = [self.contradiction(key) for key in self.picture["first"]]
        yield from listed(first, say("merge.first-intro"), say("merge.first-none"))
        for state in ("ask", "open"):
            yield Heading(2, say(f"merge.{state}"))
            items = [self.gap(key) for key, view in self.views.items() if view["state"] == state]
            yield from listed(items, say(f"merge.{state}-intro"), say(f"merge.{state}-none"))
        yield Heading(2, say("merge.all"), folded=True)
        yield self.everything()
        yield Heading(2, say("merge.rule"))
        yield Text(say("merge.rule-text"))
        yield Text(say("merge.rule-who"))

    def people(self) -> Table:
        say, result = self.edition.say, self.picture["result"]
        rows = [
            self.row(name, person["date"], person["bands"], person["overall"])
            for name, person in zip(self.names, self.picture["people"], strict=True)
        ]
        rows.append(self.row(say("merge.together"), "", result["bands"], result["overall"]))
        keys = ("merge.person", "merge.date", "merge.band", "reasons.overall")
        return Table(say("merge.results"), tuple(map(say, keys)), tuple(rows))

    def row(self, name: str, date: str, ids: list[str], overall: Range) -> tuple[str, ...]:
        day = self.edition.words.date(date) if date else NOTHING
        return name, day, bands(self.edition, ids), self.edition.words.span(overall)

    def said(self, view: View) -> str:
        """Tell who says what."""
        return "; ".join(
            self.edition.say("people.says", name=name, answer=answer(self.edition.words, value))
            for name, value in zip(self.names, view["answers"], strict=True)
        )

    def contradiction(self, key: str) -> Item:
        view, say = self.views[key], self.edition.say
        notes = [f"{self.said(view)}."]
        if view["crossed"]:
            notes.append(say("merge.crossed"))
        if view["spread"]:
            points = self.edition.words.number(view["stake"])
            notes.append(say("merge.spread", levels=view["spread"], points=points))
        return Item(self.edition.titles[key], " ".join(notes), self.edition.page(key))

    def gap(self, key: str) -> Item:
        """Tell who knows, or when no one does, whom to ask."""
        view = self.views[key]
        if view["state"] == "ask":
            return Item(self.edition.titles[key], f"{self.said(view)}.")
        return Item(
            self.edition.titles[key], ask(self.edition, self.edition.bank.whom(key, None, None))
        )

    def everything(self) -> Table:
        rows = tuple(
            (self.edition.titles[key], self.said(view), answer(self.edition.words, view["merged"]))
            for key, view in self.views.items()
        )
        keys = ("merge.point", "merge.answers", "merge.merged")
        return Table(
            self.edition.say("merge.all-caption"), tuple(map(self.edition.say, keys)), rows
        )
