"""The part of a report from which everything can be recomputed by hand."""

from collections.abc import Iterator

from ..bank import Texts
from ..model import TOP_LEVEL, Bank, Question, numbers
from ..scoring.scale import percent
from ..scoring.tally import Position, Tally, position
from ..sheets.fingerprint import fingerprint
from ..sheets.sheet import Sheet
from ..words import Words
from .blocks import Block, Heading, Table, Text


def method(bank: Bank, texts: Texts, words: Words, sheet: Sheet) -> Iterator[Block]:
    """Show how the score came about: points of every answer and criterion, and the formulas."""
    here = position(bank, sheet)
    yield Heading(2, words.say("method.heading"), folded=True)
    yield Text(words.say("method.rule"))
    yield _answers(bank, texts, words, sheet)
    yield _criteria(bank, texts, words, here)
    yield Text(words.say("method.overall"))
    low, high = _formula(bank, words, here, here.low), _formula(bank, words, here, here.high)
    if low == high:
        yield Text(low)
    else:
        yield Text(words.say("method.low", formula=low))
        yield Text(words.say("method.high", formula=high))
    yield Text(words.say("method.exact", version=bank.version))
    yield Text(words.say("method.fingerprint", checksum=fingerprint(sheet)))


def _columns(words: Words, *keys: str) -> tuple[str, ...]:
    return tuple(words.say(key) for key in keys)


def _answers(bank: Bank, texts: Texts, words: Words, sheet: Sheet) -> Table:
    number = numbers(bank)
    rows = []
    for question in (q for group in bank.groups for q in group):
        wording = texts.questions[question.id].question
        answer, points, most = _points(words, question, sheet)
        rows.append((number[question.id], wording, answer, str(question.weight), points, most))
    keys = ("number", "question", "answer", "weight", "points", "maximum")
    columns = _columns(words, *(f"method.{key}" for key in keys))
    return Table(words.say("method.answers"), columns, tuple(rows))


def _points(words: Words, question: Question, sheet: Sheet) -> tuple[str, str, str]:
    """Give an answer in words, its points, and the most points it could have."""
    answer, most = sheet.answers.get(question.id, "unknown"), question.weight * TOP_LEVEL
    if answer == "na":
        return words.say("answers.na"), "–", "–"
    if answer == "unknown":
        return words.say("answers.unknown"), _span(words, 0, most), str(most)
    return words.say("answers.level", level=answer), str(question.weight * answer), str(most)


def _criteria(bank: Bank, texts: Texts, words: Words, here: Position) -> Table:
    rows = tuple(
        (
            texts.criteria[criterion.id].name,
            str(criterion.weight),
            _span(words, count.low, count.high),
            str(count.maximum),
            _calculation(words, count),
        )
        for criterion, count in zip(bank.criteria, here.tallies, strict=True)
    )
    keys = ("criteria.criterion", "method.weight", "method.points", "method.maximum")
    columns = _columns(words, *keys, "method.calculation")
    return Table(words.say("method.criteria"), columns, rows)


def _span(words: Words, low: int, high: int) -> str:
    return str(low) if low == high else words.say("number.span", low=low, high=high)


def _calculation(words: Words, count: Tally) -> str:
    ends = (count.low,) if count.low == count.high else (count.low, count.high)
    return "; ".join(
        f"100 × {points} / {count.maximum} = {words.number(percent(points, count.maximum))}"
        for points in ends
    )


def _formula(bank: Bank, words: Words, here: Position, points: tuple[int, ...]) -> str:
    """Write out the weighted mean with nothing rounded on the way."""
    parts = " + ".join(
        f"{weight} × {p} / {most}"
        for weight, p, most in zip(bank.weights, points, here.scale.maxima, strict=True)
    )
    score = words.number(percent(here.scale.overall(points), here.scale.whole))
    return f"100 × ({parts}) / {sum(bank.weights)} = {score}"
