"""The self-check in one language: its rules, what they are called, and the tool's own phrases."""

from dataclasses import dataclass
from functools import cached_property

from ..bank import Texts, load_texts
from ..model import Bank, Half, Lang, numbers
from ..sheets.sheet import Sheet
from ..words import Words, load_words


@dataclass(frozen=True, eq=False)
class Edition:
    """Rules, texts and phrases, which travel together through every report."""

    bank: Bank
    texts: Texts
    words: Words

    def say(self, key: str, **values: object) -> str:
        """Say a phrase of the tool with its placeholders filled."""
        return self.words.say(key, **values)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Everything that can be answered, as readers know it: by its wording or its number.

        Conditions come first, then the questions in the order of their numbers.
        """
        conditions = {key: text.question for key, text in self.texts.conditions.items()}
        return conditions | self.question_titles

    @cached_property
    def question_titles(self) -> dict[str, str]:
        """Every question by its number and wording."""
        given = self.texts.questions
        return {
            key: f"{number} {given[key].question}" for key, number in numbers(self.bank).items()
        }

    def page(self, id_: str) -> str:
        """Give the page of the site about a condition or question."""
        return self.bank.entries[id_].page

    def whom(self, id_: str, sheet: Sheet) -> tuple[str, ...]:
        """Give the roles to ask about a condition or question, by the sheet's theme and kind."""
        return self.bank.whom(id_, sheet.theme, sheet.kind)

    def part_name(self, half: Half) -> str:
        """Name a half with the criterion it belongs to."""
        text = self.texts.criteria[half.criterion]
        if half.id not in text.parts:
            return text.name
        return self.say("criteria.name", criterion=text.name, half=text.parts[half.id])


def load_edition(bank: Bank, lang: Lang) -> Edition:
    """Load the package's own texts and phrases for a bank; raises `BankError`."""
    return Edition(bank, load_texts(bank, lang), load_words(lang))
