"""What publishing needs of ``mkdocs.yml``: the site's address and the pages in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
_NAV = "SOSKE_NAV_"


@dataclass(frozen=True)
class Variable:
    """What stands in the configuration as ``!ENV [name, default]``."""

    name: str
    default: str


@dataclass(frozen=True)
class MenuGroup:
    """Pages below one entry of the menu; ``section`` is empty for a page without one."""

    section: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Config:
    """``address`` ends with a slash; ``menu`` has the pages' Markdown files in reading order."""

    address: str
    menu: tuple[MenuGroup, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """All pages in reading order."""
        return tuple(page for group in self.menu for page in group.pages)


def config(root: Path = ROOT) -> Config:
    """Read the configuration as it is without an environment."""
    settings = yaml.load((root / "mkdocs.yml").read_text("utf-8"), _Loader)  # noqa: S506
    return Config(settings["site_url"].default, tuple(_menu(settings["nav"])))


class _Loader(yaml.SafeLoader):
    """Reads ``!ENV`` too, as a :class:`Variable`."""


def _variable(loader: yaml.Loader, node: yaml.Node) -> Variable:
    return Variable(*loader.construct_sequence(node))  # type: ignore[arg-type]


_Loader.add_constructor("!ENV", _variable)


def _menu(nav: list[Any]) -> Iterator[MenuGroup]:
    for entry in nav:
        if isinstance(entry, str):
            yield MenuGroup("", (entry,))
            continue
        for label, pages in entry.items():
            yield MenuGroup(label.name.removeprefix(_NAV).lower(), tuple(pages))
