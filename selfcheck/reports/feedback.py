"""What each answer says, and what comes next for it: a few words on every question."""

from collections.abc import Iterator

from ..model import TOP_LEVEL, Answer, Question
from ..sheets.sheet import Sheet
from .blocks import Block, Heading, Item, Items
from .edition import Edition
from .phrasing import ask, owner


def feedback(edition: Edition, sheet: Sheet) -> Iterator[Block]:
    """Write the part of a report that goes through all questions, folded away."""
    bank = edition.bank
    yield Heading(2, edition.say("feedback.heading"), folded=True)
    for criterion, group in zip(bank.criteria, bank.groups, strict=True):
        yield Heading(3, edition.texts.criteria[criterion.id].name)
        items = (
            Item(edition.titles[rule.id], _told(edition, rule, sheet.answers.get(rule.id)))
            for rule in group
        )
        yield Items(tuple(items))


def _told(edition: Edition, rule: Question, answer: Answer | None) -> str:
    say = edition.say
    if answer is None or answer == "unknown":
        return f"{say('feedback.unknown')} {ask(edition, rule.roles)}"
    if answer == "na":
        return say("feedback.na")
    text = edition.texts.questions[rule.id]
    now = say("feedback.now", level=text.levels[answer])
    if answer == TOP_LEVEL:
        return f"{now} {say('feedback.top')}"
    after = answer + 1
    step = say("feedback.next" if answer else "feedback.begin", step=text.steps[answer])
    example = say("feedback.example", level=after, example=text.examples[after])
    return f"{now} {step} {owner(edition, rule.roles[0])} {example}"
