"""A copy of the project's sources in which a test or a measurement may edit pages."""

import shutil
from pathlib import Path

from publish.config import ROOT

OWN = ("docs", "macros", "selfcheck", "overrides", "publish", "web", "mkdocs.yml", ".build/runtime")
LENT = ("node_modules", "requirements", "pyproject.toml", "package-lock.json", "README.md")


def copy_sources(folder: Path) -> None:
    """Copy what can be edited and link the rest; the browser's Python is not made again."""
    skip = shutil.ignore_patterns("__pycache__")
    for name in OWN:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=skip)
        elif source.exists():
            shutil.copyfile(source, target)
    for name in LENT:
        (folder / name).symlink_to(ROOT / name)
