"""The environment of Python packages: made whole, wherever and under whatever settings."""

import shutil
from pathlib import Path

import pytest

from tests.setup.copies import copy_setup, has_package, is_whole, set_up


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the set-up whose environment is made, in a folder with a space and an å."""
    folder = copy_setup(tmp_path_factory.mktemp("en mapp på svenska") / "a b")
    told = set_up(folder)
    assert told.returncode == 0, told.stderr
    assert has_package(folder)
    return folder


def _uninstall(folder: Path) -> None:
    (folder / ".venv" / "installed-small.txt").unlink(missing_ok=True)
    for each in folder.glob(".venv/lib/python*/site-packages/small_package*"):
        shutil.rmtree(each) if each.is_dir() else each.unlink()


PIP = "lib/python*/site-packages/pip"


@pytest.mark.parametrize("lost", [PIP, f"{PIP}/_internal", "bin/pip", "bin/python", "pyvenv.cfg"])
def test_what_lacks_a_part_is_not_whole(made: Path, tmp_path: Path, lost: str) -> None:
    """Debian without python3-venv leaves no pip, another Python's removal a dead link."""
    (part,) = (made / ".venv").glob(lost)
    part.rename(tmp_path / "aside")
    if lost == "bin/python":
        part.symlink_to("/nonexistent/python3")
    try:
        assert not is_whole(made)
    finally:
        part.unlink(missing_ok=True)
        (tmp_path / "aside").rename(part)
    assert is_whole(made)


def test_what_was_stopped_is_made_anew(made: Path) -> None:
    """What pip leaves when it is stopped cannot be told from what is whole."""
    (made / ".venv" / "at-work").touch()
    shutil.rmtree(next((made / ".venv").glob(PIP)))
    told = set_up(made)
    assert told.returncode == 0, told.stderr
    assert has_package(made)
    assert is_whole(made)


def test_a_moved_environment_is_made_anew(made: Path, tmp_path: Path) -> None:
    """Its scripts name the folder that they were made in."""
    moved = tmp_path / "moved"
    shutil.copytree(made, moved, symlinks=True)
    assert set_up(moved).returncode == 0
    assert f"{moved}/.venv/" in (moved / ".venv/bin/pip").read_text()
    assert has_package(moved)


def test_settings_for_other_installations_do_not_count(made: Path, tmp_path: Path) -> None:
    """What brings packages elsewhere, or only pretends to, is for other work than this."""
    _uninstall(made)
    folders = dict.fromkeys(("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"), str(tmp_path))
    told = set_up(made, PIP_USER="1", PIP_DRY_RUN="1", PYTHONPATH="/nonexistent", **folders)
    assert told.returncode == 0, told.stderr
    assert has_package(made)


def test_a_file_of_settings_that_leads_elsewhere_is_told(made: Path, tmp_path: Path) -> None:
    """Packages in another folder are not taken for installed ones."""
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[install]\ntarget = {tmp_path / 'elsewhere'}\n")
    _uninstall(made)
    told = set_up(made, PIP_CONFIG_FILE=str(settings))
    assert "elsewhere than into .venv" in told.stderr
    assert not (made / ".venv" / "installed-small.txt").exists()


def test_a_changed_lock_alone_is_installed(made: Path) -> None:
    """The copy of the lock tells, whatever the files' times say."""
    assert set_up(made).returncode == 0
    assert set_up(made, PIP_FIND_LINKS="/nonexistent").returncode == 0
    lock = made / "requirements" / "small.txt"
    lock.write_text(lock.read_text().replace("==1", "==2"))
    assert "small_package==2" in set_up(made).stderr
