"""The command line: what it prints, where, and with which exit status."""

import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from selfcheck.bank import load
from selfcheck.cli.main import main
from selfcheck.errors import Fault
from selfcheck.jsontext import canonical
from selfcheck.model import Lang
from selfcheck.sheets.sheet import template, write
from selfcheck.words import load_words

from .cases import scored, tells

BANK = load()
SHEET = write(template(BANK))
RESULT = canonical(scored(BANK, template(BANK)))
LINE = json.dumps(json.loads(SHEET))

type Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write an empty answer file."""
    path = tmp_path / "answers.json"
    path.write_text(SHEET, encoding="utf-8")
    return path


def say(lang: Lang, code: str, field: str = "") -> str:
    """Say a fault in which nothing more is told than the field."""
    return load_words(lang).sentence(Fault(code, field))


def told(capsys: Capture) -> list[str]:
    """List the lines on standard error."""
    return capsys.readouterr().err.splitlines()


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_template_prints_an_empty_sheet(capsys: Capture) -> None:
    """`template` prints a file that can be filled in."""
    assert main(["template"]) == 0
    assert capsys.readouterr().out == SHEET


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_questions(capsys: Capture, lang: str) -> None:
    """`questions` prints everything asked, as text or as JSON."""
    assert main(["questions", "--lang", lang, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert main(["questions", "--lang", lang]) == 0
    text = capsys.readouterr().out

    assert data["lang"] == lang
    assert data["criteria"][0]["questions"][0]["number"] == "1.1"
    assert "[will-reason]" in text


def test_score_as_json_is_canonical(capsys: Capture, file: Path) -> None:
    """`--format json` prints the canonical result and a newline, whatever the language."""
    for lang in ("fi", "en"):
        assert main(["score", str(file), "--format", "json", "--lang", lang]) == 0
        assert capsys.readouterr().out == RESULT + "\n"


def test_score_reads_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash stands for standard input; Finnish text is the default."""
    feed(monkeypatch, SHEET.encode())

    assert main(["score", "-"]) == 0
    title = load_words("fi").say("report.title")
    assert capsys.readouterr().out.startswith(f"{title}\n====")


def test_score_as_markdown(capsys: Capture, file: Path) -> None:
    """`--format markdown` prints headings and tables."""
    assert main(["score", str(file), "--format", "markdown", "--lang", "sv"]) == 0
    title = load_words("sv").say("report.title")
    assert capsys.readouterr().out.startswith(f"# {title}\n")


def test_each_fault_is_a_line(capsys: Capture, file: Path) -> None:
    """A bad file gives exit status 2, one line for each fault on stderr and nothing on stdout."""
    file.write_text('{"format": "soske-selfcheck", "version": 3, "date": 1}')

    assert main(["score", str(file), "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    faults = (("missing", "rules"), ("version", "version"), ("date", "date"))
    for line, (code, field) in zip(err.splitlines(), faults, strict=True):
        assert tells(line.removeprefix(f"{file}: "), "en", code, field)
        assert line.startswith(f"{file}: ")


def test_a_missing_file_is_told(capsys: Capture, tmp_path: Path) -> None:
    """A file that is not there, and a folder, are told in one line."""
    assert main(["score", str(tmp_path / "none.json"), "--lang", "en"]) == 2
    assert told(capsys) == [say("en", "file_missing", str(tmp_path / "none.json"))]
    assert main(["score", str(tmp_path), "--lang", "sv"]) == 2
    assert told(capsys) == [say("sv", "file_directory", str(tmp_path))]


def test_a_strange_name_stays_on_its_line(capsys: Capture) -> None:
    """Line breaks and control characters in a file's name are shown, not sent to the terminal."""
    assert main(["score", "a\n\x1b\udcff", "--lang", "en"]) == 2
    assert told(capsys) == [say("en", "file_missing", "a\\u000a\\u001b\\udcff")]


@pytest.mark.parametrize(
    ("error", "code"), [(PermissionError, "file_permission"), (OSError, "file_unreadable")]
)
def test_an_unreadable_file_is_told(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, error: type[OSError], code: str
) -> None:
    """Missing rights and other trouble are told in one line too."""

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)

    assert main(["score", "x.json", "--lang", "en"]) == 2
    assert told(capsys) == [say("en", code, "x.json")]


def test_lines_are_scored_in_order(capsys: Capture, tmp_path: Path) -> None:
    """Each line gives a result or its errors, in order; a bad line makes the exit status 2."""
    lines = [LINE, "", "{", LINE.replace('"unknown"', '"x"', 1), LINE]
    path = tmp_path / "sheets.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert main(["score", "--jsonl", str(path), "--lang", "en"]) == 2
    first, blank, broken, wrong, last = capsys.readouterr().out.splitlines()
    assert first == last == RESULT
    assert json.loads(blank)["line"] == 2
    assert json.loads(broken)["line"] == 3
    field = f"conditions.{BANK.conditions[0].id}"
    assert tells(json.loads(wrong)["errors"][0], "en", "wrong_value", field)


def test_good_lines_alone_are_good(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a bad line the exit status is 0; the last line needs no newline, CR LF is fine."""
    feed(monkeypatch, f"\ufeff{LINE}\r\n{LINE}".encode())

    assert main(["score", "--jsonl", "-"]) == 0
    assert capsys.readouterr().out == f"{RESULT}\n{RESULT}\n"


def test_a_huge_line_is_one_bad_line(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line over the limit is refused as one line, and the lines after it are scored."""
    feed(monkeypatch, b"x" * 3_000_000 + b"\n" + LINE.encode())

    assert main(["score", "--jsonl", "-", "--lang", "en"]) == 2
    huge, good = capsys.readouterr().out.splitlines()
    (error,) = json.loads(huge)["errors"]
    assert tells(error, "en", "too_large")
    assert json.loads(huge)["line"] == 1
    assert good == RESULT


def test_a_line_at_the_limit_is_not_cut(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines of exactly the largest size do not swallow their neighbours."""
    full = LINE.encode().ljust(1_000_000)
    feed(monkeypatch, full + b"\r\n" + full + b" \n" + LINE.encode() + b"\n")

    assert main(["score", "--jsonl", "-", "--lang", "en"]) == 2
    good, over, last = capsys.readouterr().out.splitlines()
    assert (good, last) == (RESULT, RESULT)
    assert json.loads(over)["line"] == 2


@pytest.mark.parametrize("argv", [["--help"], ["score", "--help"]])
def test_help_is_there(capsys: Capture, argv: list[str]) -> None:
    """Help is printed and is no fault."""
    with pytest.raises(SystemExit) as caught:
        main(argv)

    assert caught.value.code == 0
    assert "score" in capsys.readouterr().out


@pytest.mark.parametrize(
    "argv", [[], ["dance"], ["score"], ["score", "x", "--jsonl", "--format", "text"]]
)
def test_a_wrong_call_is_bad_input(capsys: Capture, argv: list[str]) -> None:
    """A call that makes no sense gives usage on stderr and exit status 2."""
    with pytest.raises(SystemExit) as caught:
        main(argv)

    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


BEGUN = replace(
    template(BANK),
    conditions=dict.fromkeys(BANK.standings, "yes"),
    answers=dict.fromkeys(BANK.answers, 1),
)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """Write an answer file in which everything has begun, so that there are changes to date."""
    path = tmp_path / "begun.json"
    path.write_text(write(BEGUN), encoding="utf-8")
    return path


def test_nothing_known_has_no_dates(capsys: Capture, file: Path) -> None:
    """An empty sheet asks, and gets no plan with dates."""
    assert main(["score", str(file), "--today", "2036-11-02", "--lang", "en"]) == 0
    assert "2036" not in capsys.readouterr().out


def test_steps_are_dated(capsys: Capture, begun: Path) -> None:
    """`--today` dates the steps, `--until` tells whether they are in time; the JSON stays."""
    days = ["--today", "2026-11-02", "--until", "2026-11-10", "--lang", "en"]

    assert main(["score", str(begun), *days]) == 0
    text = " ".join(capsys.readouterr().out.split())
    words = load_words("en")
    late = words.say("time.late", date="\0").split("\0")
    assert re.search(r"\d+ \w+ 202\d".join(map(re.escape, late)), text)
    assert words.date("2026-11-10") in text
    assert main(["score", str(begun), *days, "--format", "json"]) == 0
    assert capsys.readouterr().out == canonical(scored(BANK, BEGUN)) + "\n"


def test_a_closing_day_alone_counts_from_today(capsys: Capture, begun: Path) -> None:
    """Without `--today` the machine's day is the first."""
    assert main(["score", str(begun), "--until", "2999-01-01", "--lang", "en"]) == 0
    words = load_words("en")
    fits = words.say("time.fits", date=words.date("2999-01-01"), early=0, all=0)
    assert fits in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("command", ["score", "brief"])
def test_bad_days_are_told(capsys: Capture, file: Path, command: str) -> None:
    """Days that make no sense end with status 2 and a line in the reader's language."""
    days = ["--today", "2026-12-03", "--until", "2026-12-02"]

    assert main([command, str(file), *days, "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert tells(err.rstrip("\n"), "en", "too_early", "until")


def test_bad_days_are_told_with_many_sheets_too(capsys: Capture, tmp_path: Path) -> None:
    """An option that makes no sense is never passed over in silence."""
    path = tmp_path / "sheets.jsonl"
    path.write_text(LINE, encoding="utf-8")

    assert main(["score", "--jsonl", str(path), "--today", "garbage"]) == 2
    assert capsys.readouterr().out == ""
