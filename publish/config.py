"""What publishing needs of ``mkdocs.yml``: the site's address and the pages in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Config:
    """``address`` ends with a slash; ``pages`` are Markdown files in reading order."""

    address: str
    pages: tuple[str, ...]


class _Loader(yaml.SafeLoader):
    """Reads ``!ENV [NAME, default]`` as its default."""


def _default(loader: yaml.Loader, node: yaml.Node) -> str:
    return str(loader.construct_sequence(node)[-1])  # type: ignore[arg-type]


_Loader.add_constructor("!ENV", _default)


def config(root: Path = ROOT) -> Config:
    """Read the configuration as it is without an environment."""
    settings = yaml.load((root / "mkdocs.yml").read_text("utf-8"), _Loader)  # noqa: S506
    return Config(settings["site_url"], tuple(_pages(settings["nav"])))


def _pages(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        if isinstance(entry, str):
            yield entry
        else:
            for section in entry.values():
                yield from _pages(section)
