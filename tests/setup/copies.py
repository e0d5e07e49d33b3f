"""A copy of the set-up in a folder of its own, with one small package to install and no network."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from setup.steps import ROOT

NAME = "small_package"
_WHEEL = f"{NAME}-1-py3-none-any.whl"
_INFO = {
    "METADATA": f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1\n",
    "WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}


def copy_setup(into: Path) -> Path:
    """Copy ``setup`` with a lock of one package, ``requirements/small.txt``."""
    shutil.copytree(ROOT / "setup", into / "setup", ignore=shutil.ignore_patterns("__pycache__"))
    (into / "requirements").mkdir()
    (into / "wheels").mkdir()
    wheel = _write_wheel(into / "wheels" / _WHEEL)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock = f"# a lock as uv writes it\n{NAME}==1 \\\n    --hash=sha256:{digest}\n"
    (into / "requirements" / "small.txt").write_text(lock)
    return into


def set_up(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Make the environment of a copy, with the small package in it."""
    code = "from setup import environment as e; e.make_environment(); e.install('small')"
    return in_copy(folder, "python3", "-c", code, **env)


def in_copy(folder: Path, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a copy; pip finds packages there alone."""
    program = shutil.which(command[0]) if command[0] != "python3" else _python()
    alone = {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": "wheels",
        "PIP_CONFIG_FILE": os.devnull,
    }
    return subprocess.run(
        [program or command[0], *command[1:]],
        cwd=folder,
        env=os.environ | alone | env,
        capture_output=True,
        text=True,
        check=False,
    )


def is_whole(folder: Path) -> bool:
    """Tell if the set-up takes a copy's environment for whole."""
    code = "from setup import environment; print(environment.is_whole())"
    return in_copy(folder, "python3", "-c", code).stdout.strip() == "True"


def has_package(folder: Path) -> bool:
    """Tell if the package can be imported in the copy's environment."""
    command = [str(folder / ".venv/bin/python"), "-I", "-c", f"import {NAME}"]
    return not subprocess.run(command, capture_output=True, check=False).returncode


def _python() -> str:
    return getattr(sys, "_base_executable", sys.executable)


def _write_wheel(file: Path) -> Path:
    contents = {f"{NAME}.py": "", **{f"{NAME}-1.dist-info/{k}": v for k, v in _INFO.items()}}
    record = [f"{name},sha256={_digest(text)},{len(text)}" for name, text in contents.items()]
    contents[f"{NAME}-1.dist-info/RECORD"] = "\n".join([*record, f"{NAME}-1.dist-info/RECORD,,"])
    with zipfile.ZipFile(file, "w") as packed:
        for name, text in contents.items():
            packed.writestr(name, text)
    return file


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
