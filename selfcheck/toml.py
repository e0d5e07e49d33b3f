"""Reading an editor's TOML file: every value checked, every defect collected, none fatal alone."""

import pkgutil
import re
import tomllib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import BankError, Defect

type Table = dict[str, Any]

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
PAGE = re.compile(r"[a-z0-9/-]+\.md(#[a-z0-9-]+)?")


def parse(file: str, directory: Path | None = None) -> Table:
    """Parse the TOML of `file` ("bank/fi.toml"), from the package or from another folder.

    Raises `BankError` when the file is missing, is not UTF-8 or is not TOML.
    """
    try:
        return tomllib.loads(_bytes(file, directory).decode("utf-8-sig"))
    except OSError as error:
        trouble, advice = error.strerror or "no file", "Put the file back."
    except UnicodeDecodeError as error:
        trouble, advice = f"byte {error.start} that is not UTF-8", "Save the file as UTF-8."
    except tomllib.TOMLDecodeError as error:
        trouble, advice = str(error), "Look for a missing quote, bracket or comma there."
    except (ValueError, RecursionError):
        trouble, advice = "a huge number or endless brackets", "Look for what was pasted twice."
    raise BankError((Defect(file, "whole file", trouble, "readable TOML", advice),))


def _bytes(file: str, directory: Path | None) -> bytes:
    if directory is not None:
        return (directory / Path(file).name).read_bytes()
    # Not a path: the package may live in a zip archive in the browser.
    data = pkgutil.get_data(__package__, file)
    if data is None:
        raise FileNotFoundError(file)
    return data


def shorten(value: object) -> str:
    """Shorten a value so that it may stand in an error message."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


class Reader:
    """Takes typed values out of one file and remembers each defect.

    A value that is wrong comes back as a harmless one of the right type, so that reading goes on.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.defects: list[Defect] = []

    def defect(self, place: str, found: object, expected: str, advice: str) -> None:
        """Remember a defect; `found` is shown as it stands when it is text."""
        shown = found if isinstance(found, str) else shorten(found)
        self.defects.append(Defect(self.file, place, shown, expected, advice))

    def finish(self) -> None:
        """Raise `BankError` with everything found so far, if anything was."""
        if self.defects:
            raise BankError(tuple(self.defects))

    def keys(self, table: Table, place: str, known: Sequence[str], optional: Sequence[str]) -> None:
        """Expect every known key, and no other."""
        for key in known:
            if key not in table and key not in optional:
                self.defect(f"{place}.{key}".lstrip("."), "nothing", f"the key {key}", "Add it.")
        for key in table:
            if key not in known:
                expected = "one of " + ", ".join(known)
                self.defect(f"{place}.{key}".lstrip("."), "an unknown key", expected, "Remove it.")

    def text(self, table: Table, key: str, place: str) -> str:
        """Take a text that is not empty and has no blanks around it."""
        return self._take(table, key, place, Kind("a text without blanks around it", _is_text, ""))

    def id(self, table: Table, key: str, place: str) -> str:
        """Take an id: lower-case letters, digits and single hyphens."""
        kind = Kind("lower-case letters, digits and hyphens", _matches(ID), "")
        return self._take(table, key, place, kind)

    def page(self, table: Table, key: str, place: str) -> str:
        """Take a page of the site, with or without an anchor."""
        kind = Kind('a page such as "criteria.md#will"', _matches(PAGE), "")
        return self._take(table, key, place, kind)

    def flag(self, table: Table, key: str, place: str) -> bool:
        """Take a true or false."""
        kind = Kind("true or false", lambda value: isinstance(value, bool), False)
        return self._take(table, key, place, kind)

    def number(self, table: Table, key: str, place: str, bounds: tuple[int, int]) -> int:
        """Take a whole number within its bounds."""
        least, most = bounds
        expected = f"a whole number {least}–{most}"
        kind = Kind(expected, lambda value: type(value) is int and least <= value <= most, least)
        return self._take(table, key, place, kind)

    def numbers(
        self, table: Table, key: str, place: str, bounds: tuple[int, int], count: int
    ) -> tuple[int, ...]:
        """Take exactly `count` whole numbers within their bounds."""
        least, most = bounds
        expected = f"{count} whole numbers {least}–{most}"
        fits = _are_numbers(bounds, count)
        return tuple(self._take(table, key, place, Kind(expected, fits, [least] * count)))

    def ids(self, table: Table, key: str, place: str, known: Collection[str]) -> tuple[str, ...]:
        """Take a list of different known ids, at least one."""
        expected = "one or more of " + ", ".join(known)
        nothing: list[str] = []
        kind = Kind(expected, lambda value: _is_choice(value, known), nothing)
        return tuple(self._take(table, key, place, kind))

    def choice(self, table: Table, key: str, place: str, known: Collection[str]) -> str:
        """Take one of the known ids."""
        kind = Kind("one of " + ", ".join(known), lambda value: value in known, "")
        return self._take(table, key, place, kind)

    def choices[T](self, table: Table, key: str, place: str, known: Collection[T]) -> tuple[T, ...]:
        """Take a list of known values, at least one."""
        nothing: list[T] = []
        expected = "one or more of " + ", ".join(map(str, known))
        kind = Kind(expected, lambda value: bool(value) and _are_among(value, known), nothing)
        return tuple(self._take(table, key, place, kind))

    def row[T](
        self, table: Table, key: str, place: str, known: Collection[T], count: int
    ) -> tuple[T, ...]:
        """Take exactly `count` of the known values."""
        nothing: list[T] = []
        expected = f"{count} of " + ", ".join(map(str, known))
        kind = Kind(expected, lambda v: _are_among(v, known) and len(v) == count, nothing)
        return tuple(self._take(table, key, place, kind))

    def texts(self, table: Table, key: str, place: str, count: int) -> tuple[str, ...]:
        """Take exactly `count` texts."""
        nothing: list[str] = []
        kind = Kind(f"{count} texts", lambda value: _are_texts(value, count), nothing)
        return tuple(self._take(table, key, place, kind))

    def themed(
        self, table: Table, key: str, place: str, themes: Sequence[str], count: int
    ) -> tuple[dict[str, str], ...]:
        """Take exactly `count` texts, each one for all themes or a table with one for each."""
        nothing: list[str] = []
        each = "a text, or { " + ", ".join(f'{theme} = "…"' for theme in themes) + " }"
        kind = Kind(f"{count} times {each}", lambda v: _are_themed(v, themes, count), nothing)
        taken = self._take(table, key, place, kind)
        return tuple(t if isinstance(t, dict) else dict.fromkeys(themes, t) for t in taken)

    def tables(self, document: Table, key: str) -> list[Table]:
        """Take the entries of `[[key]]`."""
        entries = document.get(key, [])
        if isinstance(entries, list) and all(isinstance(e, dict) for e in entries):
            return entries
        self.defect(key, entries, f"entries headed [[{key}]]", "Mind the double brackets.")
        return []

    def section(self, document: Table, key: str, place: str = "") -> Table:
        """Take the table `[key]`."""
        nothing: Table = {}
        kind = Kind("a table", lambda value: isinstance(value, dict), nothing)
        return self._take(document, key, place, kind)

    def _take[T](self, table: Table, key: str, place: str, kind: "Kind[T]") -> T:
        if key not in table:  # `keys` has said so
            return kind.harmless
        value: T = table[key]
        if kind.fits(value):
            return value
        where = f"{place}.{key}".lstrip(".")
        self.defect(where, shorten(value), kind.expected, "Correct the value.")
        return kind.harmless


@dataclass(frozen=True, slots=True)
class Kind[T]:
    """What a value should be, how to tell, and what to go on with when it is not."""

    expected: str
    fits: Callable[[Any], bool]
    harmless: T


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != "" and value == value.strip()


def _matches(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_choice(value: object, known: Collection[str]) -> bool:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        return False
    return 0 < len(value) == len(set(value)) and set(value) <= set(known)


def _are_among(value: object, known: Collection[object]) -> bool:
    """Tell whether it is a list of these; TOML holds true and 1 apart, Python does not."""
    return isinstance(value, list) and all(type(v) is not bool and v in known for v in value)


def _are_numbers(bounds: tuple[int, int], count: int) -> Callable[[object], bool]:
    least, most = bounds
    return lambda value: (
        isinstance(value, list)
        and len(value) == count
        and all(type(number) is int and least <= number <= most for number in value)
    )


def _are_themed(value: object, themes: Sequence[str], count: int) -> bool:
    return isinstance(value, list) and len(value) == count and all(_fits(v, themes) for v in value)


def _fits(value: object, themes: Sequence[str]) -> bool:
    """Tell whether it is a text, or one for each theme."""
    if not isinstance(value, dict):
        return _is_text(value)
    return set(value) == set(themes) and all(map(_is_text, value.values()))


def _are_texts(value: object, count: int) -> bool:
    return isinstance(value, list) and len(value) == count and all(map(_is_text, value))
