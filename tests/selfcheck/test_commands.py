"""The commands that read several files, or write other things than a score."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from selfcheck import bank as bank_module
from selfcheck.bank import load
from selfcheck.cli.main import main
from selfcheck.model import LANGS
from selfcheck.sheets.reading import read
from selfcheck.sheets.sheet import Sheet, write
from selfcheck.views.naming import distinct

from .cases import sheet, tells
from .recipes import change_a_threshold

BANK = load()
HOME = Path(bank_module.__file__).parents[1]
EXAMPLES = [str(path) for path in sorted((HOME / "examples" / "en").glob("*.json"))]
COMMANDS = {
    "merge": ["merge", *EXAMPLES],
    "compare": ["compare", *EXAMPLES[:2]],
    "explain": ["explain", EXAMPLES[0]],
    "brief": ["brief", EXAMPLES[0]],
    "preview": ["preview", str(HOME / "bank"), *EXAMPLES],
    "score": ["score", EXAMPLES[0]],
}
STARTS = {"text": "", "markdown": "# ", "html": "<!doctype html>\n"}

type Capture = pytest.CaptureFixture[str]


def save(folder: Path, name: str, content: Sheet) -> str:
    """Write an answer file and return its name."""
    path = folder / name
    path.write_text(write(content), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_speaks_every_language(capsys: Capture, command: str, lang: str) -> None:
    """As text, Markdown and HTML, with the language's own title and nothing unfilled."""
    for shape, start in STARTS.items():
        assert main([*COMMANDS[command], "--lang", lang, "--format", shape]) == 0
        out, err = capsys.readouterr()
        assert out.startswith(start)
        assert "{" not in out.partition("</style>")[2 if shape == "html" else 0]
        assert err == ""


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"brief"}))
def test_json_does_not_depend_on_the_language(capsys: Capture, command: str) -> None:
    """`--format json` prints the same canonical line in every language."""
    lines = set()
    for lang in LANGS:
        assert main([*COMMANDS[command], "--lang", lang, "--format", "json"]) == 0
        lines.add(capsys.readouterr().out)

    (line,) = lines
    compact = json.dumps(
        json.loads(line), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert line == compact + "\n"


def test_a_merged_file_is_scored_again(capsys: Capture, tmp_path: Path) -> None:
    """`merge --sheet` prints a file that every other command reads."""
    names = [save(tmp_path, f"{n}.json", sheet({"will-reason": n})) for n in (1, 3)]
    assert main(["merge", *names, "--sheet"]) == 0
    out = capsys.readouterr().out
    merged = tmp_path / "merged.json"
    merged.write_text(out, encoding="utf-8")

    assert read(out, BANK).answers == {"will-reason": "unknown"}
    for command in (["score"], ["explain"], ["brief"], ["merge", names[0]], ["compare", names[0]]):
        assert main([*command, str(merged)]) == 0


def test_faults_of_all_files_are_told(capsys: Capture, tmp_path: Path) -> None:
    """One bad file does not hide the faults of another; nothing is printed on stdout."""
    good = save(tmp_path, "good.json", sheet())
    bad = save(tmp_path, "bad.json", replace(sheet(), date="x"))

    assert main(["merge", bad, good, "none.json", "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    date, missing = err.splitlines()
    assert date.startswith(f"{bad}: ")
    assert tells(date.removeprefix(f"{bad}: "), "en", "date", "date")
    assert tells(missing, "en", "file_missing", "none.json")


def test_rules_may_change_without_their_words(capsys: Capture, tmp_path: Path) -> None:
    """A folder with rules alone is previewed in the words of the present bank."""
    package = Path(shutil.copytree(HOME, tmp_path / "selfcheck"))
    change_a_threshold(package)
    folder = tmp_path / "rules"
    folder.mkdir()
    shutil.move(package / "bank" / "rules.toml", folder)
    changed = load(folder).version

    assert main(["preview", str(folder), *EXAMPLES, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)

    assert list(found) == EXAMPLES
    for each in found.values():
        before, after = each["result"]["before"], each["result"]["after"]
        assert (before["rules"], after["rules"]) == (BANK.version, changed)
        assert each["result"]["overall"]["change"] == {"high": 0.0, "low": 0.0}


def test_broken_rules_are_told(capsys: Capture, tmp_path: Path) -> None:
    """A folder without rules, or with a defect, gives one line and exit status 2."""
    assert main(["preview", str(tmp_path), *EXAMPLES]) == 2
    assert "bank/rules.toml: whole file" in capsys.readouterr().err

    shutil.copytree(HOME / "bank", tmp_path, dirs_exist_ok=True)
    (tmp_path / "fi.toml").unlink()
    assert main(["preview", str(tmp_path), *EXAMPLES]) == 2
    assert "bank/fi.toml: whole file" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_file_is_told_once(capsys: Capture, command: str) -> None:
    """Every command tells a missing file in one line."""
    first, *_ = COMMANDS[command]
    folder = [str(HOME / "bank")] if command == "preview" else []
    names = ["none.json"] * (2 if command == "compare" else 1)

    assert main([first, *folder, *names, "--lang", "en"]) == 2
    (line,) = set(capsys.readouterr().err.splitlines())
    assert tells(line, "en", "file_missing", "none.json")


@pytest.mark.parametrize("rules", ["version = " + "9" * 5000, "version = " + "[" * 100_000])
def test_monstrous_rules_are_told(capsys: Capture, tmp_path: Path, rules: str) -> None:
    """A number beyond all reading, or brackets without end, are one defect and no traceback."""
    (tmp_path / "rules.toml").write_text(rules, encoding="utf-8")

    assert main(["preview", str(tmp_path), *EXAMPLES]) == 2
    assert capsys.readouterr().err.startswith("bank/rules.toml: whole file: ")


def test_every_file_named_is_previewed(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is named twice, or whose name shows as nothing, has its own row all the same."""
    monkeypatch.chdir(tmp_path)
    save(tmp_path, " ", sheet())
    files = [EXAMPLES[0], EXAMPLES[0], " "]

    assert main(["preview", str(HOME / "bank"), *files, "--format", "json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == sorted(distinct(files))
    for shape in STARTS:
        assert main(["preview", str(HOME / "bank"), *files, "--format", shape]) == 0
