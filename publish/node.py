"""Runs scripts in Node.js: the machine's own, or the one the set-up fetched."""

import os
import shutil
import sys
from pathlib import Path

from publish.commands import run
from publish.errors import BuildError


def node() -> str:
    """Return the path of Node.js. Raises :class:`BuildError` when there is none."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("node", path=os.pathsep.join((os.environ.get("PATH", ""), beside)))
    if not found:
        raise BuildError("Node.js is missing: run make, which fetches it, or install it")
    return found


def run_node(script: Path, *arguments: str) -> None:
    """Run a script. Raises :class:`BuildError` with what it told."""
    run(node(), str(script), *arguments)
