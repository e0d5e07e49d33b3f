"""The accessibility statement: complete, linked from everywhere, and not older than it may be."""

import os
import subprocess
from pathlib import Path

import pytest

from macros.model.load import facts
from macros.model.site import Statement
from publish.config import ROOT
from publish.proofreading.statement import newest_change, overdue
from selfcheck.model import LANGS, Lang

from .pages import ADDRESS, FOLDERS, Page

# The parts that Implementing Decision (EU) 2018/1523 asks for, as ids of headings.
PARTS = ["service", "status", "non-accessible", "preparation", "feedback", "supervision"]


def statement(reviewed: str) -> Statement:
    """A statement reviewed on a day, to be reviewed again within six months."""
    dates = {"written": reviewed, "reviewed": reviewed}
    return Statement.model_validate(dates | {"review_months": "6", "reply_days": "14"})


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A repository whose template changed on 31 August and whose prose changed in December."""
    changes = {"overrides/main.html": "2026-08-31T12:00", "docs/fi/index.md": "2026-12-24T12:00"}
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for name, day in changes.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("changed", "utf-8")
        who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        dated = os.environ | {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
        subprocess.run(["git", "add", "-A"], cwd=tmp_path, check=True)
        line = ["git", *who, "-c", "commit.gpgsign=false", "commit", "-qm", name]
        subprocess.run(line, cwd=tmp_path, env=dated, check=True)
    return tmp_path


@pytest.mark.parametrize(
    ("reviewed", "late"),
    [("2026-02-28", True), ("2026-02-27", True), ("2026-03-01", False), ("2026-12-31", False)],
)
def test_a_statement_older_than_it_may_be_is_told(reviewed: str, late: bool, history: Path) -> None:
    """Changed templates make it late once the review time has gone by; changed prose does not."""
    told = overdue(history, statement(reviewed))

    assert (told is not None) == late
    assert not told or (reviewed in told and "2026-08-31" in told)


def test_without_history_nothing_is_claimed(tmp_path: Path) -> None:
    """An unpacked archive has no dates of changes to judge by."""
    assert newest_change(tmp_path) is None
    assert overdue(tmp_path, statement("1999-01-01")) is None


def test_a_shallow_clone_tells_nothing(history: Path, tmp_path: Path) -> None:
    """Cut off after its newest commit, a history would date every file by that one."""
    shallow = tmp_path / "shallow"
    line = ["git", "clone", "-q", "--depth", "1", f"file://{history}", str(shallow)]
    subprocess.run(line, check=True)

    assert newest_change(history) is not None
    assert newest_change(shallow) is None


def test_the_statement_is_not_overdue() -> None:
    """Our own statement was reviewed late enough for what has changed since."""
    if newest_change(ROOT) is None:
        pytest.skip("no history here: the statement's age cannot be told")
    assert overdue(ROOT, facts().site.statement) is None


@pytest.mark.parametrize("lang", LANGS)
def test_it_has_every_part_of_the_model(lang: Lang, site_pages: list[Page]) -> None:
    """All parts stand in the model's order, with dates, publisher, feedback and supervisor."""
    (page,) = [page for page in site_pages if (page.lang, page.path) == (lang, "accessibility/")]
    known = facts()

    assert [str(heading["id"]) for heading in page.all("article h2")] == PARTS
    text = page.text("article")
    publisher = known.organisation(known.site.publisher).name.to(lang)
    assert (publisher in text) == known.site.confirmed
    assert known.site.supervisor.name.to(lang) in text
    assert "(EU) 2018/1523" in text
    assert "WCAG 2.2" in text
    feedback = page.all(f'article a[href="{known.site.feedback.to(lang)}"]')
    assert bool(feedback) == known.site.confirmed
    assert page.all(f'article a[href="{known.site.supervisor.url.to(lang)}"]')


def test_every_page_links_to_it(site_pages: list[Page]) -> None:
    """Each page leads to the statement in its own language."""
    without = [
        page.file
        for page in site_pages
        if f"{ADDRESS}{FOLDERS[page.lang]}accessibility/"
        not in {reference.url for reference in page.references()}
    ]

    assert without == []
