"""What a page may call. Each public method of the classes below is a macro of the same name."""

import os
from datetime import date, datetime
from typing import Any

from macros.cases import Cases
from macros.consistency import facts
from macros.form import Form
from macros.history import History
from macros.lists import Lists
from macros.offline import Offline
from macros.process import Process
from macros.programme import Programme
from macros.prose import Prose
from macros.rounds import HELSINKI
from macros.site import Site
from macros.statistics import Statistics
from macros.team_builder import TeamBuilder
from macros.works import Works

_FAMILIES = (
    Prose,
    Programme,
    Lists,
    Form,
    Statistics,
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
    site = Site(
        facts(), extra["lang"], today(), lambda: env.page.url, extra["shared"], extra["runtime"]
    )
    extra.update(_for_theme(site, env.conf["site_url"]))
    for family in _FAMILIES:
        macros = family(site)
        for name in vars(family):
            if not name.startswith("_"):
                env.macro(getattr(macros, name), name)


def _for_theme(site: Site, address: str) -> dict[str, object]:
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
