"""Makes the PDF edition: everything that the site says in a language, as one book.

:mod:`~publish.book.chapters` reads the built pages, :mod:`~publish.book.paper` and
:mod:`~publish.book.worksheet` turn what a screen needs into what paper needs,
:mod:`~publish.book.links` ties the pages together, :mod:`~publish.book.assemble` binds them, and
:mod:`~publish.pdf.typeset` sets the book with WeasyPrint.
"""

from pathlib import Path

from publish.book.assemble import Book
from publish.system_libraries import load_pango, look_in_homebrew

look_in_homebrew()  # before any module of this package loads WeasyPrint


def make_pdf(book: Book, site_folder: Path) -> bytes:
    """Return a book as a PDF, set with the site's fonts.

    The same book gives the same bytes. Raises :class:`BuildError` with the page and the place of
    what is wrong, or where Pango is missing: checks that set no PDF go on without it.
    """
    load_pango()
    from publish.pdf.typeset import typeset  # noqa: PLC0415

    return typeset(book, site_folder)


def pango_version() -> int:
    """Return the version of the system's Pango, which shapes the text and breaks its lines.

    Raises :class:`BuildError` where it is missing.
    """
    load_pango()
    from weasyprint.text.ffi import pango  # noqa: PLC0415

    return int(pango.pango_version())
