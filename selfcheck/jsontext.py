"""JSON: read from strangers, size and depth looked at before anything is parsed; and written."""

import json
import re
from collections import Counter
from dataclasses import dataclass

from .errors import Fault, SheetError

LIMIT = 1_000_000  # bytes; an answer sheet with every text at its longest is a tenth of it
DEPTH = 10
LONGEST_NUMBER = 15  # digits; beyond it Python's own limit and other tools' precision are near
STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class OddNumber:
    """A number no field allows (1.0, NaN, a hundred digits), kept as written to be shown."""

    text: str


class Repeated(dict[str, object]):
    """A JSON object in which `keys_twice` stood more than once; the last value won."""

    keys_twice: tuple[str, ...] = ()


def parse(raw: bytes | str, limit: int = LIMIT, depth: int = DEPTH) -> object:
    """Parse a text as JSON.

    A byte order mark is passed over. Raises `SheetError` with one fault when the text is too
    large (`limit` in bytes), not UTF-8, empty, nested deeper than `depth`, or not JSON.
    """
    text = _text(raw, limit).removeprefix("\ufeff")
    if not text.strip():
        raise SheetError((Fault("blank"),))
    _check_depth(text, depth)
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise SheetError((Fault("not_json", found=f"{error.lineno}:{error.colno}"),)) from None


def _text(raw: bytes | str, limit: int) -> str:
    if len(raw) > limit:
        raise _too_large(limit)
    if isinstance(raw, bytes):
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise SheetError((Fault("not_utf8", found=str(error.start + 1)),)) from None
    if len(raw.encode("utf-8", "surrogatepass")) > limit:
        raise _too_large(limit)
    return raw


def _too_large(limit: int) -> SheetError:
    return SheetError((Fault("too_large", expected=str(limit // 1000)),))


def _check_depth(text: str, most: int) -> None:
    """Brackets inside strings do not count; a text with few brackets need not be walked."""
    if text.count("[") + text.count("{") <= most:
        return
    depth = 0
    for match in STRING_OR_BRACKET.finditer(text):
        sign = match[0]
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        if depth > most:
            raise SheetError((Fault("too_deep", expected=str(most)),))


def _integer(digits: str) -> int | OddNumber:
    return int(digits) if len(digits) <= LONGEST_NUMBER else OddNumber(digits)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) == len(pairs):
        return table
    marked = Repeated(table)
    marked.keys_twice = tuple(key for key, n in Counter(key for key, _ in pairs).items() if n > 1)
    return marked


_DECODER = json.JSONDecoder(
    parse_int=_integer,
    parse_float=OddNumber,
    parse_constant=OddNumber,
    object_pairs_hook=_object,
)


def canonical(value: object) -> str:
    """Compact JSON with sorted keys: equal values are equal bytes."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def shown(value: object) -> str:
    """Show a value from a stranger in a message: one line, printable, short."""
    if isinstance(value, OddNumber):
        return _short(value.text)
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, str):
        return f'"{_short(value)}"'
    return json.dumps(value)


def shown_key(key: str) -> str:
    """Show a key from a stranger likewise, without quotes."""
    return _short(key)


def printable(text: str) -> str:
    """Put a text on one line that a terminal shows as it stands."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _short(text: str) -> str:
    return printable(text if len(text) <= 40 else text[:39] + "…")
