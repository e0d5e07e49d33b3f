"""The question bank for the macros: read and checked once, drawn from on many pages."""

from functools import cache

from selfcheck.bank import load
from selfcheck.model import Bank


@cache
def bank() -> Bank:
    """Return the site's bank. Raises ``BankError`` when it is not in order."""
    return load()
