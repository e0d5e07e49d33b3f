"""Macros of the cases: Tampere's payment drawn and worked through, histories, bought services."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from macros import formats
from macros.context import Context
from macros.drawing.payment import Bonus, Labels, draw
from macros.model.milestones import Milestone, first_day
from macros.model.payment import Outcome
from selfcheck.model import Lang

_WIDTHS = {"wide": 740, "narrow": 350}


@dataclass(frozen=True)
class TableLine:
    """A line of a table: what it is, how it is reckoned, what comes of it."""

    name: str
    reckoning: str
    result: str = ""


class Cases:
    """Cases told from data. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lang = context.lang
        self._payment = context.facts.payment

    def milestones(self, story: str) -> str:
        """List what happened in a story and when; KeyError when nothing did."""
        found = [
            (told(stone, self._lang), stone.text.to(self._lang), stone.source)
            for stone in self._context.facts.milestones
            if stone.story == story
        ]
        if not found:
            raise KeyError(story)
        return self._context.render("milestones.html", milestones=found)

    def moment(self, milestone: str) -> str:
        """Write when something happened, or began and ended; KeyError when there is no such id."""
        found = self._context.facts.milestone(milestone)
        return told(found, self._lang)

    def start(self, milestone: str) -> str:
        """Write when something that went on began; KeyError when there is no such id."""
        found = self._context.facts.milestone(milestone)
        return moment(found.when, self._lang)

    def payment(self, which: str) -> str:
        """Write a number of the payment model; KeyError for one that it does not have."""
        model = self._payment
        numbers = {
            "paid": formats.percent(model.paid, self._lang),
            "withheld": formats.percent(model.withheld, self._lang),
            "months": formats.count(model.check_months, self._lang),
            "price": formats.percent(Decimal(model.award.price) / 100, self._lang),
            "quality": formats.percent(Decimal(model.award.quality) / 100, self._lang),
        }
        return numbers[which]

    def payment_model(self) -> str:
        """Draw what a client-day and each outcome pay, and table the same."""
        paid, bonuses, labels = float(self._payment.paid), self._bonuses(), self._labels()
        drawings = {size: draw(paid, bonuses, labels, width) for size, width in _WIDTHS.items()}
        return self._context.render("payment_model.html", drawings=drawings, lines=self._model())

    def payment_example(self) -> str:
        """Table the worked example, reckoned from the data."""
        example = self._payment.example
        return self._context.render(
            "payment_example.html",
            price=self._money(example.price),
            days=formats.number(example.days, self._lang),
            lines=[self._days(), *map(self._achieved, self._payment.outcomes)],
            ends=self._ends(),
        )

    def bought_services(self) -> str:
        """Table the services that the Hämeenlinna region bought."""
        return self._context.render("services.html", groups=self._context.facts.services.groups)

    def _labels(self) -> Labels:
        word, model = self._context.word, self._payment
        return Labels(
            retained=word("payment.day-1"),
            outcomes=word("payment.outcomes"),
            full=word("payment.day-2"),
            paid=word("payment.paid", share=formats.percent(model.paid, self._lang)),
            withheld=word("payment.withheld", share=formats.percent(model.withheld, self._lang)),
            whole=word("payment.paid", share=formats.percent(Decimal(1), self._lang)),
        )

    def _bonuses(self) -> list[Bonus]:
        return [
            Bonus(outcome.multiplier, outcome.short.to(self._lang), self._times(outcome))
            for outcome in self._payment.outcomes
        ]

    def _model(self) -> list[TableLine]:
        """The drawing as lines of a table."""
        outcomes = [
            TableLine(
                outcome.name.to(self._lang),
                self._times(outcome),
                self._rounded(self._payment.break_even(outcome)),
            )
            for outcome in self._payment.outcomes
        ]
        return [self._day("1", self._payment.paid), *outcomes, self._day("2", Decimal(1))]

    def _day(self, product: str, share: Decimal) -> TableLine:
        reckoning = self._context.word("payment.per-day", share=formats.percent(share, self._lang))
        return TableLine(self._context.word(f"payment.day-{product}"), reckoning)

    def _times(self, outcome: Outcome) -> str:
        return self._context.word("payment.times", times=outcome.multiplier)

    def _days(self) -> TableLine:
        example, paid = self._payment.example, self._payment.paid
        days, share = (formats.number(number, self._lang) for number in (example.days, paid))
        return TableLine(
            self._context.word("payment.days"),
            f"{days} × {share} × {self._money(example.price)}",
            self._money(self._payment.for_days(example.price, example.days)),
        )

    def _achieved(self, outcome: Outcome) -> TableLine:
        example = self._payment.example
        clients = example.achieved[outcome.id]
        return TableLine(
            outcome.name.to(self._lang),
            f"{clients} × {outcome.multiplier} × {self._money(example.price)}",
            self._money(self._payment.for_outcome(outcome, example.price, clients)),
        )

    def _ends(self) -> list[TableLine]:
        """What the example comes to, beside full pay by the day."""
        total, full = self._payment.total, self._payment.by_the_day
        gain = ("+" if total > full else "") + self._money(total - full)
        ends = {"total": self._money(total), "full": self._money(full), "difference": gain}
        return [
            TableLine(self._context.word(f"payment.{name}"), "", end) for name, end in ends.items()
        ]

    def _money(self, euros: Decimal) -> str:
        return formats.money(euros, self._lang)

    def _rounded(self, number: Fraction) -> str:
        """Write a number of client-days as whole days: what it rests on is no more exact."""
        return formats.number(round(number), self._lang)


def told(milestone: Milestone, lang: Lang) -> str:
    """Write when it was: ``6/2016``, ``June 2016``; ``4/2021–3/2023``."""
    start = moment(milestone.when, lang)
    if milestone.until is None:
        return start
    joint = " – " if " " in start else "–"
    return start + joint + moment(milestone.until, lang)


def moment(when: str, lang: Lang) -> str:
    """Write a date as exactly as known: ``2016``; ``6/2016``, ``June 2016``; ``10.1.2017``."""
    day = first_day(when)
    exactness = when.count("-")
    if exactness == 2:
        return formats.day(day, lang)
    if exactness == 0:
        return str(day.year)
    if lang == "fi":
        return f"{day.month}/{day.year}"
    return f"{formats.month(day, lang)} {day.year}"
