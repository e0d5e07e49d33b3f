"""The browser's Python: its files, and the picture of its memory."""

import hashlib
import json
import struct
from pathlib import Path

from publish.runtime import EMPTY_ZIP, FILES, PYODIDE, make_runtime


def folder(site: Path) -> Path:
    """The runtime's one folder."""
    (found,) = (site / "runtime").iterdir()
    return found


def test_the_folder_is_named_after_the_picture(built_site: Path) -> None:
    """A visitor's browser can check the picture it was given by the folder's name alone."""
    runtime = folder(built_site)
    picture = (runtime / "memory.bin").read_bytes()

    assert runtime.name == hashlib.sha256(picture).hexdigest()


def test_pyodide_is_the_pinned_one(built_site: Path) -> None:
    """Pyodide's files are served as the npm package has them."""
    for name in FILES:
        assert (folder(built_site) / name).read_bytes() == (PYODIDE / name).read_bytes()


def test_the_lock_file_names_our_wheel_and_its_hash(built_site: Path) -> None:
    """The documented start finds our package, and only ours, with the right hash."""
    runtime = folder(built_site)
    lock = json.loads((runtime / "pyodide-lock.json").read_text("utf-8"))
    package = lock["packages"]["soske-selfcheck"]
    wheel = (runtime / package["file_name"]).read_bytes()

    assert list(lock["packages"]) == ["soske-selfcheck"]
    assert package["sha256"] == hashlib.sha256(wheel).hexdigest()
    assert (runtime / "empty.zip").read_bytes() == EMPTY_ZIP


def test_the_picture_says_what_must_be_answered(built_site: Path) -> None:
    """The picture carries a request and its right answer, by which the browser tests the memory."""
    picture = (folder(built_site) / "memory.bin").read_bytes()
    _, size = struct.unpack("<II", picture[:8])
    about = json.loads(picture[8 : 8 + size])

    assert about["request"]["op"] == "score"
    assert json.loads(about["canonical"])["band"]
    assert len(picture) == 8 + size + about["pages"] * (4 + 4096)


def test_the_same_sources_give_the_same_runtime(built_site: Path, tmp_path: Path) -> None:
    """Made anew in another folder, the runtime is the same to the last byte."""
    name = make_runtime(tmp_path / "runtime", tmp_path / "cache")

    made = tmp_path / "runtime" / name
    assert name == folder(built_site).name
    assert {file.name: file.read_bytes() for file in made.iterdir()} == {
        file.name: file.read_bytes() for file in folder(built_site).iterdir()
    }
