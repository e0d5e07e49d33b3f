"""Tampere's outcome-based payment: the facts of the model, and what follows from them exactly.

Source: the presentations of the employment webinar. A part of the offered price is kept back from
every client-day, and verified lasting progress is paid as a multiple of the price of one day:
``pay = paid × price × days + price × Σ multiplier × clients``.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.fact import Amount, Fact, Id, SourceId, Translated, Whole, contradiction

Count = Annotated[Whole, Field(ge=0)]
Positive = Annotated[Whole, Field(gt=0)]


class Outcome(Fact):
    """A kind of progress and what it pays, in prices of a client-day; ``short`` labels the bar."""

    id: Id
    multiplier: Positive
    name: Translated
    short: Translated


class Award(Fact):
    """Weights of the award criteria, in per cent."""

    price: Count
    quality: Count

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.price + self.quality != 100:
            expected = f"{100 - self.price}, to make 100 with the price"
            raise contradiction("quality", self.quality, expected)
        return self


class Example(Fact):
    """A worked example; its price, days and outcomes are this site's own invention."""

    price: Annotated[Amount, Field(gt=0)]
    days: Positive
    achieved: dict[Id, Count]


class Payment(Fact):
    """The model: what is withheld from a day, when progress is checked, what it pays."""

    source: SourceId
    withheld: Annotated[Amount, Field(gt=0, lt=1)]
    check_months: Positive
    award: Award
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    example: Example

    @model_validator(mode="after")
    def _same_outcomes(self) -> Self:
        outcomes = [outcome.id for outcome in self.outcomes]
        if sorted(self.example.achieved) != sorted(outcomes):
            expected = f"achieved with each outcome once: {', '.join(outcomes)}"
            raise contradiction("example", ", ".join(self.example.achieved), expected)
        return self

    @property
    def paid(self) -> Decimal:
        """The share of the offered price that each client-day pays at once."""
        return 1 - self.withheld

    def break_even(self, outcome: Outcome) -> Fraction:
        """Return the client-days whose withheld share one such outcome makes up for."""
        return Fraction(outcome.multiplier) / Fraction(self.withheld)

    def for_days(self, price: Decimal, days: int) -> Decimal:
        """Return what client-days pay."""
        return self.paid * price * days

    def for_outcome(self, outcome: Outcome, price: Decimal, clients: int) -> Decimal:
        """Return what these clients' progress pays."""
        return outcome.multiplier * price * clients

    @property
    def total(self) -> Decimal:
        """The example's whole pay."""
        example = self.example
        return self.for_days(example.price, example.days) + sum(
            self.for_outcome(outcome, example.price, example.achieved[outcome.id])
            for outcome in self.outcomes
        )

    @property
    def by_the_day(self) -> Decimal:
        """What the example's days would pay in full, as product 2 does."""
        return self.example.price * self.example.days
