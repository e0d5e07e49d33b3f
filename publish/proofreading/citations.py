"""Finds sources that nothing on the site rests on."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from macros.model.facts import Facts
from macros.model.references import named

_CITED = re.compile(r"""\bsource\(\s*["']([a-z0-9-]+)["']""")


def uncited(docs: Path, loaded: Facts) -> Iterator[str]:
    """Yield a fault for each source that neither a fact nor a page below ``docs`` cites."""
    cited = {
        source
        for field in fields(loaded)
        for source in named(getattr(loaded, field.name), "sources")
    }
    for page in docs.rglob("*.md"):
        cited.update(_CITED.findall(page.read_text("utf-8")))
    for source in loaded.sources:
        if source.id not in cited:
            yield (
                f"macros/facts/sources.yaml: found {source.id}, which nothing cites; "
                "expected a page or a fact that does. Cite it, or remove it"
            )
