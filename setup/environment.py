"""Makes ``.venv``, with the locked Python packages in it."""

import shutil
import sys
from pathlib import Path

from setup.steps import ROOT, SetupError, run

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# There while pip is at work: what it leaves when it is stopped cannot be told from what is whole.
AT_WORK = VENV / "at-work"
# pip's settings that would bring packages elsewhere than into .venv, or only pretend to.
ELSEWHERE = ("USER", "TARGET", "PREFIX", "ROOT", "DRY_RUN", "REQUIRE_VIRTUALENV", "NO_DEPS")
PIP_ENV = {f"PIP_{name}": "" for name in ELSEWHERE}


def make_environment() -> None:
    """Make ``.venv`` anew where it is half-made or moved, or its Python is gone."""
    if is_whole():
        return
    base = getattr(sys, "_base_executable", sys.executable)
    shutil.rmtree(VENV, ignore_errors=True)
    try:
        run("making .venv", base, "-m", "venv", VENV)
    except BaseException:
        shutil.rmtree(VENV, ignore_errors=True)
        raise


def is_whole() -> bool:
    """Tell if ``.venv`` was made here and nothing stopped it.

    Its scripts name the folder that they were made in.
    """
    script = VENV / "bin" / "pip"
    return (
        PYTHON.exists()
        and not AT_WORK.exists()
        and (VENV / "pyvenv.cfg").is_file()
        and script.is_file()
        and f"{VENV}/" in script.read_text("utf-8", "replace")
        and any(VENV.glob("lib/python*/site-packages/pip/_internal/main.py"))
    )


def has_packages(name: str) -> bool:
    """Tell if the packages of ``requirements/NAME.txt`` are there; those of dev hold build's."""
    return any(_installed(each) for each in {name, "dev"})


def install(name: str) -> None:
    """Install the packages of ``requirements/NAME.txt``. Raises :class:`SetupError`."""
    if has_packages(name):
        return
    lock = ROOT / "requirements" / f"{name}.txt"
    AT_WORK.touch()
    pip_install("fetching the Python packages", lock)
    first = lock.read_text("utf-8").split("==")[0].split()[-1]
    look = f"from importlib.metadata import version; version({first!r})"
    try:
        run("looking for the Python packages", PYTHON, "-I", "-c", look)
    except SetupError as error:
        told = "pip's settings bring packages elsewhere than into .venv; see `pip config list`"
        raise SetupError(told) from error
    shutil.copyfile(lock, _stamp(name))
    AT_WORK.unlink()


def pip_install(doing: str, lock: Path, *options: str | Path) -> None:
    """Let pip install a lock's packages, whatever the machine sets it to do otherwise."""
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--retries=2", "--no-input")
    run(
        doing,
        *pip,
        "install",
        "--quiet",
        "--no-user",
        "--require-hashes",
        "-r",
        lock,
        *options,
        env=PIP_ENV,
    )


def _installed(name: str) -> bool:
    """Compare a lock with the copy that was put down once all of it was installed."""
    lock, stamp = ROOT / "requirements" / f"{name}.txt", _stamp(name)
    return lock.is_file() and stamp.is_file() and stamp.read_bytes() == lock.read_bytes()


def _stamp(name: str) -> Path:
    return VENV / f"installed-{name}.txt"
