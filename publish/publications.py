"""Makes the site's books from its pages: a PDF and an EPUB in each language."""

import json
from collections.abc import Callable
from dataclasses import astuple
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from macros.model.facts import Facts
from macros.model.languages import Language
from publish.book.assemble import Book, assemble
from publish.epub import make_epub
from publish.errors import BuildError
from publish.pdf import make_pdf, pango_version
from publish.site_layout import shared_folder

MAKERS = ("weasyprint", "pydyf", "fonttools", "tinyhtml5", "beautifulsoup4", "lxml")
KEPT = 4  # of each edition: those for other addresses, and the one before

type Make = Callable[[Book], bytes]


def make_publication(
    facts: Facts, site: Path, address: str, language: Language, cache: Path
) -> None:
    """Write a language's PDF and EPUB into ``pdf/`` and ``epub/`` of a site whose pages stand.

    What has been made of the same pages before is taken from ``cache``. Raises
    :class:`BuildError`.
    """
    try:
        book = assemble(facts, language, site, address)
        editions: dict[str, tuple[Make, Callable[[], int]]] = {
            "epub": (partial(make_epub, site_folder=site), int),
            "pdf": (partial(make_pdf, site_folder=site), pango_version),
        }
        for form, (make, engine) in editions.items():
            key = _key(book, site, form, engine())
            made = _made(cache / f"{language.id}-{key}.{form}", partial(make, book))
            (site / form).mkdir(parents=True, exist_ok=True)
            (site / form / f"soske-{language.id}.{form}").write_bytes(made)
    except BuildError as error:
        raise type(error)(f"the book in {language.id}: {error}") from error


def _made(cached: Path, make: Callable[[], bytes]) -> bytes:
    """Return an edition, made before or now; older ones go."""
    if not cached.exists():
        cached.parent.mkdir(parents=True, exist_ok=True)
        new = cached.with_suffix(".new")
        new.write_bytes(make())
        new.rename(cached)
        same = cached.parent.glob(f"{cached.name.split('-')[0]}-*{cached.suffix}")
        for old in sorted(same, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
            old.unlink()
    return cached.read_bytes()


def _key(book: Book, site: Path, form: str, engine: int) -> str:
    """A name for everything that decides what comes out, also the version of the engine."""
    code = sorted((Path(__file__).parent / form).glob("*.*"))
    fonts = sorted(shared_folder(site, "fonts").iterdir())
    versions = [engine, *(version(name) for name in MAKERS)]
    total = sha256(json.dumps([astuple(book), versions], sort_keys=True).encode())
    for file in (*code, *fonts):
        total.update(file.read_bytes())
    return total.hexdigest()[:32]
