"""A checksum of what was answered: whoever has the sheet can tell that a result comes from it."""

import hashlib

from ..jsontext import canonical
from .sheet import Sheet


def fingerprint(sheet: Sheet) -> str:
    """Return the SHA-256, in hexadecimal, of the answers as canonical JSON in UTF-8.

    Only what the score reads counts: `{"answers": {…}, "conditions": {…}}`, without entries that
    are "unknown", as a missing answer scores the same. Together with the version of the rules it
    stands for one result.
    """
    known = {
        "answers": {key: value for key, value in sheet.answers.items() if value != "unknown"},
        "conditions": {key: value for key, value in sheet.conditions.items() if value != "unknown"},
    }
    return hashlib.sha256(canonical(known).encode()).hexdigest()
