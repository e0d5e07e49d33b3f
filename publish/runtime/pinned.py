"""Compares Pyodide's files with the hashes recorded here, before anything is made of them.

npm checks a package when it fetches it; this notices what was changed afterwards, or a version that
no one has tried. ``python -m publish.runtime.pinned`` prints a new record for ``pinned.toml``.
"""

import hashlib
import tomllib
from pathlib import Path

from publish.config import ROOT
from publish.errors import BuildError

RECORD = Path(__file__).with_name("pinned.toml")
NAMES = (
    "package.json",
    "pyodide-lock.json",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide.mjs",
    "python_stdlib.zip",
)


def check_pinned(folder: Path, record: Path = RECORD) -> None:
    """Raise :class:`BuildError` for each file of ``folder`` that is not the recorded one."""
    expected = tomllib.loads(record.read_text("utf-8"))["sha256"]
    found = {name: _hash(folder / name) for name in expected}
    if wrong := [name for name, digest in found.items() if digest != expected[name]]:
        told = "\n".join(
            f"{name}: found {found[name]}; expected {expected[name]}" for name in wrong
        )
        raise BuildError(
            f"Pyodide's files in {folder} are not the recorded ones:\n{told}\n"
            "Fetch them anew (npm ci); after a wanted update, record them in publish/runtime/"
            "pinned.toml as CONTRIBUTING.md says"
        )


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no file"


def main() -> None:
    """Print the record of what is installed now."""
    print("# The files of the npm package pyodide that the site is made of.\n[sha256]")
    for name in NAMES:
        print(f'"{name}" = "{_hash(ROOT / "node_modules" / "pyodide" / name)}"')


if __name__ == "__main__":
    main()
