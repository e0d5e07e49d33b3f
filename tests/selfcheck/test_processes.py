"""The command line as a real process: closed pipes, full disks, results without delay."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from selfcheck.bank import load
from selfcheck.errors import Fault
from selfcheck.jsontext import canonical
from selfcheck.model import Lang
from selfcheck.sheets.sheet import template, write
from selfcheck.words import load_words

from .cases import scored

BANK = load()
RESULT = canonical(scored(BANK, template(BANK)))
LINE = json.dumps(json.loads(write(template(BANK))))


def say(lang: Lang, code: str, field: str = "") -> str:
    """Say a fault in which nothing more is told than the field."""
    return load_words(lang).sentence(Fault(code, field))


COMMAND = [sys.executable, "-m", "selfcheck", "score", "--jsonl", "-"]


def test_a_closed_pipe_is_no_trouble(tmp_path: Path) -> None:
    """As a real process: whoever stops reading early sees no traceback."""
    path = tmp_path / "sheets.jsonl"
    path.write_text(f"{LINE}\n" * 10)
    reading, writing = os.pipe()
    os.close(reading)
    with path.open("rb") as source:
        done = subprocess.run(
            COMMAND, stdin=source, stdout=writing, stderr=subprocess.PIPE, check=False
        )
    os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_result_comes_as_soon_as_its_line() -> None:
    """As a real process on a terminal that is not UTF-8: results do not wait for more lines."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    pipe = subprocess.PIPE
    with subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, env=environment) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{LINE}\n".encode())
        process.stdin.flush()
        first = process.stdout.readline()

    assert first == f"{RESULT}\n".encode()
    assert process.returncode == 0


WHOLE = [sys.executable, "-m", "selfcheck"]
CALLS = {
    "score": ["score", "-", "--lang", "en"],
    "lines": ["score", "--jsonl", "-", "--lang", "en"],
    "template": ["template"],
    "help": ["--help"],
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("closed", [False, True], ids=["full", "closed"])
def test_what_cannot_be_written_is_told(call: str, closed: bool) -> None:
    """As a real process with a full disk or a closed output: one line, no traceback, status 1."""
    where = ">&-" if closed else ">/dev/full"
    command = f"{shlex.join([*WHOLE, *CALLS[call]])} {where}"
    run = subprocess.run(
        ["sh", "-c", command], input=f"{LINE}\n", capture_output=True, text=True, check=False
    )

    assert run.stderr.splitlines()[-1] == say("en" if "en" in CALLS[call] else "fi", "unwritable")
    assert "Traceback" not in run.stderr
    assert run.returncode == 1


def test_nothing_to_read_is_told() -> None:
    """As a real process whose input is closed: one line, status 2."""
    command = f"{shlex.join([*WHOLE, 'score', '-'])} <&-"
    run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)

    assert run.returncode == 2
    assert run.stderr == say("fi", "file_unreadable", "-") + "\n"


def test_nobody_to_complain_to() -> None:
    """Where even the other output is closed, the status alone tells."""
    command = f"{shlex.join([*WHOLE, 'score', 'none.json'])} 2>&-"

    assert subprocess.run(["sh", "-c", command], check=False).returncode == 2
