"""The same sources, built by what may take the generator's place (decisions/007)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.model.load import facts
from publish.config import ROOT
from publish.html_pages import environment

from .pages import ADDRESS


def headings(folder: Path) -> dict[str, list[str]]:
    """Every page of a folder, by its place, with its headings."""
    return {
        page.relative_to(folder).as_posix(): [
            heading.get_text(strip=True)
            for heading in BeautifulSoup(page.read_bytes(), "lxml").select("article :is(h1, h2)")
        ]
        for page in folder.rglob("*.html")
    }


@pytest.mark.slow
def test_properdocs_builds_the_same_pages(built_site: Path, tmp_path: Path) -> None:
    """ProperDocs makes of the unchanged sources the pages that MkDocs makes, heading by heading."""
    english = facts().language("en")
    subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--quiet", "--strict"],
        cwd=ROOT,
        env=os.environ | environment(english, ADDRESS, tmp_path / "en"),
        check=True,
    )

    assert headings(tmp_path / "en") == headings(built_site / english.path)
