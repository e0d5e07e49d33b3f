"""Makes what the browser loads to run Python, in one folder named after its content.

Pyodide is the pinned npm package, made smaller; our package is a plain wheel, and
``pyodide-lock.json`` lists it with its hash. From these any browser can start Python in Pyodide's
documented way. ``snapshot.bin`` is a snapshot of Python's memory after that start, made in Node.js
by ``make.mjs`` together with ``snapshot.json``, which tells about it: with it Python answers in a
fraction of the time. It belongs to exactly these files, and a browser that cannot use it starts
plainly. ``manifest.json`` lists all of them with their hashes, and its own hash names the folder:
what a cache keeps for a year under a name never changes.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from macros.self_check import EXAMPLES, ORDER
from publish.external import run, run_node
from publish.runtime.parts import list_parts
from publish.runtime.pinned import check_pinned
from publish.runtime.slim import PYODIDE, slim_pyodide
from publish.site_layout import CURRENT
from selfcheck.model import LANGS
from selfcheck.web import MERGES

# The time of every file in the wheel, the first that a ZIP file can tell: only what changes in our
# package changes the wheel, and with it the address of all that a returning reader has already.
MOMENT = "315532800"
RECIPE = (
    "__init__.py",
    "make.mjs",
    "library.py",
    "stub_asyncio_io.py",
    "stub_package_loader.py",
    "trim_before_snapshot.py",
)
# What Pyodide's files are served as: every web server knows the type of .js, not all of .mjs.
SERVED = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.js",
    "pyodide.asm.wasm": "pyodide.asm.wasm",
    "python_stdlib.zip": "python_stdlib.zip",
}


def make_runtime(into: Path, cache: Path) -> Path:
    """Put the runtime into the folder ``current`` below ``into`` and return that folder.

    Packaging gives it the name by its content. A runtime made before from the same sources is taken
    from ``cache``. Raises :class:`BuildError` when a file is missing or Pyodide has changed what
    the picture relies on.
    """
    cache.mkdir(parents=True, exist_ok=True)
    check_pinned(PYODIDE)
    pyodide = slim_pyodide(cache)
    wheel = make_wheel(cache, pyodide)
    made = cache / _key(wheel, pyodide)
    if not made.exists():
        _make(wheel, pyodide, made)
    list_parts(made)
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(made, into / CURRENT)
    return into / CURRENT


def make_wheel(into: Path, pyodide: Path) -> Path:
    """Build our package as a wheel, compiled if this Python is of the browser's version."""
    for old in into.glob("soske_selfcheck-*.whl"):
        old.unlink()
    build = ("-m", "hatchling", "build", "--target", "wheel", "--directory", str(into))
    run(sys.executable, *build, environment={"SOURCE_DATE_EPOCH": MOMENT})
    info = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]
    if info["python"].rsplit(".", 1)[0] == f"{sys.version_info.major}.{sys.version_info.minor}":
        run(sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", str(into))
    return next(into.glob("soske_selfcheck-*.whl"))


def _make(wheel: Path, pyodide: Path, made: Path) -> None:
    """Make the folder ``made``; it appears whole or not at all."""
    work = made.with_suffix(".new")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    for name, served in SERVED.items():
        shutil.copyfile(pyodide / name, work / served)
    packed = Path(shutil.copy(wheel, work))
    lock = PyodideLockSpec.from_json(pyodide / "pyodide-lock.json")
    lock.packages.clear()
    add_wheels_to_spec(lock, [packed]).to_json(work / "pyodide-lock.json", indent=1)
    _snapshot(wheel, pyodide, work)
    work.rename(made)


def _snapshot(wheel: Path, pyodide: Path, work: Path) -> None:
    requests, library = work / "requests.json", work / "library.zip"
    requests.write_text(json.dumps(requests_of_all_kinds()), "utf-8")
    recipe = Path(__file__).with_name("make.mjs")
    run_node(recipe, str(pyodide), str(wheel), str(requests), str(work))
    requests.unlink()
    library.unlink()


def requests_of_all_kinds() -> list[dict[str, object]]:
    """Requests that make the self-check do all it can do, in every language."""
    made: list[dict[str, object]] = []
    for lang in LANGS:
        texts = [(EXAMPLES / lang / f"{name}.json").read_text("utf-8") for name in ORDER]
        sheets = [json.loads(text) for text in texts]
        wanted: list[dict[str, object]] = [{"op": "score", "sheet": sheet} for sheet in sheets]
        others = ("details", "brief", "html", "markdown")
        wanted += [{"op": op, "sheet": sheets[0]} for op in others]
        wanted += [{"op": "merge", "as": kind, "sheets": sheets} for kind in MERGES]
        wanted.append({"op": "compare", "old": sheets[0], "new": sheets[1]})
        wanted.append({"op": "score", "sheet": {"version": 2, "answers": {"x": 9}}})
        wanted += [{"op": "read", "text": text} for text in (*texts, "{", "[NaN, 1e999]", "{}")]
        as_bytes = texts[0].encode().decode("latin-1")
        wanted += [{"op": "read", "bytes": letters} for letters in (as_bytes, "\xe4")]
        made += [{"lang": lang, **request} for request in wanted]
    return made


def _key(wheel: Path, pyodide: Path) -> str:
    """A name for everything the runtime is made of."""
    here = Path(__file__).parent
    parts = [wheel, *(here / name for name in RECIPE)]
    content = pyodide.name.encode() + b"".join(part.read_bytes() for part in parts)
    return hashlib.sha256(content).hexdigest()[:32]
