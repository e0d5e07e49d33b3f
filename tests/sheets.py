"""Example sheets, and what the command line makes of a sheet."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from macros.self_check import EXAMPLES, ORDER


def example(lang: str, name: str = ORDER[0]) -> tuple[Path, dict[str, Any]]:
    """An example sheet as file and as data."""
    path = EXAMPLES / lang / f"{name}.json"
    return path, json.loads(path.read_text("utf-8"))


def command_line(sheet: Path) -> str:
    """What ``python -m selfcheck score`` prints for a sheet."""
    run = subprocess.run(
        [sys.executable, "-m", "selfcheck", "score", str(sheet), "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()
