"""Sources that nobody cites are found; those that a page or a fact cites are not."""

from pathlib import Path

from macros.model.load import facts
from publish.config import ROOT
from publish.proofreading.citations import uncited


def test_every_source_is_cited() -> None:
    """Each source of the site supports something that it says."""
    assert list(uncited(ROOT / "docs", facts())) == []


def test_a_source_that_only_pages_cite_needs_one(tmp_path: Path) -> None:
    """Without pages, the sources that facts cite are left; a page that cites one takes it off."""
    alone = list(uncited(tmp_path, facts()))
    assert alone
    assert not any("info-slides" in fault for fault in alone)
    source = alone[0].split()[2].rstrip(",")
    (tmp_path / "page.md").write_text(f'It is so. {{{{ source("{source}") }}}}', "utf-8")

    assert list(uncited(tmp_path, facts())) == alone[1:]
