"""What the evidence lacks: claims that nothing shows, reasons not given, documents grown old."""

import re
from collections.abc import Iterable, Iterator

from ..model import is_done, numbers
from ..sheets.sheet import Sheet
from .blocks import Block, Heading, Text
from .edition import Edition

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def evidence(edition: Edition, sheet: Sheet) -> Iterator[Block]:
    """Remark what the evidence lacks; nothing where it lacks nothing."""
    remarks = tuple(_remarks(edition, sheet))
    if remarks:
        yield Heading(2, edition.say("evidence.heading"), folded=True)
        yield from map(Text, remarks)


def _remarks(edition: Edition, sheet: Sheet) -> Iterator[str]:
    number, say = numbers(edition.bank), edition.say
    bare = [id_ for id_ in number if not sheet.evidence.get(id_, "").strip()]
    if claimed := [number[id_] for id_ in bare if is_done(sheet.answers.get(id_))]:
        yield say("evidence.claimed", numbers=", ".join(claimed))
    if unexplained := [number[id_] for id_ in bare if sheet.answers.get(id_) == "na"]:
        yield say("evidence.reason", numbers=", ".join(unexplained))
    if old := list(_old(edition, sheet, number.items())):
        yield say("evidence.old", years=edition.bank.evidence_years, numbers=", ".join(old))


def _old(edition: Edition, sheet: Sheet, number: Iterable[tuple[str, str]]) -> Iterator[str]:
    """List answers whose latest year lies too far before the date of the sheet."""
    if not sheet.date:
        return
    oldest = int(sheet.date[:4]) - edition.bank.evidence_years
    for id_, shown in number:
        years = [int(year) for year in YEAR.findall(sheet.evidence.get(id_, ""))]
        if years and max(years) < oldest:
            yield edition.say("evidence.year", number=shown, year=max(years))
