"""What each answer says, and what comes next for it: a few words on every question."""

from collections.abc import Iterator

from ..bank import Texts
from ..model import TOP_LEVEL, Answer, Bank, Question
from ..sheets.sheet import Sheet
from ..words import Words
from .blocks import Block, Heading, Item, Items
from .phrasing import ask, owner, question_titles


def feedback(bank: Bank, texts: Texts, words: Words, sheet: Sheet) -> Iterator[Block]:
    """Write the part of a report that goes through all questions, folded away."""
    titles = question_titles(bank, texts)
    yield Heading(2, words.say("feedback.heading"), folded=True)
    for criterion, group in zip(bank.criteria, bank.groups, strict=True):
        yield Heading(3, texts.criteria[criterion.id].name)
        yield Items(
            False,
            tuple(
                Item(titles[rule.id], _told(texts, words, rule, sheet.answers.get(rule.id)))
                for rule in group
            ),
        )


def _told(texts: Texts, words: Words, rule: Question, answer: Answer | None) -> str:
    if answer is None or answer == "unknown":
        return f"{words.say('feedback.unknown')} {ask(texts, words, rule.roles)}"
    if answer == "na":
        return words.say("feedback.na")
    text, say = texts.questions[rule.id], words.say
    now = say("feedback.now", level=text.levels[answer])
    if answer == TOP_LEVEL:
        return f"{now} {say('feedback.top')}"
    after = answer + 1
    step = say("feedback.next" if answer else "feedback.begin", step=text.steps[answer])
    example = say("feedback.example", level=after, example=text.examples[after])
    return f"{now} {step} {owner(texts, words, rule.roles[0])} {example}"
