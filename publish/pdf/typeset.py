"""Sets the book as a tagged PDF with WeasyPrint; any complaint of it stops the build."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weasyprint import HTML
from weasyprint.urls import URLFetcher

from publish.book.assemble import Book
from publish.book.checks import placed
from publish.errors import BuildError
from publish.pdf.collisions import collisions
from publish.pdf.engine import check_engine, explained
from publish.pdf.forms import complete_forms
from publish.pdf.source_elements import recorded
from publish.pdf.tags import complete_tags, foreign_fonts
from publish.site_layout import shared_folder

TYPEFACE = "Atkinson"
# Modules of WeasyPrint that load libraries and fonts: what they warn of no page has caused.
_OF_THE_MACHINE = frozenset({"fonts", "ffi"})


def typeset(book: Book, folder: Path) -> bytes:
    """Return the PDF's bytes; fonts come from the site in ``folder``.

    Raises :class:`BuildError` with WeasyPrint's own words, which it would otherwise only log.
    """
    faults: list[str] = []

    def finish(document: Any, pdf: Any) -> None:
        with explained():
            complete_tags(pdf, origins, book.labels)
            complete_forms(pdf, book.groups)
            faults.extend(
                f"text set in {font}, which is not the site's typeface"
                for font in foreign_fonts(pdf, TYPEFACE)
            )
            faults.extend(collisions(document.pages))

    check_engine()
    with _complaints() as complaints, recorded() as origins:
        fonts = shared_folder(folder.resolve(), "fonts")
        page = HTML(string=book.html, base_url=f"{fonts.parent.as_uri()}/", url_fetcher=_local())
        pdf: bytes = page.write_pdf(pdf_variant="pdf/ua-1", finisher=finish)
    if complaints or faults:
        told = [each.words(book.html) for each in complaints]
        raise BuildError("\n".join([*told, *faults]))
    return pdf


def _local() -> URLFetcher:
    """Nothing is fetched from the network."""
    return URLFetcher(allowed_protocols={"file", "data"})


@dataclass(frozen=True)
class _Complaint:
    """What WeasyPrint warned of; ``module`` is the one of its modules that did."""

    text: str
    module: str

    def words(self, html: str) -> str:
        """Say what it is about: a place of the book, or the machine and its libraries."""
        if self.module in _OF_THE_MACHINE:
            return f"WeasyPrint about this machine, no page: {self.text}"
        return placed(self.text, html)


@contextmanager
def _complaints() -> Iterator[list[_Complaint]]:
    """Collect what WeasyPrint warns of meanwhile."""
    found: list[_Complaint] = []
    logger = logging.getLogger("weasyprint")
    collector = _Collector(found)
    logger.addHandler(collector)
    try:
        yield found
    finally:
        logger.removeHandler(collector)


class _Collector(logging.Handler):
    def __init__(self, found: list[_Complaint]) -> None:
        super().__init__(logging.WARNING)
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning or an error."""
        self._found.append(_Complaint(record.getMessage(), record.module))
