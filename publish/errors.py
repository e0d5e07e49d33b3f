"""Faults that stop publishing, and how they are told."""

import errno
import traceback
from pathlib import Path

LACKS = 69  # what a command ends with when something is missing on this machine
_ROOT = Path(__file__).parents[1]
# By name: telling a fault must not need the package that it is in.
_SPEAKING = frozenset({"BuildError", "MissingError", "FactError", "BankError"})

# A full disk, a folder that may not be written to.
_OF_THE_MACHINE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM})


class BuildError(Exception):
    """Raised when the site cannot be built as it stands; its text says what and where."""


class MissingError(BuildError):
    """Raised when a part cannot be made for want of something on this machine."""


def speaks(error: BaseException) -> bool:
    """Tell whether what is wrong, and where, can be said without showing how it came about."""
    of_machine = isinstance(error, OSError) and error.errno in _OF_THE_MACHINE
    return type(error).__name__ in _SPEAKING or of_machine


def told(error: BaseException) -> str:
    """Say in few lines what went wrong, for an editor whose next save may mend it."""
    if speaks(error):
        return _of_machine(error) if isinstance(error, OSError) else str(error)
    line = "".join(traceback.format_exception_only(error)).strip()
    if isinstance(error, SyntaxError):  # its own words tell the place
        return line
    place = _place(error)
    return f"{place}: {line}" if place else line


def _of_machine(error: OSError) -> str:
    words = f"{error.strerror}: {error.filename}" if error.filename else f"{error.strerror}"
    return f"{words}. Nothing is lost: the same command goes on once there is room and permission"


def _place(error: BaseException) -> str:
    """Name the innermost file of ours, a template's too, that the error came through."""
    file, number = getattr(error, "filename", None), getattr(error, "lineno", None)
    if file and number:
        return f"{_short(file)}, line {number}"
    ours = [
        f"{_short(frame.filename)}, line {frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(_ROOT) and ".venv" not in frame.filename
    ]
    return ours[-1] if ours else ""


def _short(file: str) -> str:
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else file
