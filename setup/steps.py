"""Runs the programs of the set-up, and tells in one line why one failed."""

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from pathlib import Path

ROOT = Path(__file__).parents[1]

# Words that programs use for what is not their fault, and what that is.
REASONS = {
    "the disk is full": ("No space left on device", "ENOSPC", "Disk quota exceeded"),
    "there is no connection to where packages are fetched from": (
        "Failed to establish a new connection",
        "NewConnectionError",
        "NameResolutionError",
        "Temporary failure in name resolution",
        "Temporary failure resolving",
        "Could not resolve",
        "Network is unreachable",
        "Read timed out",
        "EAI_AGAIN",
        "ENOTFOUND",
        "ECONNREFUSED",
        "ETIMEDOUT",
        "ENETUNREACH",
    ),
    "files cannot be written here": ("Read-only file system", "EROFS", "EACCES"),
}

_running: set[subprocess.Popen[str]] = set()
_lock = threading.Lock()


class SetupError(Exception):
    """Raised when the set-up cannot go on; its text is what the user needs to know."""


def run(doing: str, *command: str | Path, env: dict[str, str] | None = None) -> str:
    """Run a program at the project's root and return what it told.

    Raises :class:`SetupError` with the reason when it fails.

    ``env`` replaces variables of the environment; an empty text takes one away.
    """
    try:
        process = _start(command, env or {})
    except OSError as error:
        raise SetupError(f"{doing} failed: {error}") from error
    try:
        told, _ = process.communicate()
    except BaseException:
        process.terminate()
        raise
    finally:
        with _lock:
            _running.discard(process)
    if process.returncode:
        raise SetupError(f"{doing} failed: {reason(told)}")
    return told


def reason(told: str) -> str:
    """Return why a program failed: in our words where known, or else the last that it said."""
    for why, words in REASONS.items():
        if any(word in told for word in words):
            return why
    lines = [line for line in told.splitlines() if line.strip()]
    return "\n".join(["", *lines[-8:]]) if lines else "it did not say why"


def beside_one_another(steps: Iterable[Callable[[], None]]) -> None:
    """Do several steps at once. The first fault ends the others, and so does an interruption."""
    with ThreadPoolExecutor() as pool:
        started = [pool.submit(step) for step in steps]
        try:
            done, _ = wait(started, return_when=FIRST_EXCEPTION)
            for one in done:
                one.result()
        except BaseException:
            stop_all()
            raise


def stop_all() -> None:
    """End every program that is still running."""
    with _lock:
        for process in _running:
            process.terminate()


def stop_when_told() -> None:
    """Let what asks the set-up to end do so as Ctrl+C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _start(command: tuple[str | Path, ...], env: dict[str, str]) -> subprocess.Popen[str]:
    variables = {
        name: value for name, value in (os.environ | env).items() if value or name not in env
    }
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    with _lock:
        _running.add(process)
    return process
