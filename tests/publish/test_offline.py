"""The lists of files for reading offline: whole, one language each, the same every time."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from macros.model.load import facts
from publish.config import config
from publish.offline import make_offline
from publish.site_layout import path_of
from selfcheck.model import LANGS, Lang

LANGUAGES = facts().languages
FOLDERS = {language.id: language.path for language in LANGUAGES}


def file_of(site: Path, address: str) -> Path:
    """The file that stands at an address."""
    return site / address / "index.html" if address.endswith("/") or not address else site / address


@pytest.fixture(scope="module")
def listed(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Lang, Any]:
    """Each language's list for the built site, made anew in a folder of links."""
    site = tmp_path_factory.mktemp("lists") / "site"
    site.mkdir()
    for entry in built_site.iterdir():
        if entry.name not in ("offline", "service-worker.js"):
            _link(entry.resolve(), site / entry.name)
    make_offline(LANGUAGES, site)
    return {lang: json.loads((site / "offline" / f"{lang}.json").read_bytes()) for lang in LANGS}


def _link(source: Path, target: Path) -> None:
    if source.is_dir():
        target.mkdir()
        for entry in source.iterdir():
            _link(entry, target / entry.name)
    else:
        target.symlink_to(source)


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_of_the_language_is_listed(lang: Lang, listed: dict[Lang, Any]) -> None:
    """All pages, and the two that are shown for what is missing, stand in the list."""
    pages = {FOLDERS[lang] + path_of(page) for page in config().pages}
    errors = {f"{FOLDERS[lang]}{status}.html" for status in (404, 503)}

    assert pages | errors <= listed[lang]["files"].keys()


@pytest.mark.parametrize("lang", LANGS)
def test_no_other_language_is_listed(lang: Lang, listed: dict[Lang, Any]) -> None:
    """Nobody fetches what is another language's own; what is shared stands in every list."""
    addresses = listed[lang]["files"].keys()
    others = [other for other in LANGS if other != lang]

    for other in others:
        assert not [
            each for each in addresses if f"-{other}." in each or f"/{other}/" in f"/{each}"
        ]
    shared = {each for each in addresses if each.startswith(("assets/js", "runtime"))}
    assert shared
    for other in others:
        assert shared <= listed[other]["files"].keys()
    if lang != "fi":
        assert "" not in addresses
        assert "criteria/" not in addresses


@pytest.mark.parametrize("lang", LANGS)
def test_files_are_as_listed(lang: Lang, listed: dict[Lang, Any], built_site: Path) -> None:
    """Every address has a file, of the hash and size that the list says."""
    sizes = {}
    for address, (digest, size) in listed[lang]["files"].items():
        content = file_of(built_site, address).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (digest, size), address
        sizes[digest] = size

    assert listed[lang]["bytes"] == sum(sizes.values())


def test_a_changed_file_changes_its_languages_version(tmp_path: Path) -> None:
    """The version follows from the content alone: a page's change is its own language's."""
    for page in ("a/index.html", "sv/a/index.html", "en/a/index.html", "assets/js/x.js"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text(page, "utf-8")

    def versions() -> dict[str, str]:
        make_offline(LANGUAGES, tmp_path)
        read = {lang: (tmp_path / "offline" / f"{lang}.json").read_text("utf-8") for lang in LANGS}
        return {lang: json.loads(text)["version"] for lang, text in read.items()}

    first = versions()
    assert versions() == first
    (tmp_path / "sv" / "a" / "index.html").write_text("ny", "utf-8")
    second = versions()
    assert {lang for lang in LANGS if second[lang] != first[lang]} == {"sv"}
    (tmp_path / "assets" / "js" / "x.js").write_text("new", "utf-8")
    assert not set(versions().values()) & set(second.values())
