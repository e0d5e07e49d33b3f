"""The sources as they come to a machine: line ends, the commit's time, locks that agree."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from setup.steps import ROOT

PIN = re.compile(r"^([\w.-]+==\S+)", re.MULTILINE)


def _git(*arguments: str | Path, into: Path = ROOT) -> str:
    line = ["git", "-c", "safe.directory=*", *map(str, arguments)]
    return subprocess.run(line, cwd=into, capture_output=True, text=True, check=True).stdout


def _commit_time(folder: Path) -> str:
    line = ["sh", str(folder / "setup" / "commit-time.sh")]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def history() -> None:
    """These tests ask git, which an archive of the sources has nothing for."""
    if not (ROOT / ".git").exists():
        pytest.skip("no history here")


@pytest.mark.usefixtures("history")
def test_shells_can_read_every_checkout() -> None:
    """Line ends are LF where git is set to CRLF too."""
    scripts = [line.split("\t")[0] for line in _git("ls-files", "setup", ".ci", "Makefile").split()]
    told = _git("check-attr", "eol", "--", *scripts)
    assert scripts
    assert [line for line in told.splitlines() if not line.endswith(": lf")] == []


@pytest.mark.usefixtures("history")
def test_an_archive_tells_its_commit_s_time(tmp_path: Path) -> None:
    """Unpacked without git, and even below another project's history, it is dated alike."""
    time = _git("log", "-1", "--format=%ct").strip()
    assert _commit_time(ROOT) == time
    _git("archive", "--output", tmp_path / "soske.zip", "HEAD", "setup")
    shutil.unpack_archive(tmp_path / "soske.zip", tmp_path / "other" / "soske")
    _git("init", "--quiet", into=tmp_path / "other")
    assert _commit_time(tmp_path / "other" / "soske") == time


def test_without_any_time_files_are_dated_all_the_same(tmp_path: Path) -> None:
    """A copy of the files alone builds too."""
    shutil.copytree(ROOT / "setup", tmp_path / "setup")
    (tmp_path / "setup" / "commit-time").unlink()
    assert _commit_time(tmp_path) == "1577836800"


def test_what_tests_need_holds_what_the_build_needs() -> None:
    """So one set-up for the tests serves the build too, with the very same packages."""
    build, dev = (
        set(PIN.findall((ROOT / "requirements" / f"{name}.txt").read_text("utf-8")))
        for name in ("build", "dev")
    )
    assert len(build) > 20
    assert build - dev == set()
