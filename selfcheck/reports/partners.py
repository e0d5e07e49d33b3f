"""A joint application told in a reader's language: a column for each partner, and the group's."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..views.partners import Column, Joint
from .blocks import Block, Heading, Item, Items, Table, Text
from .edition import Edition
from .notes import other_rules
from .phrasing import NOTHING, answer, bands, closing


def partners_report(edition: Edition, joint: Joint) -> tuple[Block, ...]:
    """Write the report on partners of a joint application."""
    return tuple(_PartnersReport(edition, joint).blocks())


@dataclass(frozen=True)
class _PartnersReport:
    edition: Edition
    joint: Joint

    def blocks(self) -> Iterator[Block]:
        say = self.edition.say
        yield Heading(1, say("partners.title"))
        yield from other_rules(self.edition, (p["rules"] for p in self.joint["partners"]))
        yield Text(say("partners.intro"))
        yield Heading(2, say("partners.who"))
        yield self.results()
        yield Heading(2, say("partners.pilot"))
        yield from self.pilots()
        yield Heading(2, say("partners.differ"))
        yield from self.differences()
        yield Heading(2, say("merge.all"), folded=True)
        yield self.table(list(self.edition.titles))
        yield from closing(self.edition)

    @property
    def names(self) -> list[str]:
        return [partner["name"] for partner in self.joint["partners"]]

    def results(self) -> Table:
        say, span = self.edition.say, self.edition.words.span
        rows = [
            (p["name"], self.day(p["date"]), bands(self.edition, p["bands"]), span(p["overall"]))
            for p in self.joint["partners"]
        ]
        group = self.joint["result"]
        ours = say("partners.group"), NOTHING, bands(self.edition, group["bands"])
        rows.append((*ours, span(group["overall"])))
        keys = ("partners.partner", "merge.date", "merge.band", "reasons.overall")
        return Table(say("partners.results"), tuple(map(say, keys)), tuple(rows))

    def day(self, date: str) -> str:
        return self.edition.words.date(date) if date else NOTHING

    def pilots(self) -> Iterator[Block]:
        """Say whose pilot it could be; the partners settle whose it is."""
        say, pilots = self.edition.say, self.joint["pilots"]
        if not pilots:
            yield Text(say("partners.pilot-none"))
            return
        yield Text(say("partners.pilot-some"))
        yield Items(tuple(map(Item, pilots)))

    def differences(self) -> Iterator[Block]:
        say, differ = self.edition.say, self.joint["differ"]
        if not differ:
            yield Text(say("partners.differ-none"))
            return
        yield Text(say("partners.differ-intro"))
        yield self.table([key for key in self.edition.titles if key in differ])

    def table(self, keys: list[str]) -> Table:
        """Lay out answers: a row for each condition or question, a column for each partner."""
        say, found = self.edition.say, self.joint["conditions"] | self.joint["questions"]
        columns = (say("merge.point"), *self.names, say("partners.group"))
        rows = tuple((self.edition.titles[key], *self.row(found[key])) for key in keys)
        return Table(say("partners.caption"), columns, rows)

    def row(self, column: Column) -> Iterator[str]:
        for said in (*column["answers"], column["merged"]):
            yield answer(self.edition.words, said)
