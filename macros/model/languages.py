"""The languages of the site: what each calls the site and its parts."""

from typing import Annotated

from macros.model.fact import Fact, NonEmpty, written
from selfcheck.model import Lang


class Sections(Fact):
    """Labels of the main menu in one language."""

    academy: NonEmpty
    guidance: NonEmpty
    wordings: NonEmpty
    cases: NonEmpty
    self_check: NonEmpty
    about: NonEmpty


class Language(Fact):
    """A language of the site: its name in itself and its folder below the site's root."""

    id: Lang
    name: NonEmpty
    path: Annotated[str, written(r"([a-z]{2}/)?", "nothing, or a folder such as sv/")]
    site_name: NonEmpty
    description: NonEmpty
    sections: Sections
