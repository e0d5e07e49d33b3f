"""What the macros draw from the self-check: rules, texts and phrases, each read once; examples."""

from functools import cache
from pathlib import Path

from selfcheck.bank import load, load_texts
from selfcheck.model import Bank, Lang
from selfcheck.reports.edition import Edition
from selfcheck.words import check_words, load_words

EXAMPLES = Path(__file__).parents[1] / "selfcheck" / "examples"
ORDER = ("small-municipality", "large-city", "joint-universities")


@cache
def bank() -> Bank:
    """Return the site's bank. Raises ``BankError`` when it or the tool's words are at fault."""
    check_words()
    return load()


@cache
def edition(lang: Lang) -> Edition:
    """Return the self-check in one language. Raises ``BankError`` as :func:`bank` does."""
    return Edition(bank(), load_texts(bank(), lang), load_words(lang))
