"""The working: the part of a report from which the score can be worked out again by hand."""

from collections.abc import Iterator
from typing import Literal

from ..model import Half, Question, numbers
from ..scoring.scale import percent
from ..scoring.tally import Count, Tally, points
from ..sheets.fingerprint import fingerprint
from ..words import Words
from .blocks import Block, Heading, Table, Text
from .edition import Edition
from .phrasing import NOTHING, answer


def working(edition: Edition, here: Tally) -> Iterator[Block]:
    """Show how the score came about: points of every answer and criterion, and the formulas."""
    say = edition.say
    yield Heading(2, say("working.heading"), folded=True)
    yield Text(say("working.rule"))
    yield _answers(edition, here)
    yield _halves(edition, here)
    yield _criteria(edition, here)
    yield Text(say("working.overall"))
    yield from _formulas(edition.words, here)
    yield Text(say("working.exact", version=edition.bank.version))
    yield Text(say("working.fingerprint", checksum=fingerprint(here.sheet)))


def _columns(edition: Edition, *keys: str) -> tuple[str, ...]:
    return tuple(map(edition.say, keys))


def _answers(edition: Edition, here: Tally) -> Table:
    number = numbers(edition.bank)
    rows = tuple(
        (number[question.id], *_answer(edition, here, question))
        for group in edition.bank.groups
        for question in group
    )
    keys = ("number", "question", "answer", "weight", "points", "maximum")
    columns = _columns(edition, *(f"working.{key}" for key in keys))
    return Table(edition.say("working.answers"), columns, rows)


def _answer(edition: Edition, here: Tally, question: Question) -> tuple[str, ...]:
    """Give a question, its answer in words, its weight, its points and the most it could have."""
    given, words = here.answers[question.id], edition.words
    wording = edition.texts.questions[question.id].question
    counted = points(question, given)
    earned = _span(words, counted.low, counted.high) if counted else NOTHING
    most = str(counted.maximum) if counted else NOTHING
    return wording, answer(words, given), str(question.weight), earned, most


def _halves(edition: Edition, here: Tally) -> Table:
    def row(half: Half, count: Count) -> tuple[str, ...]:
        span = _span(edition.words, count.low, count.high)
        calculation = _calculation(edition.words, count)
        return edition.part_name(half), span, str(count.maximum), calculation

    keys = ("criteria.criterion", "working.points", "working.maximum", "working.calculation")
    rows = tuple(map(row, edition.bank.halves, here.halves))
    return Table(edition.say("working.halves"), _columns(edition, *keys), rows)


def _criteria(edition: Edition, here: Tally) -> Table:
    rows = tuple(
        (
            edition.texts.criteria[criterion.id].name,
            str(criterion.weight),
            _span(edition.words, count.low, count.high),
            str(count.maximum),
            _calculation(edition.words, count),
        )
        for criterion, count in zip(edition.bank.criteria, here.criteria, strict=True)
    )
    keys = ("working.criterion", "working.weight", "working.points", "working.maximum")
    columns = _columns(edition, *keys, "working.calculation")
    return Table(edition.say("working.criteria"), columns, rows)


def _span(words: Words, low: int, high: int) -> str:
    return str(low) if low == high else words.say("number.span", low=low, high=high)


def _calculation(words: Words, count: Count) -> str:
    ends = dict.fromkeys((count.low, count.high))
    return "; ".join(
        f"100 × {earned} / {count.maximum} = {words.number(percent(earned, count.maximum))}"
        for earned in ends
    )


def _formulas(words: Words, here: Tally) -> Iterator[Block]:
    """Write out the weighted mean, once when both ends of the range are one."""
    low, high = _formula(words, here, "low"), _formula(words, here, "high")
    if low == high:
        yield Text(low)
    else:
        yield Text(words.say("working.low", formula=low))
        yield Text(words.say("working.high", formula=high))


def _formula(words: Words, here: Tally, end: Literal["low", "high"]) -> str:
    """Write out the weighted mean with nothing rounded on the way."""
    weights = here.bank.weights
    parts = " + ".join(
        f"{weight} × {getattr(count, end)} / {count.maximum}"
        for weight, count in zip(weights, here.criteria, strict=True)
    )
    earned = getattr(here, end)
    score = words.number(percent(here.scale.overall(earned), here.scale.whole))
    return f"100 × ({parts}) / {sum(weights)} = {score}"
