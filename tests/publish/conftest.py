"""The built site's pages, and a language built on another day than today."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup

from macros.model.load import facts
from publish.book.assemble import assemble
from publish.html_pages import build_language
from selfcheck.model import LANGS, Lang
from tests.matrix import one_of

from .pages import ADDRESS, Page, pages
from .structure import Tagged

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
        with ProcessPoolExecutor(max_workers=2) as pool:
            list(pool.map(partial(build_language, english, ADDRESS), (one, other)))
    return one, other


@pytest.fixture(scope="session", params=one_of(LANGS, "sv"))
def lang(request: pytest.FixtureRequest) -> Lang:
    """Each language; one in `make test`, as books of all languages share every line of code."""
    language: Lang = request.param
    return language


@pytest.fixture(scope="session")
def book(built_site: Path, lang: Lang) -> Iterator[Tagged]:
    """The book in each language, its structure read once."""
    with pikepdf.open(built_site / "pdf" / f"soske-{lang}.pdf") as pdf:
        yield Tagged(pdf)


@pytest.fixture(scope="session")
def html(built_site: Path, lang: Lang) -> BeautifulSoup:
    """The same book as HTML, before it was set."""
    known = facts()
    return BeautifulSoup(assemble(known, known.language(lang), built_site, ADDRESS).html, "lxml")
