"""A language's site as macros know it, with the first round, whatever has been added since."""

from dataclasses import replace
from datetime import date

from macros.context import Context
from macros.model.load import facts
from selfcheck.model import Lang

FACTS = replace(facts(), rounds=facts().rounds[:1])


def site(lang: Lang, day: str = "2021-11-20", page: str = "schedule/") -> Context:
    """Describe a language's site on a day, seen from a page."""
    return Context(
        FACTS, lang, date.fromisoformat(day), lambda: page, "." if lang == "fi" else ".."
    )
