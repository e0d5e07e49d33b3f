"""Finds the packages that are shipped inside others, and those that no entry names."""

import importlib.metadata
import json
import re
from collections.abc import Iterable
from pathlib import Path

from macros.model.licences import Work
from publish.errors import BuildError
from publish.licensing.file_licences import FACTS
from publish.licensing.packages import Package

THEME = ("javascripts/**/*.map", "stylesheets/*.map")


def unlisted(works: Iterable[Work], packages: dict[str, Package]) -> None:
    """Raise :class:`BuildError` for a shipped package without an entry."""
    listed = {work.package for work in works}
    shipped = {package.key for package in packages.values() if package.shipped}
    if unknown := sorted((shipped | in_theme()) - listed):
        raise BuildError(f"{FACTS}: no entry for {', '.join(unknown)}; add its licence")


def in_theme() -> set[str]:
    """Read from the theme's own source maps which npm packages its files are made of."""
    theme = Path(str(importlib.metadata.distribution("mkdocs-material").locate_file("material")))
    maps = [file for one in THEME for file in (theme / "templates" / "assets").glob(one)]
    if not maps:
        raise BuildError("the theme brings no source maps: what its files hold cannot be told")
    sources = " ".join(" ".join(json.loads(file.read_text("utf-8"))["sources"]) for file in maps)
    return {f"npm:{name}" for name in re.findall(r"node_modules/((?:@[^/ ]+/)?[^/ ]+)", sources)}
