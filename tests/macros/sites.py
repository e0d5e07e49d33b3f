"""The facts that tests stand on: those of `made` in place of what editors change.

So a new round, another figure or another plan of the programme changes no test.
"""

import atexit
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from macros.context import Context
from macros.model.load import FOLDER, facts
from selfcheck.model import Lang

MADE = Path(__file__).parent / "made"
_WORD = 'made.title: {fi: "Kierros {round}", sv: "Omgång {round}", en: "The {round} round"}'


def copy_made(to: Path) -> Path:
    """Copy the site's fact files with the made ones among them."""
    shutil.copytree(FOLDER, to, ignore=shutil.ignore_patterns("rounds"))
    shutil.copytree(MADE, to, dirs_exist_ok=True)
    words = to / "words.yaml"
    words.write_text(f"{_WORD}\n{words.read_text('utf-8')}", "utf-8")
    return to


@cache
def made_folder() -> Path:
    """Return a folder of these facts, to read alone."""
    place = Path(mkdtemp())
    atexit.register(shutil.rmtree, place)
    return copy_made(place / "facts")


FACTS = facts(made_folder())


def site(lang: Lang, day: str = "2021-11-20", page: str = "schedule/") -> Context:
    """Describe a language's site on a day, seen from a page."""
    shared = "." if lang == "fi" else ".."
    return Context(FACTS, lang, date.fromisoformat(day), lambda: page, shared)
