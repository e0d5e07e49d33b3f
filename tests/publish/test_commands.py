"""The commands of publishing: what an editor sees when all is well, and when it is not."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.model.load import facts
from publish.config import ROOT

from .pages import Page

OWN = {"docs", "macros", "publish", "selfcheck"}
LEFT = {".git", ".build", ".venv", "site", "tests", ".hypothesis"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sources; what no test changes is only linked to."""
    for entry in ROOT.iterdir():
        if entry.name in OWN:
            skip = shutil.ignore_patterns("__pycache__")
            shutil.copytree(entry, tmp_path / entry.name, ignore=skip)
        elif entry.name not in LEFT:
            (tmp_path / entry.name).symlink_to(entry)
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of publishing in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "publish", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def replace(file: Path, old: str, new: str) -> None:
    """Make one change in a file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_check_says_what_is_in_order() -> None:
    """When all is well, check says so part by part and exits 0."""
    done = run(ROOT, "check")

    assert (done.returncode, done.stderr) == (0, "")
    assert "facts: " in done.stdout
    assert "question bank: " in done.stdout
    assert "pages: same structure in Finnish, Swedish and English" in done.stdout


def test_check_tells_a_broken_fact(copy: Path) -> None:
    """A fault of a fact is told on one line of its own, without a traceback, and exits 1."""
    replace(copy / "macros/facts/rounds/2021-22.yaml", "weekday: tue", "weekday: wed")

    done = run(copy, "check")

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("macros/facts/rounds/2021-22.yaml, line ")
    assert "events[0].weekday: found 'wed'; expected tue" in line


def test_check_tells_a_broken_question(copy: Path) -> None:
    """A fault of the question bank is told alike."""
    replace(copy / "selfcheck/bank/rules.toml", "weight = 1", "weight = -1")

    done = run(copy, "check")

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("bank/rules.toml: ")
    assert "found -1" in line


def test_check_tells_broken_pages(copy: Path) -> None:
    """A page that departs from the Finnish one and a typed fact are told together."""
    replace(copy / "docs/sv/schedule.md", "{ #calendar }", "{ #kalender }")
    replace(copy / "docs/en/privacy.md", "\n# ", "\nUpdated in 2031.\n\n# ")

    done = run(copy, "check")

    assert done.returncode == 1
    told = done.stderr.splitlines()
    assert [line.partition(", line")[0] for line in told] == [
        "docs/sv/schedule.md",
        "docs/en/privacy.md",
    ]
    assert "found a level 2 heading with id kalender" in told[0]
    assert "found a year typed as '2031'" in told[1]


def test_build_tells_a_broken_page(copy: Path) -> None:
    """A macro with an unknown id stops the build and is named with its page, not a traceback."""
    replace(copy / "docs/fi/schedule.md", 'term("interim-assignment"', 'term("interim"')
    script = (
        "from publish.html_pages import build_language as build;"
        "from macros.model.load import facts; from pathlib import Path;"
        "from publish.errors import BuildError\n"
        "try: build(facts().language('fi'), 'https://example.org/', Path('out').resolve())\n"
        "except BuildError as error: print(error)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=copy, capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("Soske-akatemia (fi):\n")
    assert "interim" in done.stdout
    assert "schedule.md" in done.stdout


def test_an_unknown_command_is_told() -> None:
    """A command that does not exist is refused, and those that do are named."""
    done = run(ROOT, "publish")

    assert done.returncode == 2
    assert all(command in done.stderr for command in ("build", "check", "serve"))
    assert "Traceback" not in done.stderr


def test_a_previewed_day_changes_the_front_page(built_twice: tuple[Path, Path]) -> None:
    """Built for a day within the application period, the front page says that it is open."""
    page = Page(built_twice[0], "index.html")
    shown = page.all(".round-state [data-state]:not([hidden])")

    assert [str(text["data-state"]) for text in shown] == ["open"]
    assert facts().words["state.open"].en in shown[0].get_text()


def test_a_site_that_nobody_publishes_is_not_built_for_readers(copy: Path) -> None:
    """With the readers' address a build refuses, in one line, until the publisher has confirmed."""
    script = (
        "import os; os.environ['SOSKE_ADDRESS'] = 'https://example.org/'\n"
        "from publish.build import build\n"
        "from publish.errors import BuildError\n"
        "try: build(print)\n"
        "except BuildError as error: print(error)"
    )
    told = copy / "macros/facts/site.yaml"
    text = re.sub(
        r"^confirmed: .*", "confirmed: false", told.read_text("utf-8"), flags=re.MULTILINE
    )
    told.write_text(text, "utf-8")

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=copy, capture_output=True, text=True, check=True
    )

    (line,) = done.stdout.splitlines()
    assert line.startswith("macros/facts/site.yaml, confirmed: found false; expected true")
