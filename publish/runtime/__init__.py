"""Makes what the browser loads to run Python, in one folder named after its content.

Pyodide is the pinned npm package, served from the site; our package is a plain wheel, and
``pyodide-lock.json`` lists it with its hash. From these any browser can start Python in Pyodide's
documented way. ``memory.bin`` is a picture of Python's memory after that start, made in Node.js by
``make.mjs``: with it Python answers in a fraction of the time. It belongs to exactly these files,
and a browser that cannot use it starts plainly.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from macros.form import EXAMPLES, ORDER
from macros.models import LANGS
from publish.config import ROOT
from publish.errors import BuildError
from publish.runtime.node import node

PYODIDE = ROOT / "node_modules" / "pyodide"
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
RECIPE = ("make.mjs", "library.py", "no_packages.py", "settle.py")
# A zip without entries: Python's library, when all of it is in memory already.
EMPTY_ZIP = b"PK\x05\x06" + bytes(18)


def make_runtime(into: Path, cache: Path) -> str:
    """Put the runtime into a folder below ``into`` and return the folder's name.

    A runtime made before from the same sources is taken from ``cache``. Raises
    :class:`BuildError` when a file is missing or Pyodide has changed what the picture relies on.
    """
    cache.mkdir(parents=True, exist_ok=True)
    wheel = make_wheel(cache)
    made = cache / _key(wheel)
    if not made.exists():
        _make(wheel, made)
    (picture,) = made.glob("memory.bin")
    name = hashlib.sha256(picture.read_bytes()).hexdigest()
    if into.exists():
        shutil.rmtree(into)
    shutil.copytree(made, into / name)
    return name


def make_wheel(into: Path) -> Path:
    """Build our package as a wheel, compiled if this Python is of the browser's version."""
    for old in into.glob("soske_selfcheck-*.whl"):
        old.unlink()
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(into))
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    if info["python"].rsplit(".", 1)[0] == f"{sys.version_info.major}.{sys.version_info.minor}":
        _run(sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", str(into))
    return next(into.glob("soske_selfcheck-*.whl"))


def _make(wheel: Path, made: Path) -> None:
    """Make the folder ``made``; it appears whole or not at all."""
    work = made.with_suffix(".new")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    for name in FILES:
        if not (PYODIDE / name).is_file():
            raise BuildError(f"node_modules/pyodide has no {name}: run make, or npm ci")
        shutil.copyfile(PYODIDE / name, work / name)
    packed = Path(shutil.copy(wheel, work))
    lock = PyodideLockSpec.from_json(PYODIDE / "pyodide-lock.json")
    lock.packages.clear()
    add_wheels_to_spec(lock, [packed]).to_json(work / "pyodide-lock.json", indent=1)
    (work / "empty.zip").write_bytes(EMPTY_ZIP)
    _picture(wheel, work)
    work.rename(made)


def _picture(wheel: Path, work: Path) -> None:
    requests, library = work / "requests.json", work / "library.zip"
    requests.write_text(json.dumps(_requests()), "utf-8")
    script = Path(__file__).with_name("make.mjs")
    _run(node(), str(script), str(PYODIDE), str(wheel), str(requests), str(work))
    requests.unlink()
    library.unlink()


def _requests() -> list[dict[str, object]]:
    """Requests that make the self-check do all it can do, in every language."""
    made: list[dict[str, object]] = []
    for lang in LANGS:
        texts = [(EXAMPLES / lang / f"{name}.json").read_text("utf-8") for name in ORDER]
        sheets = [json.loads(text) for text in texts]
        wanted: list[dict[str, object]] = [{"op": "score", "sheet": sheet} for sheet in sheets]
        wanted += [{"op": op, "sheet": sheets[0]} for op in ("explain", "brief", "html")]
        wanted.append({"op": "merge", "sheets": sheets})
        wanted.append({"op": "compare", "old": sheets[0], "new": sheets[1]})
        wanted.append({"op": "score", "sheet": {"version": 2, "answers": {"x": 9}}})
        wanted += [{"op": "read", "text": text} for text in (*texts, "{", "[NaN, 1e999]", "{}")]
        made += [{"lang": lang, **request} for request in wanted]
    return made


def _key(wheel: Path) -> str:
    """A name for everything the runtime is made of."""
    here = Path(__file__).parent
    parts = [wheel, PYODIDE / "package.json", *(here / name for name in RECIPE)]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:32]


def _run(*command: str) -> None:
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        # Pyodide's script is one long line, and an error quotes it.
        told = "\n".join(line[:300] for line in (run.stdout + run.stderr).splitlines())
        raise BuildError(f"{Path(command[0]).name} {' '.join(command[1:3])} failed:\n{told}")
