"""Gathers the texts that the site shows from every place where an editor writes them."""

from pathlib import Path

from publish.proofreading.fact_texts import facts
from publish.proofreading.page_texts import pages
from publish.proofreading.passage import Passage
from publish.proofreading.tool_texts import tool


def texts(root: Path) -> list[Passage]:
    """Return the texts below ``root``: pages, facts, the question bank and its examples."""
    return [*pages(root), *facts(root), *tool(root)]
