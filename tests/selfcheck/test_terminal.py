"""What the command line reads and writes, down to the last byte."""

import errno
import io
import json
import sys
from pathlib import Path

import pytest

from selfcheck.bank import load
from selfcheck.cli.lines import CHUNK, score_lines
from selfcheck.cli.main import main
from selfcheck.cli.terminal import FileError, OutputError, complain, put, sheets, silence
from selfcheck.jsontext import LIMIT
from selfcheck.model import LANGS, Lang
from selfcheck.sheets.sheet import Sheet, template, write
from selfcheck.words import load_words

BANK = load()


class Torn(io.RawIOBase):
    """A stream that nothing can be written to."""

    def __init__(self, error: OSError) -> None:
        self.error = error

    def writable(self) -> bool:
        """Say that it could be."""
        return True

    def write(self, _: object) -> int:
        """Fail."""
        raise self.error


def torn(error: OSError) -> io.TextIOWrapper:
    """Open such a stream for text."""
    return io.TextIOWrapper(io.BufferedWriter(Torn(error)), write_through=True)


@pytest.mark.parametrize(
    ("error", "left"), [(BrokenPipeError(), True), (OSError(errno.ENOSPC, "full"), False)]
)
def test_why_nothing_was_written(
    monkeypatch: pytest.MonkeyPatch, error: OSError, left: bool
) -> None:
    """A reader who has gone is told apart from a disk that is full."""
    monkeypatch.setattr(sys, "stdout", torn(error))

    with pytest.raises(OutputError) as caught:
        put("x")

    assert caught.value.left is left


def test_a_closed_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no output at all, nobody has gone away."""
    monkeypatch.setattr(sys, "stdout", None)

    with pytest.raises(OutputError) as caught:
        put("x")

    assert caught.value.left is False
    silence()


def test_a_complaint_nobody_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be told is no reason to fail."""
    for stream in (None, torn(OSError(errno.ENOSPC, "full"))):
        monkeypatch.setattr(sys, "stderr", stream)
        complain("x")


def test_what_was_printed_by_others_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that waits in the usual output is not overtaken."""
    below = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(below, encoding="ascii"))

    print("first")
    put("ä\n")

    assert below.getvalue() == "first\nä\n".encode()


def test_silence_lets_python_end_quietly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is still waiting to be printed goes nowhere, and not to the file it was for."""
    path = tmp_path / "out"
    with path.open("w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        stream.write("waiting")
        silence()
        stream.flush()

    assert path.read_text() == ""


def test_file_errors_tell_every_line() -> None:
    """The error itself reads as what is printed."""
    error = FileError(["a: x", "b: y"])

    assert error.lines == ("a: x", "b: y")
    assert str(error) == "a: x\nb: y"


@pytest.mark.parametrize(("more", "good"), [(0, True), (1, False)])
def test_a_file_of_the_largest_size_is_read(tmp_path: Path, more: int, good: bool) -> None:
    """A file of exactly the limit is read whole; one byte more and it is too large."""
    path = tmp_path / "x.json"
    path.write_bytes(write(template(BANK)).encode().ljust(LIMIT + more))

    if good:
        assert sheets([str(path)], BANK, "en") == [template(BANK)]
    else:
        with pytest.raises(FileError) as caught:
            sheets([str(path)], BANK, "en")
        (line,) = caught.value.lines
        assert line.startswith(f"{path}: ")


def test_no_more_is_read_than_tells_that_it_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without end, such as a device, does not fill the memory."""
    asked: list[int | None] = []

    class Endless(io.RawIOBase):
        def read(self, size: int | None = -1) -> bytes:
            asked.append(size)
            return b" " * (size or 0)

    monkeypatch.setattr(Path, "open", lambda *_: Endless())

    with pytest.raises(FileError):
        sheets(["endless"], BANK, "en")
    assert asked == [LIMIT + 1]


class Counted(io.BytesIO):
    """A stream that remembers how much was asked for at a time."""

    asked: list[int | None]

    def readline(self, size: int | None = -1, /) -> bytes:
        """Read a line, or a part of it."""
        self.asked.append(size)
        return super().readline(size)


def counted(data: bytes) -> Counted:
    """Open such a stream."""
    stream = Counted(data)
    stream.asked = []
    return stream


def test_lines_are_read_in_flat_memory() -> None:
    """Of a line over the limit no more is held than shows that it is, and the rest is skipped."""
    line = json.dumps(json.loads(write(Sheet("1")))).encode()
    stream = counted(b"x" * (3 * LIMIT) + b"\n" + line)

    found = list(score_lines(stream, BANK, load_words("en").sentence))

    assert [good for good, _ in found] == [False, True]
    assert set(stream.asked) == {LIMIT + 2, CHUNK}


def test_a_last_line_without_end_is_skipped_too() -> None:
    """A huge line that the file ends with is one bad line, and the end is found."""
    stream = counted(b"x" * (2 * LIMIT))

    ((good, told),) = score_lines(stream, BANK, load_words("en").sentence)

    assert not good
    assert json.loads(told)["line"] == 1


def test_bad_lines_are_counted_from_one() -> None:
    """An empty line is a line, so editors find the place."""
    stream = io.BytesIO(b"\n{\n")

    numbers = [json.loads(told)["line"] for _, told in score_lines(stream, BANK, str)]

    assert numbers == [1, 2]


def test_a_file_is_told_by_its_own_trouble(tmp_path: Path) -> None:
    """Each way in which a file cannot be read has its own sentence, after the name."""
    words = load_words("sv")
    with pytest.raises(FileError) as caught:
        sheets([str(tmp_path / "none"), str(tmp_path)], BANK, "sv")

    assert caught.value.lines == (
        words.say("faults.file_missing", field=tmp_path / "none"),
        words.say("faults.file_directory", field=tmp_path),
    )


@pytest.mark.parametrize("lang", LANGS)
def test_a_file_of_many_sheets_is_told_likewise(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, lang: Lang
) -> None:
    """A file with a sheet on each line that is missing, or a folder, is told in one line."""
    words = load_words(lang)
    for path, code in ((tmp_path / "none", "file_missing"), (tmp_path, "file_directory")):
        assert main(["score", "--jsonl", str(path), "--lang", lang]) == 2
        told = capsys.readouterr()
        assert (told.out, told.err) == ("", words.say(f"faults.{code}", field=path) + "\n")
