"""JSON from strangers: each limit to the last sign, and values shown so that they harm nobody."""

import pytest

from selfcheck.errors import Fault, SheetError
from selfcheck.jsontext import (
    DEPTH,
    LIMIT,
    OddNumber,
    Repeated,
    canonical,
    parse,
    printable,
    shown,
    shown_key,
)


def fault(raw: bytes | str, **limits: int) -> Fault:
    """Parse a bad text and return its one fault."""
    with pytest.raises(SheetError) as caught:
        parse(raw, **limits)
    (found,) = caught.value.faults
    return found


@pytest.mark.parametrize("blank", ["", " \n\t", "\ufeff", "\ufeff \n", b"", b"\xef\xbb\xbf"])
def test_nothing_is_told_as_nothing(blank: bytes | str) -> None:
    """Blanks and a byte order mark alone are no content."""
    assert fault(blank) == Fault("blank")


@pytest.mark.parametrize("raw", ["\ufeff[1]", b"\xef\xbb\xbf[1]", " [1] ", b"[1]"])
def test_what_surrounds_the_content_is_passed_over(raw: bytes | str) -> None:
    """A byte order mark and blanks around do not matter; text and bytes are read alike."""
    assert parse(raw) == [1]


@pytest.mark.parametrize(("text", "size"), [("xx", 2), ("ä", 2), ("€", 3), ("\ud800", 3)])
def test_the_limit_counts_bytes(text: str, size: int) -> None:
    """As many bytes as the limit says are read, whatever the letters; one more is too large."""
    assert fault(text, limit=size).code == "not_json"
    assert fault(text, limit=size - 1).code == "too_large"


def test_bytes_at_the_limit_are_read() -> None:
    """The same for bytes; how many kilobytes are allowed is told."""
    assert parse(b"1   ", limit=4) == 1
    assert fault(b"1" * (LIMIT + 1)) == Fault("too_large", expected="1000")
    assert fault("1" * (LIMIT + 1)) == Fault("too_large", expected="1000")
    assert fault(b"1    ", limit=4) == Fault("too_large", expected="0")


def test_a_broken_byte_is_counted_from_one() -> None:
    """People count the first byte as one."""
    assert fault(b"\xff") == Fault("not_utf8", found="1")
    assert fault(b"[1]\xe4") == Fault("not_utf8", found="4")


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_depth_is_counted_exactly(opening: str, closing: str) -> None:
    """As many levels as are allowed are read; one more is told before anything is parsed."""
    levels = [opening * n + "1" + closing * n for n in (DEPTH, DEPTH + 1)]

    assert parse(levels[0])
    assert fault(levels[1]) == Fault("too_deep", expected=str(DEPTH))


def test_many_brackets_beside_one_another_are_not_deep() -> None:
    """Only what lies inside counts, and brackets in texts do not, however they are escaped."""
    wide = [[[1]] for _ in range(DEPTH)]
    text = r'["' + r"\"[{[" * DEPTH + r'\\",' + "[1]" + "]"

    assert parse(canonical(wide)) == wide
    assert parse(text)
    assert fault('["' + "[" * 99, depth=3).code == "not_json"


def test_a_bracket_after_a_text_counts() -> None:
    """A text ends where its quote does, so what follows is seen."""
    assert fault('["a",' + "[" * 10).code == "too_deep"
    assert fault(r'["\\",' + "[" * 10).code == "too_deep"


@pytest.mark.parametrize(
    ("text", "place"), [("{", "1:2"), ("[1,\n 2 x]", "2:4"), ("\ufeff[1 2]", "1:4"), ("x", "1:1")]
)
def test_where_it_is_no_json(text: str, place: str) -> None:
    """The fault is at a line and a character, both counted from one."""
    assert fault(text) == Fault("not_json", found=place)


@pytest.mark.parametrize("number", ["1.0", "1e3", "-1.5", "NaN", "Infinity", "-Infinity"])
def test_odd_numbers_are_kept_as_written(number: str) -> None:
    """A number that no field allows is shown as it stands."""
    assert parse(f"[{number}]") == [OddNumber(number)]
    assert shown(OddNumber(number)) == number


def test_long_whole_numbers_are_odd() -> None:
    """Up to fifteen digits are a number; beyond, other tools would see another one."""
    assert parse("9" * 15) == int("9" * 15)
    assert parse("9" * 16) == OddNumber("9" * 16)
    assert parse("9" * 5000) == OddNumber("9" * 5000)


def test_keys_that_stand_twice_are_remembered() -> None:
    """The last value counts, and each repeated key is named once, in order."""
    found = parse('{"b": 1, "a": 2, "b": 3, "a": 4, "a": 5, "c": 6}')

    assert isinstance(found, Repeated)
    assert found == {"b": 3, "a": 5, "c": 6}
    assert found.keys_twice == ("b", "a")
    assert not isinstance(parse('{"b": 1, "a": 2}'), Repeated)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        ("a", '"a"'),
        ("ä\n", '"ä\\u000a"'),
        ("\x1b", '"\\u001b"'),
        ("x" * 40, '"' + "x" * 40 + '"'),
        ("x" * 41, '"' + "x" * 39 + '…"'),
        ({"a": 1}, "{…}"),
        ([1], "[…]"),
        ({}, "{…}"),
        (OddNumber("9" * 41), "9" * 39 + "…"),
    ],
)
def test_values_are_shown_short_and_on_one_line(value: object, text: str) -> None:
    """Whatever a stranger wrote fits in a message and moves no cursor."""
    assert shown(value) == text


def test_keys_are_shown_without_quotes() -> None:
    """A key is part of the name of a field."""
    assert shown_key("a") == "a"
    assert shown_key("x" * 41) == "x" * 39 + "…"


def test_printable_keeps_what_can_be_seen() -> None:
    """Letters of every script and blanks stay; what cannot be seen is spelled out."""
    assert printable("aä漢 ") == "aä漢 "
    assert printable("\u200b\t") == "\\u200b\\u0009"
