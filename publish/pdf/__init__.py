"""Makes the PDF edition: everything that the site says in a language, as one book.

:mod:`~publish.pdf.pages` reads the built pages, :mod:`~publish.pdf.paper` and
:mod:`~publish.pdf.worksheet` turn what a screen needs into what paper needs,
:mod:`~publish.pdf.links` ties the pages together, :mod:`~publish.pdf.book` binds them, and
:mod:`~publish.pdf.typeset` sets the book with WeasyPrint.
"""

from pathlib import Path

from macros.load import Facts
from macros.models import Language
from publish.errors import BuildError
from publish.pdf.book import bind
from publish.pdf.typeset import typeset


def make_pdf(facts: Facts, language: Language, site_folder: Path, address: str, into: Path) -> None:
    """Write ``soske-<language>.pdf`` into the folder ``into``, from the built site.

    ``address`` is the site's own, with a slash at its end. The same site and facts give the same
    bytes. Raises :class:`BuildError` with the page and the place of what is wrong.
    """
    name = f"soske-{language.id}.pdf"
    try:
        book = bind(facts, language, site_folder, address)
        pdf = typeset(book, site_folder)
    except BuildError as error:
        raise BuildError(f"pdf/{name}: {error}") from error
    into.mkdir(parents=True, exist_ok=True)
    (into / name).write_bytes(pdf)
