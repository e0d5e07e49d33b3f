"""Writes ``security.txt`` (RFC 9116): where to report a weakness of the site."""

import datetime

from macros.model.facts import Facts

# The standard wants a day after which the file is stale, less than a year away.
VALID = datetime.timedelta(days=364)


def security_txt(facts: Facts, address: str) -> str:
    """Return the file's text; it holds from the edition's day."""
    expires = facts.site.edition + VALID
    languages = ", ".join(language.id for language in facts.languages)
    return (
        f"Contact: {facts.site.security}\n"
        f"Expires: {expires.isoformat()}T00:00:00Z\n"
        f"Preferred-Languages: {languages}\n"
        f"Canonical: {address}.well-known/security.txt\n"
    )
