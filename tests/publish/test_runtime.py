"""The browser's Python: its files, and the picture of its memory."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from publish.build import WORK
from publish.config import ROOT
from publish.errors import BuildError
from publish.external import node, run_node
from publish.runtime import SERVED, requests_of_all_kinds
from publish.runtime.slim import METADCE, PYODIDE, slim_pyodide

HERE = Path(__file__).parent
SLIM = ROOT / "publish" / "runtime" / "slim.mjs"
SEEDS = ("0", "1", "4294967295")


def folder(site: Path) -> Path:
    """The runtime's one folder."""
    (found,) = (site / "runtime").iterdir()
    return found


def test_the_folder_is_named_after_all_it_holds(built_site: Path) -> None:
    """The name is the hash of a list with every file's length and hash: no cache can mix two."""
    runtime = folder(built_site)
    listed = (runtime / "manifest.json").read_bytes()

    assert runtime.name == hashlib.sha256(listed).hexdigest()
    assert json.loads(listed) == {
        file.name: [file.stat().st_size, hashlib.sha256(file.read_bytes()).hexdigest()]
        for file in runtime.iterdir()
        if file.name != "manifest.json" and file.suffix not in (".br", ".gz")
    }


def test_pyodide_is_the_pinned_one(built_site: Path) -> None:
    """What is not made smaller is served as the npm package has it."""
    for name in ("pyodide.mjs", "python_stdlib.zip"):
        assert (folder(built_site) / SERVED[name]).read_bytes() == (PYODIDE / name).read_bytes()


@pytest.mark.slow
def test_the_smaller_python_does_the_same() -> None:
    """Stock Pyodide and the smaller one give equal answers, in Python and across to JavaScript."""
    told = [
        subprocess.run(
            [node(), str(HERE / "equal.mjs"), str(pyodide), str(HERE / "equal.py")],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for pyodide in (PYODIDE, slim_pyodide(WORK / "runtime"))
    ]

    assert len(told[0].splitlines()) == 7
    assert told[0] == told[1]


def test_a_changed_pyodide_is_told(tmp_path: Path) -> None:
    """When Pyodide's script is not as expected the build says what is, and where to read on."""
    script = (PYODIDE / "pyodide.asm.mjs").read_text("utf-8")
    renamed = script.replace("assignWasmExports", "assignExports")
    (tmp_path / "pyodide.asm.mjs").write_text(renamed, "utf-8")

    with pytest.raises(BuildError, match=r"assignWasmExports.*\n?.*CONTRIBUTING"):
        run_node(SLIM, str(tmp_path), str(METADCE), str(tmp_path))


def test_the_lock_file_names_our_wheel_and_its_hash(built_site: Path) -> None:
    """The documented start finds our package, and only ours, with the right hash."""
    runtime = folder(built_site)
    lock = json.loads((runtime / "pyodide-lock.json").read_text("utf-8"))
    package = lock["packages"]["soske-selfcheck"]
    wheel = (runtime / package["file_name"]).read_bytes()

    assert list(lock["packages"]) == ["soske-selfcheck"]
    assert package["sha256"] == hashlib.sha256(wheel).hexdigest()


def test_the_picture_says_what_must_be_answered(built_site: Path) -> None:
    """The picture carries a request and its right answer, by which the browser tests the memory."""
    picture = (folder(built_site) / "snapshot.bin").read_bytes()
    about = json.loads((folder(built_site) / "snapshot.json").read_text("utf-8"))

    assert about["request"]["op"] == "score"
    assert json.loads(about["canonical"])["band"]
    assert len(picture) == about["pages"] * (4 + 4096)


def test_nothing_depends_on_the_seed() -> None:
    """The picture gives every reader the same hash seed; answers are equal whatever the seed is."""
    script = (
        "import json, sys; from selfcheck.web import handle\n"
        "for request in json.load(sys.stdin): print(handle(json.dumps(request)))"
    )
    replies = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=json.dumps(requests_of_all_kinds()),
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in SEEDS
    }

    assert len(replies) == 1


def test_the_snapshot_has_read_every_file() -> None:
    """A browser that starts from the snapshot has no files of the package to read later.

    What the exercise has not read before, each kind of merging as well, would end Python there.
    """
    script = (
        "import json, sys; from selfcheck import toml; from selfcheck.web import MERGES, handle\n"
        "for request in json.load(sys.stdin): handle(json.dumps(request))\n"
        "toml._bytes = None\n"
        "sheets = [{'format': 'soske-selfcheck', 'version': 2, 'rules': 'x'}] * 2\n"
        "for lang in ('fi', 'sv', 'en'):\n"
        "    for kind in MERGES:\n"
        "        handle(json.dumps({'op': 'merge', 'as': kind, 'lang': lang, 'sheets': sheets}))"
    )

    subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(requests_of_all_kinds()),
        text=True,
        check=True,
    )


def test_the_package_uses_no_chance() -> None:
    """No module of the self-check draws random numbers: the picture would freeze them."""
    script = "import sys, selfcheck.web; print('random' in sys.modules, 'secrets' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["False", "False"]
