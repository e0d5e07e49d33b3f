"""The self-check in one language: its rules, what they are called, and the tool's own phrases."""

from dataclasses import dataclass
from functools import cached_property

from ..bank import Texts, load_texts
from ..model import Bank, Lang, numbers
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

    def roles(self, id_: str) -> tuple[str, ...]:
        """Give the roles that may know about a condition or question."""
        return self.bank.entries[id_].roles


def load_edition(bank: Bank, lang: Lang) -> Edition:
    """Load the package's own texts and phrases for a bank; raises `BankError`."""
    return Edition(bank, load_texts(bank, lang), load_words(lang))
