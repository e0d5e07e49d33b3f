"""Macros that show statistics: each number with what it is, when it was true and who says so."""

from dataclasses import dataclass
from datetime import date

from macros import locale
from macros.models import Figure, Lang, Source
from macros.prose import Prose
from macros.site import Site

# Groups whose numbers count the same kind of thing, so that their bars may be compared.
_DRAWN = ("unemployment", "programme", "survey")


@dataclass(frozen=True)
class Row:
    """A statistic as the page shows it; ``share`` is the length of its bar in per cent, if any."""

    figure: Figure
    number: str
    as_of: str
    source: Source
    share: float | None


class Statistics:
    """Statistics in full. Every method is a macro of the same name."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._lang = site.lang

    def figures(self, group: str) -> str:
        """List the statistics of a group, drawn to one scale where they can be compared."""
        found = [figure for figure in self._site.facts.figures if figure.group == group]
        if not found:
            raise KeyError(group)
        return self._site.render("statistics.html", rows=[self._row(item, found) for item in found])

    def _row(self, figure: Figure, group: list[Figure]) -> Row:
        sources = {source.id: source for source in self._site.facts.sources}
        return Row(
            figure,
            self._number(figure),
            as_of(figure.as_of, self._lang),
            sources[figure.source],
            share(figure, group),
        )

    def _number(self, figure: Figure) -> str:
        number = Prose(self._site).figure(figure.id)
        if figure.unit == "million-eur":
            return self._site.word("statistics.million-eur", number=number)
        return number


def share(figure: Figure, group: list[Figure]) -> float | None:
    """Return a figure's share of the largest in its group; None when no bar would be honest."""
    alike = [other.value for other in group if other.unit == figure.unit]
    if figure.group not in _DRAWN or len(alike) < 2 or not figure.value:
        return None
    return round(figure.value / max(alike) * 100, 1)


def as_of(value: str, lang: Lang) -> str:
    """Write the month or year a figure describes: ``2018``, ``maaliskuu 2021``, ``March 2021``."""
    year, _, month = value.partition("-")
    return f"{locale.month(date(int(year), int(month), 1), lang)} {year}" if month else year
