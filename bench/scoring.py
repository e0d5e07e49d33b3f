"""How many answer sheets the command line scores, and in how much memory."""

import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ratio import Result, timed
from macros.self_check import EXAMPLES, ORDER
from publish.config import ROOT

FEW, MANY = 1_000, 100_000
# Prints the most memory that scoring needed, in the units of the machine.
MEASURED = """import resource, sys
from selfcheck.cli.main import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def scoring() -> list[Result]:
    """Sheets a second through ``score --jsonl``; memory of many sheets beside that of few."""
    with TemporaryDirectory() as folder:
        few, many = (_sheets(Path(folder), count) for count in (FEW, MANY))
        seconds = min(timed(partial(_score, many)) for _ in range(3))
        memory = _memory(many) / _memory(few)
    return [
        Result(
            "sheets a second through score --jsonl", round(MANY / seconds), "sheets", 5_000, True
        ),
        Result("memory of 100,000 sheets", round(memory, 2), "of 1,000 sheets'", 1.1),
    ]


def _sheets(folder: Path, count: int) -> Path:
    """Write ``count`` sheets, one a line: the examples over and over."""
    file = folder / f"{count}.jsonl"
    texts = [(EXAMPLES / "en" / f"{name}.json").read_text("utf-8") for name in ORDER]
    lines = [" ".join(text.split()) for text in texts]
    file.write_text("".join(f"{lines[turn % len(lines)]}\n" for turn in range(count)), "utf-8")
    return file


def _score(sheets: Path) -> None:
    _run("-m", "selfcheck", "score", "--jsonl", str(sheets))


def _memory(sheets: Path) -> int:
    return int(_run("-c", MEASURED, "score", "--jsonl", str(sheets)).splitlines()[-1])


def _run(*arguments: str) -> str:
    run = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    return run.stderr
