"""What is needed of the system: looked for by use, and told all at once."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from devtools.works import NEEDS
from setup import system
from setup.ready import read
from setup.steps import ROOT, SetupError, reason
from tests.setup.copies import copy_setup, in_copy

TOOLS = ("awk", "cat", "id", "sh")


def test_every_need_is_tried_and_every_name_is_in_the_table() -> None:
    """The table, the Makefile and what uses each need know the same names."""
    lines = (ROOT / "setup" / "packages.txt").read_text("utf-8").splitlines()
    names = {line.split("|")[0] for line in lines if line and line[0] != "#"}
    assert names == {"python", *NEEDS}
    asked = re.findall(r"NEEDS := (.*)", (ROOT / "Makefile").read_text("utf-8"))
    assert {name for line in asked for name in line.split()} - {"--spare"} <= names


def test_what_the_makefile_asks_for_is_understood() -> None:
    """Options may stand among the needs."""
    asked = read(["build", "--spare", "pdf", "spelling"])
    assert (asked.lock, asked.spare, asked.needs) == ("build", True, ["pdf", "spelling"])


def test_one_message_tells_all_that_is_missing() -> None:
    """One line for each system, with the packages of everything."""
    told = system.message(system.needs(["pdf", "spelling", "server"]), goes_on=False)
    apt, dnf, brew = told.splitlines()[1:4]
    assert "apt-get install" in apt
    assert {"libharfbuzz-subset0", "voikko-fi", "nginx"} <= set(apt.split())
    assert "dnf install" in dnf
    assert {"pango", "libvoikko", "nginx"} <= set(dnf.split())
    assert "brew install" in brew
    assert {"pango", "libvoikko"} <= set(brew.split())
    assert "-" not in brew.split()


def test_a_name_that_the_table_lacks_is_told() -> None:
    """A slip in the Makefile does not pass for something that is there."""
    with pytest.raises(SetupError, match="browsr"):
        system.needs(["pdf", "browsr"])


def test_something_that_does_not_work_is_missing() -> None:
    """A CHROMIUM that is no browser is none, though the file exists."""
    look = "import os, sys; os.environ['CHROMIUM'] = '/bin/false'; from setup import system; "
    look += "print([need.name for need in system.missing(system.needs(['browser']))])"
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['browser']"


def test_a_machine_without_python_is_told_everything_at_once(tmp_path: Path) -> None:
    """One message names Python and all that the command needs, for three kinds of system."""
    folder = copy_setup(tmp_path / "soske")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in TOOLS:
        found = subprocess.run(["which", name], capture_output=True, text=True, check=True)
        (tools / name).symlink_to(Path(found.stdout.strip()).resolve())
    done = in_copy(
        folder,
        "sh",
        "setup/ready.sh",
        "build",
        "pdf",
        PATH=str(tools),
        HOME=str(tmp_path),
        PYENV_ROOT="/none",
    )
    assert done.returncode == 1
    assert not done.stdout
    for line in (
        "apt-get install python3 python3-venv libpango",
        "dnf install python3 pango",
        "brew install python pango",
        "uv",
    ):
        assert line in done.stderr
    assert not (folder / ".venv").exists()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("npm error code ENOTFOUND\nnpm error network request", "no connection"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("error: [Errno 30] Read-only file system: '.venv'", "cannot be written"),
        ("Traceback\n  File\nValueError: something else", "something else"),
        ("", "did not say"),
    ],
)
def test_the_reason_of_a_failure_is_told(told: str, why: str) -> None:
    """In plain words where it is known, in the program's own where not."""
    assert why in reason(told)
