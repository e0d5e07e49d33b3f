"""Runs the tools that make parts of the site."""

import subprocess
from pathlib import Path

from publish.config import ROOT
from publish.errors import BuildError


def run(*command: str) -> None:
    """Run a command at the repository's root. Raises :class:`BuildError` with what it told."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        # Pyodide's script is one long line, and an error quotes it.
        told = "\n".join(line[:300] for line in (done.stdout + done.stderr).splitlines())
        raise BuildError(f"{Path(command[0]).name} {' '.join(command[1:3])} failed:\n{told}")
