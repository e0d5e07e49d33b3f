"""What a page may call. Each public method of the classes below is a macro of the same name."""

import os
from datetime import date, datetime
from typing import Any

from macros.context import Context
from macros.model.load import facts
from macros.model.rounds import HELSINKI
from macros.pages.cases import Cases
from macros.pages.figures import Figures
from macros.pages.form import Form
from macros.pages.history import History
from macros.pages.lists import Lists
from macros.pages.offline import Offline
from macros.pages.process import Process
from macros.pages.prose import Prose
from macros.pages.schedule import Schedule
from macros.pages.team_builder import TeamBuilder
from macros.pages.works import Works

_FAMILIES = (
    Prose,
    Schedule,
    Lists,
    Form,
    Figures,
    History,
    Process,
    Cases,
    TeamBuilder,
    Offline,
    Works,
)


def define_env(env: Any) -> None:
    """Give mkdocs-macros our macros (its documented entry point)."""
    extra = env.conf["extra"]
    site = Context(
        facts(), extra["lang"], today(), lambda: env.page.url, extra["shared"], extra["runtime"]
    )
    extra.update(_for_theme(site, env.conf["site_url"]))
    for family in _FAMILIES:
        macros = family(site)
        for name in vars(family):
            if not name.startswith("_"):
                env.macro(getattr(macros, name), name)


def _for_theme(site: Context, address: str) -> dict[str, object]:
    """What the theme's templates show around every page."""
    prose = Prose(site)
    return {
        "words": {key: text.to(site.lang) for key, text in site.facts.words.items()},
        "languages": [language.model_dump() for language in site.facts.languages],
        "root_url": address.removesuffix(site.facts.language(site.lang).path),
        "publisher": site.word("footer.publisher", publisher=prose.publisher()),
        "edition": site.word("footer.edition", day=prose.edition()),
    }


def today() -> date:
    """Return the day the site is built for: today in Finland, or SOSKE_TODAY to preview another."""
    preview = os.environ.get("SOSKE_TODAY")
    return date.fromisoformat(preview) if preview else datetime.now(HELSINKI).date()
