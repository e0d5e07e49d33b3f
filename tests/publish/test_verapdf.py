"""The call of veraPDF, with a stand-in for it: the program itself is on few machines."""

from pathlib import Path

import pytest

from publish.errors import BuildError
from publish.pdf.verapdf import check_pdfs


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a PDF, on a machine without veraPDF."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    (tmp_path / "a.pdf").touch()
    return tmp_path


def stand_in(folder: Path, script: str) -> None:
    """Put a program of that name on the machine."""
    program = folder / "bin" / "verapdf"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def said(folder: Path) -> str:
    """Return what the check says."""
    lines: list[str] = []
    check_pdfs(folder, lines.append)
    return "\n".join(lines)


def test_says_that_it_is_missing(folder: Path) -> None:
    """Without veraPDF the check goes on and says that nothing was checked."""
    assert said(folder) == "PDF/UA-1: not checked, no veraPDF here"


def test_says_what_passes(folder: Path) -> None:
    """With every rule kept, the result names the files; the profile asked for is PDF/UA-1."""
    stand_in(folder, 'test "$1 $2" = "--flavour ua1"')
    assert said(folder) == "PDF/UA-1: veraPDF passes a.pdf"


def test_fault_fails_the_check(folder: Path) -> None:
    """A file that does not conform fails the check in veraPDF's own words."""
    stand_in(folder, 'echo "FAIL a.pdf ua1 7.1"; exit 1')
    with pytest.raises(BuildError, match=r"FAIL a\.pdf ua1 7\.1"):
        said(folder)


def test_breakdown_is_no_pass(folder: Path) -> None:
    """A veraPDF that breaks down fails the check too."""
    stand_in(folder, 'echo "no heap" >&2; exit 8')
    with pytest.raises(BuildError, match="could not check: no heap"):
        said(folder)
