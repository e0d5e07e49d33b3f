"""Makes what the browser loads to run Python: Pyodide's files, our package, and the list of both.

Pyodide is the pinned npm package, served from the site. Our package is a plain wheel; where the
host's Python is of the browser's version, pyodide-build compiles it beforehand.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from publish.config import ROOT
from publish.errors import BuildError

PYODIDE = ROOT / "node_modules" / "pyodide"
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def make_runtime(into: Path) -> None:
    """Put the runtime's files into ``into``. Raises :class:`BuildError` when one is missing."""
    into.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        if not (PYODIDE / name).is_file():
            raise BuildError(f"node_modules/pyodide has no {name}: run make, or npm ci")
        shutil.copyfile(PYODIDE / name, into / name)
    lock = PyodideLockSpec.from_json(PYODIDE / "pyodide-lock.json")
    lock.packages.clear()
    wheel = make_wheel(into, lock.info.python)
    add_wheels_to_spec(lock, [wheel]).to_json(into / "pyodide-lock.json", indent=1)


def make_wheel(into: Path, browser_python: str) -> Path:
    """Build our package as a wheel, compiled if this Python is of the browser's version."""
    for old in into.glob("soske_selfcheck-*.whl"):
        old.unlink()
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(into))
    if browser_python.rsplit(".", 1)[0] == f"{sys.version_info.major}.{sys.version_info.minor}":
        _run(sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", str(into))
    return next(into.glob("soske_selfcheck-*.whl"))


def pyodide_version() -> str:
    """Return the version of the pinned Pyodide."""
    return str(json.loads((PYODIDE / "package.json").read_text("utf-8"))["version"])


def _run(*command: str) -> None:
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        raise BuildError(f"{' '.join(command[1:4])} failed:\n{run.stdout}{run.stderr}")
