"""Macros of the operating model: its drawn chains, the procurement process, the fill-in sheet."""

from macros import formats
from macros.context import Context
from macros.drawing.flow import Flow, circle, efforts, stairs
from macros.model.process import Chain

_WIDTHS = {"wide": 740, "narrow": 300}


class Process:
    """The operating model drawn and tabled. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lang = context.lang
        self._facts = context.facts.process

    def model_figure(self) -> str:
        """Draw the elements of the operating model as a circle, and list what each means."""
        names = self._names(self._facts.model)
        drawings = {size: circle(names, width) for size, width in _WIDTHS.items()}
        return self._chain("model", self._facts.model, drawings)

    def strategy_figure(self) -> str:
        """Draw the way from a strategy to a manager's scorecard, and list its steps."""
        names = self._names(self._facts.strategy)
        drawings = {size: stairs(names, width) for size, width in _WIDTHS.items()}
        return self._chain("strategy", self._facts.strategy, drawings)

    def process_figure(self) -> str:
        """Draw the stages of a procurement and the effort each gets, and table them."""
        process = self._facts.process
        keys = (process.today.to(self._lang), process.aim.to(self._lang))
        stages = [(step.name.to(self._lang), step.today, step.aim) for step in process.steps]
        drawings = {size: efforts(stages, keys, width) for size, width in _WIDTHS.items()}
        return self._context.render("process.html", process=process, drawings=drawings)

    def assessment_sheet(self) -> str:
        """Table the sheet of the ex-ante impact assessment, to be filled in."""
        return self._context.render("sheet.html", sheet=self._facts.sheet, answers={})

    def assessment_example(self) -> str:
        """Table the same sheet filled in for the invented procurement."""
        sheet = self._facts.sheet
        numbers = {name: self.example(name) for name in sheet.numbers.all}
        answers = {row.id: row.example.to(self._lang).format(**numbers) for row in sheet.rows}
        return self._context.render("sheet.html", sheet=sheet, answers=answers)

    def example(self, number: str) -> str:
        """Write a number of the invented example, given or computed; KeyError for another."""
        return formats.number(self._facts.sheet.numbers.all[number], self._lang)

    def _names(self, chain: Chain) -> list[str]:
        return [step.name.to(self._lang) for step in chain.steps]

    def _chain(self, name: str, chain: Chain, drawings: dict[str, Flow]) -> str:
        return self._context.render("chain.html", name=name, chain=chain, drawings=drawings)
