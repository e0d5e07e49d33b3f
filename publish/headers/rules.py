"""Reads ``rules.yaml``: headers, caching and media types, checked."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from macros.model.documents import check, parse
from macros.model.fact import Fact, written
from publish.errors import BuildError
from publish.site_layout import published_files

RULES = Path(__file__).with_name("rules.yaml")

# Only a header can say these; in a page browsers ignore them with a warning.
HEADER_ONLY = ("frame-ancestors",)

Directive = Annotated[str, written(r"[a-z]+(-[a-z]+)*", "a directive such as img-src")]
HeaderName = Annotated[str, written(r"[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*", "a header such as X-Name")]
HeaderValue = Annotated[str, written(r"[^\"\\$\n]+", 'one line without " \\ or $')]


class Media(Fact):
    """How files of one suffix are sent: their media type, whether as UTF-8, whether compressed."""

    type: Annotated[str, written(r"[a-z]+/[a-z0-9.+-]+", "a media type such as text/css")]
    text: bool = False
    packed: bool = False


class Caching(Fact):
    """Cache-Control of files whose address names their content, of all others, and of errors."""

    named: HeaderValue
    other: HeaderValue
    error: HeaderValue


class Rules(Fact):
    """What is said with the files of the site."""

    security: Annotated[dict[HeaderName, HeaderValue], Field(min_length=1)]
    policy: Annotated[dict[Directive, HeaderValue], Field(min_length=1)]
    caching: Caching
    types: dict[str, Media]

    def policy_header(self) -> str:
        """Write the Content-Security-Policy as a response header has it."""
        return "; ".join(f"{name} {sources}" for name, sources in self.policy.items())

    def policy_meta(self) -> str:
        """Write the part of the policy that a page can state for itself."""
        stated = {name: value for name, value in self.policy.items() if name not in HEADER_ONLY}
        return "; ".join(f"{name} {sources}" for name, sources in stated.items())

    def media(self, path: Path) -> Media:
        """Tell how a file is sent; KeyError when its suffix is not listed."""
        return self.types[path.suffix.removeprefix(".")]

    def check(self, site: Path) -> None:
        """Raise :class:`BuildError` when the site holds a file that no type is known for."""
        unknown = sorted(
            {path.suffix for path in published_files(site)} - {f".{name}" for name in self.types}
        )
        if unknown:
            raise BuildError(f"{RULES.name} has no type for {', '.join(unknown)}: add it")


@cache
def rules() -> Rules:
    """Read the rules. Raises :class:`FactError` that says what is wrong and where."""
    return check(parse(RULES, "publish/headers/rules.yaml"), Rules)
