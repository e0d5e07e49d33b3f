"""What the command line reads and writes: answer files in, text out, faults one a line."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from ..errors import Fault, SheetError
from ..jsontext import LIMIT, printable
from ..model import Bank, Lang
from ..sheets.reading import read
from ..sheets.sheet import Sheet
from ..words import load_words

GOOD, UNWRITTEN, BAD, INTERRUPTED = 0, 1, 2, 130


class FileError(ValueError):
    """Files that cannot be used; `lines` tells each fault after the name of its file."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(lines))


class OutputError(Exception):
    """What was to be printed cannot be; `left` when the reader has gone away, as in `… | head`."""

    def __init__(self, left: bool = False) -> None:
        self.left = left
        super().__init__()


def opened(name: str) -> AbstractContextManager[BinaryIO]:
    """Open a file for reading; a dash is standard input. Raises `OSError`."""
    if name != "-":
        return Path(name).open("rb")
    if sys.stdin is None:
        raise OSError
    return nullcontext(sys.stdin.buffer)


def sheets(names: Sequence[str], bank: Bank, lang: Lang) -> list[Sheet]:
    """Read answer files; raises `FileError` with the faults of all of them."""
    found: list[Sheet] = []
    faults: list[str] = []
    for name in names:
        try:
            found.append(_sheet(name, bank))
        except (SheetError, OSError) as error:
            faults += _faults(error, name, lang)
    if faults:
        raise FileError(faults)
    return found


def _sheet(name: str, bank: Bank) -> Sheet:
    with opened(name) as source:
        return read(source.read(LIMIT + 1), bank)


def _faults(error: SheetError | OSError, name: str, lang: Lang) -> Iterator[str]:
    words = load_words(lang)
    if isinstance(error, SheetError):
        yield from (f"{name}: {words.sentence(fault)}" for fault in error.faults)
    else:
        yield file_fault(error, name, lang)


def file_fault(error: OSError, name: str, lang: Lang) -> str:
    """Tell why a file cannot be read."""
    return load_words(lang).sentence(Fault(_trouble(error), name))


def silence() -> None:
    """Let Python forget what it could not print, so that it says nothing of it when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _trouble(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "file_missing"
        case IsADirectoryError():
            return "file_directory"
        case PermissionError():
            return "file_permission"
    return "file_unreadable"


def put(text: str) -> None:
    """Write UTF-8 whatever the terminal's encoding, and at once: someone may wait in a pipe.

    Raises `OutputError` when nothing can be written, as on a full disk or a closed output.
    """
    if sys.stdout is None:
        raise OutputError
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except OSError as error:
        raise OutputError(isinstance(error, BrokenPipeError)) from None


def complain(*lines: str) -> None:
    """Write lines to standard error; a strange name stays on its line."""
    if sys.stderr is None:
        return
    with suppress(OSError):  # whom should one tell?
        for line in lines:
            sys.stderr.buffer.write(f"{printable(line)}\n".encode())
        sys.stderr.buffer.flush()
