"""Makes the PDF edition: everything that the site says in a language, as one book.

:mod:`~publish.book.chapters` reads the built pages, :mod:`~publish.book.paper` and
:mod:`~publish.book.worksheet` turn what a screen needs into what paper needs,
:mod:`~publish.book.links` ties the pages together, :mod:`~publish.book.assemble` binds them, and
:mod:`~publish.pdf.typeset` sets the book with WeasyPrint.
"""

from pathlib import Path

from macros.model.languages import Language
from publish.book.assemble import Book
from publish.system_libraries import load_pango, look_in_homebrew

look_in_homebrew()  # before any module of this package loads WeasyPrint


def make_pdf(book: Book, language: Language, site_folder: Path, into: Path) -> None:
    """Write ``soske-<language>.pdf`` into the folder ``into``, with the site's fonts.

    The same book gives the same bytes. Raises :class:`BuildError` with the page and the place of
    what is wrong, or where Pango is missing: checks that set no PDF go on without it.
    """
    load_pango()
    from publish.pdf.typeset import typeset  # noqa: PLC0415

    into.mkdir(parents=True, exist_ok=True)
    (into / f"soske-{language.id}.pdf").write_bytes(typeset(book, site_folder))
