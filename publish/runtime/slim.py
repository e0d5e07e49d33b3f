"""Pyodide as the site serves it: the pinned package, without what no page uses."""

import hashlib
import shutil
from pathlib import Path

from publish.config import ROOT
from publish.errors import BuildError
from publish.external import run_node

PYODIDE = ROOT / "node_modules" / "pyodide"
METADCE = ROOT / "node_modules" / "binaryen" / "bin" / "wasm-metadce"
AS_THEY_ARE = ("pyodide.mjs", "python_stdlib.zip", "pyodide-lock.json")
RECIPE = ("slim.mjs", "glue.mjs")


def slim_pyodide(cache: Path) -> Path:
    """Return a folder like the npm package, made smaller; from ``cache`` if it was made before.

    Raises :class:`BuildError` when a file is missing or Pyodide is not written as expected.
    """
    made = cache / f"pyodide-{_key()}"
    if not made.exists():
        work = made.with_suffix(".new")
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        for name in AS_THEY_ARE:
            shutil.copyfile(_found(PYODIDE / name), work / name)
        run_node(Path(__file__).with_name("slim.mjs"), str(PYODIDE), str(METADCE), str(work))
        work.rename(made)
    return made


def _key() -> str:
    """A name for everything that decides what comes out."""
    here = Path(__file__).parent
    packages = [_found(tool / "package.json") for tool in (PYODIDE, METADCE.parents[1])]
    parts = [*packages, *(here / name for name in RECIPE)]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:16]


def _found(file: Path) -> Path:
    if not file.is_file():
        raise BuildError(f"{file.relative_to(ROOT)} is missing: run make, or npm ci")
    return file
