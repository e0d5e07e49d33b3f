"""Reads the lock files: which packages, in which versions, with which hashes."""

import base64
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.model.licences import Work
from publish.config import ROOT
from publish.errors import BuildError

FACTS = "macros/facts/licences.yaml"


@dataclass(frozen=True)
class Package:
    """A locked package: ``kind`` is npm or pypi, ``sha512`` hexadecimal where the lock has it."""

    kind: str
    name: str
    version: str
    shipped: bool = False
    sha512: str = ""

    @property
    def key(self) -> str:
        """How licences.yaml names it."""
        return f"{self.kind}:{self.name}"


def locked(root: Path = ROOT) -> dict[str, Package]:
    """Return what the build is made with, by key: Python's packages and npm's direct ones."""
    found = [*_python(root / "requirements" / "build.txt"), *_npm(root / "package-lock.json")]
    return {package.key: package for package in found}


def check_listed(works: Iterable[Work], packages: dict[str, Package]) -> None:
    """Raise :class:`BuildError` for a shipped package without an entry in licences.yaml."""
    listed = {work.package for work in works}
    shipped = {package.key for package in packages.values() if package.shipped}
    if unknown := sorted(shipped - listed):
        raise BuildError(f"{FACTS}: no entry for {', '.join(unknown)}; add its licence")


def _python(lock: Path) -> list[Package]:
    lines = re.findall(r"^([a-z0-9._-]+)==([^ ]+)", lock.read_text("utf-8"), re.MULTILINE)
    return [Package("pypi", name, version) for name, version in lines]


def _npm(lock: Path) -> list[Package]:
    """Packages of npm for the build, not for development; those named there are shipped."""
    entries = json.loads(lock.read_text("utf-8"))["packages"]
    shipped = entries[""]["dependencies"]
    return [
        Package("npm", name, entry["version"], name in shipped, _hexadecimal(entry["integrity"]))
        for path, entry in entries.items()
        if path and not entry.get("dev") and not entry.get("devOptional")
        for name in [path.removeprefix("node_modules/")]
    ]


def _hexadecimal(integrity: str) -> str:
    kind, _, digest = integrity.partition("-")
    return base64.b64decode(digest).hex() if kind == "sha512" else ""
