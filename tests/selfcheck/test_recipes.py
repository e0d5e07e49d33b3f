"""Editors change questions, weights and words by hand: no recipe breaks anything."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from publish.config import ROOT
from selfcheck.bank import check
from selfcheck.words import check_words

from .recipes import RECIPES

# What is about processes or the trial itself, whatever is asked and however it is worded.
ELSEWHERE = ("test_processes.py", "test_recipes.py")
SOURCES = ("devtools", "macros", "publish", "requirements", "selfcheck", "tests", "web")

type Recipe = Callable[[Path], None]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.__name__)
def test_a_recipe_leaves_a_sound_bank(recipe: Recipe, tmp_path: Path) -> None:
    """Rules, texts and phrases fit together after the change, as they did before."""
    home = Path(shutil.copytree(ROOT / "selfcheck", tmp_path / "selfcheck"))

    recipe(home)

    check(home / "bank")
    check_words(home / "words")


@pytest.mark.slow
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.__name__)
def test_a_recipe_breaks_no_test(recipe: Recipe, tmp_path: Path) -> None:
    """All tests of the self-check pass in a copy of the project after the change.

    What an editor breaks is a number or a word that a test holds on to; for that a law needs no
    more than a few examples.
    """
    skip = shutil.ignore_patterns("__pycache__", "browser", "engines")
    for name in SOURCES:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skip)
    for name in ("pyproject.toml", "CONTRIBUTING.md", "mkdocs.yml"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    recipe(tmp_path / "selfcheck")

    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    command.append("--hypothesis-profile=tiny")
    ignored = [f"--ignore=tests/selfcheck/{name}" for name in ELSEWHERE]
    run = subprocess.run(
        [*command, "tests/selfcheck", *ignored],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-6000:]
