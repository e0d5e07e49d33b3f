"""What CONTRIBUTING tells an editor to do can be done, and breaks no test."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.model.load import facts

ROOT = Path(__file__).parents[2]
OWN = ("macros", "selfcheck", "tests")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what the tests of macros need."""
    for name in OWN:
        skip = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skip)
    for name in ("pyproject.toml", "publish", "devtools", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def change(file: Path, pattern: str, new: str) -> None:
    """Make one change in a file, as an editor would."""
    text, count = re.subn(pattern, new, file.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1, f"{file.name} has no {pattern}"
    file.write_text(text, "utf-8")


def add_round(rounds: Path) -> None:
    """Copy the newest round to one 28 years on, when the weekdays recur."""
    newest = facts(rounds.parent).round
    text = (rounds / f"{newest.id}.yaml").read_text("utf-8")
    years = {newest.application.opens.year, newest.joint[-1].day.year}
    for year in sorted(years, reverse=True):
        text = text.replace(str(year), str(year + 28))
    text = re.sub(r"^id: .*", "id: next", text, flags=re.MULTILINE)
    text = re.sub(r"\n#[^\n]*\nparticipants:.*", "\n", text, flags=re.DOTALL)
    (rounds / "next.yaml").write_text(text, "utf-8")


def append(file: Path, entry: str) -> None:
    """Add an entry at the end of a list."""
    file.write_text(file.read_text("utf-8") + entry, "utf-8")


def edit(folder: Path) -> None:
    """Do what the recipes say: a round, a figure, a source, a term, words, places, lengths."""
    add_round(folder / "rounds")
    change(folder / "figures.yaml", r"^    value: .*", "    value: 98765")
    change(folder / "programme.yaml", r"^places: .*", "places: 9")
    change(folder / "programme.yaml", r"^    hours: .*", "    hours: 2.5")
    change(folder / "programme.yaml", r"^      fi: .*", "      fi: Haku")
    for word in ("schedule.day", "state.open", "undated.day"):
        change(folder / "words.yaml", rf"^{word}: .*", f'{word}: {{fi: "A", sv: "B", en: "C"}}')
    change(folder / "site.yaml", r"^confirmed: .*", "confirmed: true")
    append(
        folder / "glossary.yaml",
        "  - id: new\n    term: {fi: a, sv: b, en: c}\n    definition: {fi: a, sv: a, en: a}\n",
    )
    append(folder / "organisations.yaml", "  - id: new-body\n    name: {fi: a, sv: b, en: c}\n")


@pytest.mark.slow
def test_an_editors_changes_break_no_test(copy: Path) -> None:
    """After the changes that CONTRIBUTING has a recipe for, all these tests hold as before."""
    edit(copy / "macros" / "facts")
    tests = ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "tests/macros"]
    tests.append("--ignore=tests/macros/test_recipes.py")

    done = subprocess.run(
        [sys.executable, *tests], cwd=copy, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout[-2000:]


def test_a_new_round_takes_its_plan_from_the_programme(copy: Path) -> None:
    """A round that is copied and dated anew needs no title, phase or length of its own."""
    folder = copy / "macros" / "facts"
    add_round(folder / "rounds")

    loaded = facts(folder)

    assert loaded.round.id == "next"
    assert [event.title for event in loaded.round.joint] == [
        event.title for event in loaded.programme.joint
    ]


def test_a_fact_file_takes_two_places(copy: Path) -> None:
    """A class and a field of `Facts`: the file is read, checked and its references are held."""
    model = copy / "macros" / "model"
    (model / "tools.py").write_text(
        '"""Tools."""\n\nfrom macros.model.fact import Fact, Id, SourceId\n\n\n'
        'class Tool(Fact):\n    """A tool."""\n\n    id: Id\n    source: SourceId\n',
        "utf-8",
    )
    field, imported = "    tools: tuple[Tool, ...]\n", "from macros.model.tools import Tool\n"
    change(model / "facts.py", r"^    milestones: ", f"{field}    milestones: ")
    change(model / "facts.py", r"^from macros\.model\.team ", f"{imported}from macros.model.team ")
    (copy / "macros" / "facts" / "tools.yaml").write_text(
        "tools:\n  - id: one\n    source: info-slides\n  - id: one\n    source: nowhere\n", "utf-8"
    )
    script = (
        "from macros.model.load import facts\n"
        "from macros.model.documents import FactError\n"
        "try: facts()\n"
        "except FactError as error: print(error)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=copy, capture_output=True, text=True, check=True
    )

    twice, unknown = done.stdout.splitlines()
    assert twice.startswith("macros/facts/tools.yaml, line 4, tools[1].id: found 'one'")
    assert unknown.startswith("macros/facts/tools.yaml, line 5, tools[1].source: found 'nowhere'")
