"""What changed rules would do to stored sheets, told in a reader's language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..views.difference import Difference
from ..views.preview import Preview
from .blocks import Block, Heading, Table, Text
from .edition import Edition
from .phrasing import change
from .result_table import band_row, criterion_names, result_table, score_rows


def preview_report(
    old: Edition, new: Edition, previews: Mapping[str, Preview]
) -> tuple[Block, ...]:
    """Write the report on previews, which stand under the names of their files."""
    return tuple(_PreviewReport(old, new, previews).blocks())


@dataclass(frozen=True)
class _PreviewReport:
    old: Edition
    new: Edition
    previews: Mapping[str, Preview]

    @cached_property
    def bands(self) -> dict[str, tuple[str, ...]]:
        """The row of bands of every file."""
        return {
            file: band_row(self.old, self.new, preview["result"])
            for file, preview in self.previews.items()
        }

    def blocks(self) -> Iterator[Block]:
        say = self.new.say
        before, after = self.old.bank.version, self.new.bank.version
        moved = sum(old != new for _, old, new, _ in self.bands.values())
        yield Heading(1, say("preview.title"))
        yield Text(
            say("preview.intro", before=before, after=after, count=len(self.previews), moved=moved)
        )
        if before == after:
            yield Text(say("preview.same-version"))
        yield self.overview()
        yield Text(say("preview.rest"))
        shown = {f: p for f, p in self.previews.items() if p["lost"] or _moves(p["result"])}
        for file, preview in shown.items():
            yield from self.details(file, preview)

    def overview(self) -> Table:
        say = self.new.say
        keys = ("file", "result-before", "result-after", "change")
        rows = tuple(self.row(file) for file in self.previews)
        return Table(say("preview.results"), tuple(say(f"preview.{key}") for key in keys), rows)

    def row(self, file: str) -> tuple[str, ...]:
        """Tell the result of a file now and after the change: band and overall result."""
        result, (_, old, new, _) = self.previews[file]["result"], self.bands[file]
        before, after = (self.new.words.span(result[end]["overall"]) for end in ("before", "after"))
        moved = change(self.new.words, result["overall"]["change"])
        return file, f"{old}; {before}", f"{new}; {after}", moved

    def details(self, file: str, preview: Preview) -> Iterator[Block]:
        say = self.new.say
        caption = say("preview.details")
        columns = tuple(say(f"preview.{key}") for key in ("before", "after", "change"))
        names = criterion_names(self.old, self.new)
        yield Heading(2, file)
        rows = score_rows(self.new.words, names, preview["result"])
        yield result_table(self.new.words, caption, columns, rows)
        if preview["lost"]:
            yield Text(say("preview.lost", ids=", ".join(preview["lost"])))


def _moves(result: Difference) -> bool:
    """Tell whether any score differs."""
    shifts = (result["overall"], *result["criteria"].values())
    return any(shift["before"] != shift["after"] for shift in shifts)
