"""What every macro needs to know: the facts, the language, the day, and where the page stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from macros import formats
from macros.model.facts import Facts
from selfcheck.model import Lang

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    bytecode_cache=FileSystemBytecodeCache(),  # in the system's folder for what may be lost
)


@dataclass(frozen=True)
class Context:
    """One language's site on one day.

    ``page_url`` gives the address of the page being drawn, relative to the language's root;
    ``shared`` leads from the language's root to the site's root, and ``runtime`` from there to the
    folder of the browser's Python.
    """

    facts: Facts
    lang: Lang
    today: date
    page_url: Callable[[], str]
    shared: str
    runtime: str = "runtime/"

    def word(self, key: str, **values: object) -> str:
        """Return a phrase of words.yaml with its braces filled; KeyError when it is not there."""
        return self.facts.words[key].to(self.lang).format(**values)

    def phrases(self, prefix: str) -> dict[str, str]:
        """Return the phrases whose key begins with ``prefix``, under the rest of their key."""
        return {
            key.removeprefix(prefix): text.to(self.lang)
            for key, text in self.facts.words.items()
            if key.startswith(prefix)
        }

    def organisation(self, organisation: str) -> str:
        """Return the name of an organisation; KeyError when there is none of this id."""
        return self.facts.organisation(organisation).name.to(self.lang)

    def publisher(self) -> str:
        """Return the name of the site's publisher, or words for none until it has confirmed."""
        site = self.facts.site
        return self.organisation(site.publisher) if site.confirmed else self.word("publisher.none")

    def source_mark(self, source: str) -> str:
        """Link to a source, to stand after what it supports; KeyError when there is none."""
        short = self.facts.source(source).short.to(self.lang)
        href = self.link(f"about.md#source-{source}")
        return f'<a class="source" href="{href}">{escape(short)}</a>'

    def day(self, value: date) -> str:
        """Write a date in this language's form."""
        return formats.day(value, self.lang)

    def link(self, target: str) -> str:
        """Return the relative address of a page given as in Markdown (``phases.md#apply``)."""
        path, _, anchor = target.partition("#")
        address = path.removesuffix("index.md")
        if address.endswith(".md"):
            address = address.removesuffix(".md") + "/"
        if anchor and address == self.page_url():
            return f"#{anchor}"
        up = "../" * self.page_url().count("/")
        return (up + address or "./") + (f"#{anchor}" if anchor else "")

    def root_link(self, target: str) -> str:
        """Return the relative address of something kept once at the site's root."""
        return self.link(f"{self.shared}/{target}")

    def render(self, template: str, **values: Any) -> str:
        """Fill a template; blank lines are dropped, since Markdown would end the HTML there."""
        html = _TEMPLATES.get_template(template).render(
            context=self, word=self.word, day=self.day, facts=self.facts, lang=self.lang, **values
        )
        return "\n".join(line for line in html.splitlines() if line.strip())
