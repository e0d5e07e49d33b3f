"""What each answer says, what shows it and what comes next for it; what is open, in one line."""

from collections.abc import Iterator, Sequence

from ..model import TOP_LEVEL, Answer, Condition, Question, numbers
from ..sheets.sheet import Sheet
from .blocks import Block, Heading, Item, Items, Text
from .edition import Edition
from .phrasing import owner


def feedback(edition: Edition, sheet: Sheet) -> Iterator[Block]:
    """Write the part of a report that goes through all answers, folded away."""
    bank, texts = edition.bank, edition.texts
    yield Heading(2, edition.say("feedback.heading"), folded=True)
    shown = tuple(item for rule in bank.conditions if (item := _condition(edition, sheet, rule)))
    if shown:
        yield Heading(3, edition.say("conditions.heading"))
        yield Items(shown)
    for criterion, group in zip(bank.criteria, bank.groups, strict=True):
        yield Heading(3, texts.criteria[criterion.id].name)
        yield from _group(edition, sheet, group)
    if bank.strengths:
        yield Heading(2, edition.say("strengths.heading"), folded=True)
        yield Text(edition.say("strengths.intro"))
        yield from _group(edition, sheet, bank.strengths)


def _condition(edition: Edition, sheet: Sheet, rule: Condition) -> Item | None:
    """Show the evidence of a condition, where there is any."""
    note = sheet.evidence.get(rule.id, "").strip()
    if not note:
        return None
    title = edition.texts.conditions[rule.id].question
    return Item(title, edition.say("feedback.evidence", text=note))


def _group(edition: Edition, sheet: Sheet, group: Sequence[Question]) -> Iterator[Block]:
    number = numbers(edition.bank)
    items: list[Item] = []
    open_: list[str] = []
    for rule in group:
        answer = sheet.answers.get(rule.id, "unknown")
        if answer == "unknown":
            open_.append(number[rule.id])
        if answer != "unknown" or sheet.evidence.get(rule.id, "").strip():
            items.append(Item(edition.titles[rule.id], _told(edition, sheet, rule, answer)))
    if items:
        yield Items(tuple(items))
    if open_:
        yield Text(edition.say("feedback.open", numbers=", ".join(open_)))


def _told(edition: Edition, sheet: Sheet, rule: Question, answer: Answer) -> str:
    """Tell where they are, what shows it, what comes next and what that may look like."""
    say, note = edition.say, sheet.evidence.get(rule.id, "").strip()
    proof = (say("feedback.evidence", text=note),) if note else ()
    if not isinstance(answer, int):
        return " ".join((say(f"feedback.{answer}"), *proof))
    text = edition.texts.questions[rule.id]
    now = (say("feedback.now", level=text.levels[answer]), *proof)
    if answer == TOP_LEVEL:
        return " ".join((*now, say("feedback.top")))
    step = say("feedback.next" if answer else "feedback.begin", step=text.steps[answer])
    examples = " ".join(text.shown(answer + 1, sheet.theme))
    example = say("feedback.example", level=answer + 1, example=examples)
    return " ".join((*now, step, owner(edition, rule.does), example))
