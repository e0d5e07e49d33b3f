"""A language's site as macros know it, with the first round, whatever has been added since."""

from datetime import date

from macros.consistency import facts
from macros.models import Lang
from macros.site import Site

FACTS = facts().model_copy(update={"rounds": facts().rounds[:1]})


def site(lang: Lang, day: str = "2021-11-20", page: str = "schedule/") -> Site:
    """Describe a language's site on a day, seen from a page."""
    return Site(FACTS, lang, date.fromisoformat(day), lambda: page, "." if lang == "fi" else "..")
