"""The built site's pages, and a language built on another day than today."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from macros.consistency import facts
from publish.languages import build_language

from .pages import ADDRESS, Page, pages

DAY = "2021-11-20"  # while applications to the first round were open


@pytest.fixture(scope="session")
def site_pages(built_site: Path) -> list[Page]:
    """Every page of the built site."""
    return pages(built_site)


@pytest.fixture(scope="session")
def built_twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The English site as of an earlier day, built twice from the same sources."""
    english = facts().language("en")
    folder = tmp_path_factory.mktemp("twice")
    one, other = folder / "one", folder / "other"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOSKE_TODAY", DAY)
        patch.setenv("SOURCE_DATE_EPOCH", "1637366400")
        with ThreadPoolExecutor(max_workers=2) as pool:
            list(pool.map(lambda into: build_language(english, ADDRESS, into), (one, other)))
    return one, other
