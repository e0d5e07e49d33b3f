"""What the command line reads and writes: answer files in, text out, faults one a line."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from ..errors import Fault, SheetError
from ..jsontext import LIMIT, printable
from ..model import Bank, Lang
from ..sheets.reading import read
from ..sheets.sheet import Sheet
from ..words import load_words

GOOD, BAD = 0, 2


def opened(name: str) -> AbstractContextManager[BinaryIO]:
    """Open a file for reading; a dash is standard input."""
    return nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb")


def sheets(names: Sequence[str], bank: Bank, lang: Lang) -> list[Sheet] | None:
    """Read answer files; None when one of them is bad, after telling the faults of all."""
    found = [_sheet(name, bank, lang) for name in names]
    good = [sheet for sheet in found if sheet]
    return good if len(good) == len(found) else None


def _sheet(name: str, bank: Bank, lang: Lang) -> Sheet | None:
    try:
        with opened(name) as source:
            return read(source.read(LIMIT + 1), bank)
    except SheetError as error:
        words = load_words(lang)
        complain(*(f"{name}: {words.sentence(fault)}" for fault in error.faults))
    except OSError as error:
        complain_of_file(error, name, lang)
    return None


def complain_of_file(error: OSError, name: str, lang: Lang) -> None:
    """Tell why a file cannot be read."""
    complain(load_words(lang).sentence(Fault(_trouble(error), name)))


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
    """Write UTF-8 whatever the terminal's encoding, and at once: someone may wait in a pipe."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def complain(*lines: str) -> None:
    """Write lines to standard error; a strange name stays on its line."""
    for line in lines:
        sys.stderr.buffer.write(f"{printable(line)}\n".encode())
    sys.stderr.buffer.flush()
