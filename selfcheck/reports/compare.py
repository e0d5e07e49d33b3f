"""Then and now, told in a reader's language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..views.compare import Changed, Comparison, Origin
from .blocks import Block, Heading, Item, Items, Table, Text
from .edition import Edition
from .phrasing import answer, closing
from .result_table import band_row, criterion_names, result_table, score_rows


def compare_report(edition: Edition, comparison: Comparison) -> tuple[Block, ...]:
    """Write the report on a comparison."""
    return tuple(_CompareReport(edition, comparison).blocks())


@dataclass(frozen=True)
class _CompareReport:
    edition: Edition
    comparison: Comparison

    def blocks(self) -> Iterator[Block]:
        say = self.edition.say
        yield Heading(1, say("compare.title"))
        yield from self.notes()
        yield Heading(2, say("compare.results"))
        yield self.results()
        yield Heading(2, say("compare.conditions"))
        yield self.changes("conditions", self.comparison["conditions"])
        yield Heading(2, say("compare.questions"))
        yield self.changes("questions", self.comparison["questions"])
        yield from closing(self.edition)

    def notes(self) -> Iterator[Block]:
        """Say what to keep in mind: one organisation or two, one version of the rules or two."""
        say, before, after = self.edition.say, self.comparison["before"], self.comparison["after"]
        both = before["organisation"], after["organisation"]
        if all(both) and both[0] != both[1]:
            yield Text(say("compare.others", before=both[0], after=both[1]))
        elif any(both):
            yield Items((Item(say("report.organisation", name=both[1] or both[0])),))
        if before["rules"] != after["rules"]:
            old, new = before["rules"], after["rules"]
            yield Text(say("compare.versions", before=old, after=new))
        yield Text(say("compare.rules", version=self.edition.bank.version))

    def columns(self) -> tuple[str, ...]:
        say = self.edition.say
        return (
            self.dated(say("compare.before"), self.comparison["before"]),
            self.dated(say("compare.after"), self.comparison["after"]),
            say("compare.change"),
        )

    def dated(self, column: str, origin: Origin) -> str:
        return f"{column}, {self.edition.words.date(origin['date'])}" if origin["date"] else column

    def results(self) -> Table:
        result = self.comparison["result"]

        def rows() -> Iterator[tuple[str, ...]]:
            yield band_row(self.edition, self.edition, result)
            yield from score_rows(
                self.edition.words, criterion_names(self.edition, self.edition), result
            )

        caption = self.edition.say("compare.results-caption")
        return result_table(self.edition.words, caption, self.columns(), rows())

    def changes(self, kind: str, changed: Sequence[Changed]) -> Block:
        say = self.edition.say
        if not changed:
            return Text(say(f"compare.no-{kind}"))
        columns = (say("merge.point"), *self.columns())
        return Table(say(f"compare.{kind}-caption"), columns, tuple(map(self.change, changed)))

    def change(self, changed: Changed) -> tuple[str, ...]:
        before, after = (
            answer(self.edition.words, changed["from"]),
            answer(self.edition.words, changed["to"]),
        )
        title = self.edition.titles[changed["id"]]
        return title, before, after, self.edition.say(f"compare.{self.turn(changed)}")

    def turn(self, changed: Changed) -> str:
        if changed["id"] in self.edition.bank.standings:
            return {"up": "met", "down": "unmet"}.get(changed["turn"], changed["turn"])
        return changed["turn"]
