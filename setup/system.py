"""Looks whether the system has what a command needs, installs it or tells how to."""

import os
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from setup.environment import PYTHON
from setup.steps import ROOT, SetupError, run

# What a command goes on without.
SPARED = frozenset({"spelling", "server"})
SYSTEMS = {"apt": "Debian, Ubuntu", "dnf": "Fedora", "brew": "macOS"}
COMMANDS = {
    "apt": "sudo apt-get install",
    "dnf": "sudo dnf install",
    "brew": "brew install",
}
# The runlevel keeps Debian from starting servers.
APT_ENV = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}


@dataclass(frozen=True)
class Need:
    """Something of the system: its name, what it is, and its packages by package manager."""

    name: str
    about: str
    packages: dict[str, str]


def needs(names: list[str], table: Path = ROOT / "setup" / "packages.txt") -> list[Need]:
    """Read what is named from the table. Raises :class:`SetupError` for a name that it lacks."""
    lines = table.read_text("utf-8").splitlines()
    known = {}
    for line in lines:
        if line and not line.startswith("#"):
            name, about, *packages = line.split("|")
            known[name] = Need(name, about, dict(zip(SYSTEMS, packages, strict=True)))
    if unknown := [name for name in names if name not in known]:
        raise SetupError(f"{table.name} has no line for: {', '.join(unknown)}")
    return [known[name] for name in names]


def may_install() -> bool:
    """Tell if packages can be installed without asking anyone."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(wanted: list[Need]) -> None:
    """Install packages with apt; what cannot be installed is found missing later.

    Raises :class:`SetupError` when apt itself does not work.
    """
    if not wanted:
        return
    run("mending an interrupted installation", "dpkg", "--configure", "-a", env=APT_ENV)
    run("asking for packages", "apt-get", "update", "-qq", env=APT_ENV)
    try:
        _apt_get(wanted)
    except SetupError:  # one name that this Debian or Ubuntu lacks keeps all others away
        for need in wanted:
            with suppress(SetupError):
                _apt_get([need])


def _apt_get(wanted: list[Need]) -> None:
    packages = " ".join(need.packages["apt"] for need in wanted).split()
    quietly = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    run(f"installing {' '.join(packages)}", *quietly, *packages, env=APT_ENV)


def fetch_browser() -> None:
    """Fetch Playwright's own Chromium, where the system has none; its libraries too, for root."""
    libraries = ("--with-deps",) if may_install() else ()
    with suppress(SetupError):
        run("fetching Chromium", PYTHON, "-m", "playwright", "install", *libraries, "chromium")


def missing(wanted: list[Need]) -> list[Need]:
    """Return what does not work here: each is used in a process of its own."""
    started = [(need, _use(need)) for need in wanted]
    return [need for need, process in started if process.wait()]


def message(lacking: list[Need], *, goes_on: bool) -> str:
    """Tell all that is missing, how it is installed, and whether the command goes on without."""
    lines = [f"Missing on this machine: {'; '.join(need.about for need in lacking)}."]
    for system, where in SYSTEMS.items():
        packages = [need.packages[system] for need in lacking if need.packages[system] != "-"]
        if packages:
            lines.append(f"  {where + ':':16}{COMMANDS[system]} {' '.join(packages)}")
    end = "The command goes on without." if goes_on else "Then run the same command again."
    return "\n".join([*lines, end])


def _use(need: Need) -> subprocess.Popen[bytes]:
    look = (PYTHON, "-m", "devtools.works", need.name)
    return subprocess.Popen(look, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
