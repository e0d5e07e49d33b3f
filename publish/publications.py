"""Makes the site's books from its pages: a PDF and an EPUB in each language."""

import gc
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from macros.model.facts import Facts
from macros.model.languages import Language
from publish.book.assemble import assemble
from publish.epub import make_epub
from publish.errors import BuildError
from publish.pdf import make_pdf
from publish.system_libraries import load_pango


def make_publications(facts: Facts, site: Path, address: str) -> None:
    """Write ``pdf/`` and ``epub/`` into a site whose pages stand. Raises :class:`BuildError`.

    The workers live for this alone, and so need no collector of rubbish: it would take a sixth of
    their time.
    """
    load_pango()  # here, so that its lack is told before the pages are read
    workers = len(facts.languages)
    with ProcessPoolExecutor(max_workers=workers, initializer=gc.disable) as pool:
        list(pool.map(partial(make_publication, facts, site, address), facts.languages))


def make_publication(facts: Facts, site: Path, address: str, language: Language) -> None:
    """Bind the pages of one language and write both editions. Raises :class:`BuildError`."""
    try:
        book = assemble(facts, language, site, address)
        make_pdf(book, language, site, site / "pdf")
        make_epub(book, language, site, site / "epub")
    except BuildError as error:
        raise BuildError(f"the book in {language.id}: {error}") from error
