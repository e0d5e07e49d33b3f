"""What the macros draw from the self-check: its bank, read and checked once, and its examples."""

from functools import cache
from pathlib import Path

from selfcheck.bank import load
from selfcheck.model import Bank
from selfcheck.words import check_words

EXAMPLES = Path(__file__).parents[1] / "selfcheck" / "examples"
ORDER = ("small-municipality", "large-city", "joint-universities")


@cache
def bank() -> Bank:
    """Return the site's bank. Raises ``BankError`` when it or the tool's words are at fault."""
    check_words()
    return load()
