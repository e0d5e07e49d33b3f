"""The questions of the self-check written out, for people who want to read them in one go."""

from collections.abc import Iterator, Sequence

from ..bank import Texts
from ..model import Bank, Condition, Question, numbers
from .blocks import Block, Heading, Item, Items, Text
from .edition import Edition


def as_data(edition: Edition) -> dict[str, object]:
    """Gather everything asked, with wordings, weights and possible answers, as data for JSON."""
    bank, texts, number = edition.bank, edition.texts, numbers(edition.bank)
    return {
        "rules": bank.version,
        "lang": texts.lang,
        "conditions": [_condition(bank, texts, rule) for rule in bank.conditions],
        "criteria": [
            {
                "id": criterion.id,
                "weight": criterion.weight,
                "page": criterion.page,
                "name": texts.criteria[criterion.id].name,
                "claim": texts.criteria[criterion.id].claim,
                "parts": dict(texts.criteria[criterion.id].parts),
                "questions": [_question(bank, texts, rule, number[rule.id]) for rule in group],
            }
            for criterion, group in zip(bank.criteria, bank.groups, strict=True)
        ],
        "strengths": [_question(bank, texts, rule, number[rule.id]) for rule in bank.strengths],
    }


def _condition(bank: Bank, texts: Texts, rule: Condition) -> dict[str, object]:
    text = texts.conditions[rule.id]
    return {
        "id": rule.id,
        "question": text.question,
        "why": text.why,
        "answers": list(bank.standings[rule.id]),
        "roles": [texts.roles[role] for role in rule.ask],
        "does": texts.roles[rule.does],
        "page": rule.page,
    }


def _question(bank: Bank, texts: Texts, rule: Question, number: str) -> dict[str, object]:
    text = texts.questions[rule.id]
    return {
        "id": rule.id,
        "number": number,
        "criterion": rule.criterion,
        "part": rule.part,
        "weight": rule.weight,
        "question": text.question,
        "why": text.why,
        "levels": list(text.levels),
        "examples": [dict(example) for example in text.examples],
        "na": text.na,
        "answers": list(bank.answers[rule.id]),
        "roles": [texts.roles[role] for role in rule.ask],
        "does": texts.roles[rule.does],
        "page": rule.page,
    }


def as_blocks(edition: Edition) -> tuple[Block, ...]:
    """Lay out the same for reading; ids stand in brackets, as the answer file needs them."""
    return tuple(_blocks(edition))


def _blocks(edition: Edition) -> Iterator[Block]:
    bank, texts = edition.bank, edition.texts
    yield Heading(1, edition.say("questions.title"))
    yield Heading(2, edition.say("conditions.heading"))
    items = ((rule.id, texts.conditions[rule.id]) for rule in bank.conditions)
    yield Items(tuple(Item(f"{text.question} [{id_}]", text.why) for id_, text in items))
    for criterion, group in zip(bank.criteria, bank.groups, strict=True):
        yield Heading(2, texts.criteria[criterion.id].name)
        yield Text(texts.criteria[criterion.id].claim)
        yield from _questions(edition, group)
    if bank.strengths:
        yield Heading(2, edition.say("strengths.heading"))
        yield Text(edition.say("strengths.intro"))
        yield from _questions(edition, bank.strengths)


def _questions(edition: Edition, group: Sequence[Question]) -> Iterator[Block]:
    for rule in group:
        yield Heading(3, f"{edition.titles[rule.id]} [{rule.id}]")
        yield Text(edition.texts.questions[rule.id].why)
        yield Items(tuple(_levels(edition, rule)))


def _levels(edition: Edition, rule: Question) -> Iterator[Item]:
    text, say = edition.texts.questions[rule.id], edition.say
    for level, wording in enumerate(text.levels):
        example = say("questions.example", example=" ".join(text.shown(level, None)))
        yield Item(f"{level}: {wording}", example)
    yield Item(f"unknown: {say('answers.unknown')}")
    if text.na:
        yield Item(f"na: {text.na}")
