"""Gathers the texts that the site shows from every place where an editor writes them."""

from pathlib import Path

from publish.language.facts import facts
from publish.language.pages import pages
from publish.language.passage import Passage
from publish.language.tool import tool


def texts(root: Path) -> list[Passage]:
    """Return the texts below ``root``: pages, facts, the question bank and its examples."""
    return [*pages(root), *facts(root), *tool(root)]
