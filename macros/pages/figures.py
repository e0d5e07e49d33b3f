"""Macros that show statistics: each number with what it is, when it was true and who says so."""

from dataclasses import dataclass
from datetime import date

from macros import formats
from macros.context import Context
from macros.model.figures import Figure
from macros.pages.prose import Prose
from selfcheck.model import Lang

# Groups whose numbers count the same kind of thing, so that their bars may be compared.
_DRAWN = ("unemployment", "programme", "survey")


@dataclass(frozen=True)
class FigureRow:
    """A statistic as the page shows it; ``share`` is the length of its bar in per cent, if any."""

    figure: Figure
    number: str
    as_of: str
    share: float | None


class Figures:
    """Statistics in full. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lang = context.lang

    def figures(self, group: str) -> str:
        """List the statistics of a group, drawn to one scale where they can be compared.

        KeyError when the group has none.
        """
        found = [figure for figure in self._context.facts.figures if figure.group == group]
        if not found:
            raise KeyError(group)
        return self._context.render(
            "statistics.html", rows=[self._row(item, found) for item in found]
        )

    def _row(self, figure: Figure, group: list[Figure]) -> FigureRow:
        return FigureRow(
            figure,
            self._number(figure),
            as_of(figure.as_of, self._lang),
            share(figure, group),
        )

    def _number(self, figure: Figure) -> str:
        number = Prose(self._context).figure(figure.id)
        if figure.unit == "million-eur":
            return self._context.word("statistics.million-eur", number=number)
        return number


def share(figure: Figure, group: list[Figure]) -> float | None:
    """Return a figure's share of the largest in its group; None when no bar would be honest."""
    alike = [other.value for other in group if other.unit == figure.unit]
    if figure.group not in _DRAWN or len(alike) < 2 or not figure.value:
        return None
    return round(float(figure.value / max(alike)) * 100, 1)


def as_of(value: str, lang: Lang) -> str:
    """Write the month or year a figure describes: ``2018``, ``maaliskuu 2021``, ``March 2021``."""
    year, _, month = value.partition("-")
    return f"{formats.month(date(int(year), int(month), 1), lang)} {year}" if month else year
