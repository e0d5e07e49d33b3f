"""Runs the programs that make parts of the site: Python's tools, and scripts in Node.js."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from publish.config import ROOT
from publish.errors import BuildError, MissingError


def run(*command: str, environment: dict[str, str] | None = None) -> str:
    """Run a command at the repository's root, with ``environment`` on top of our own.

    Returns what it printed. Raises :class:`BuildError` with what it told when it fails.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        # Pyodide's script is one long line, and an error quotes it.
        told = "\n".join(line[:300] for line in (done.stdout + done.stderr).splitlines())
        raise BuildError(f"{Path(command[0]).name} {' '.join(command[1:3])} failed:\n{told}")
    return done.stdout


def node() -> str:
    """Return the path of Node.js: the machine's own, or the one the set-up fetched.

    Raises :class:`MissingError` when there is none.
    """
    beside = str(Path(sys.executable).parent)
    found = shutil.which("node", path=os.pathsep.join((os.environ.get("PATH", ""), beside)))
    if not found:
        raise MissingError("Node.js is missing: run make, which fetches it, or install it")
    return found


def run_node(script: Path, *arguments: str) -> str:
    """Run a script and return what it printed. Raises :class:`BuildError` with what it told."""
    return run(node(), str(script), *arguments)
