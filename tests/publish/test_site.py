"""The built site: every page says what it is, every address holds, nothing comes from elsewhere."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from jsonschema import Draft202012Validator

from macros.model.load import facts
from publish.config import config
from publish.runtime import SERVED
from selfcheck.model import LANGS, Lang

from .pages import ADDRESS, FOLDERS, Page, references_of_files, target

MISSING = "404.html"
NOT_KEPT = "503.html"  # shown offline in place of a page that is not on the device
ERRORS = (MISSING, NOT_KEPT)
PATHS = [
    page.removesuffix("index.md") if page.endswith("index.md") else page.replace(".md", "/")
    for page in config().pages
]


@pytest.fixture
def published(site_pages: list[Page]) -> list[Page]:
    """Every page that has an address of its own."""
    return [page for page in site_pages if page.path not in ERRORS]


def test_every_page_is_there_in_every_language(site_pages: list[Page]) -> None:
    """Each language has every page of the menu, one for missing addresses, and no other."""
    for lang in LANGS:
        found = sorted(page.path for page in site_pages if page.lang == lang)
        assert found == sorted([*PATHS, *ERRORS])


def test_every_page_tells_its_language(site_pages: list[Page]) -> None:
    """The language that a page states is that of its folder."""
    wrong = [page.file for page in site_pages if page.value("html", "lang") != page.lang]

    assert wrong == []


def test_every_page_has_one_heading(site_pages: list[Page]) -> None:
    """Each page has one main heading, and it is not empty."""
    wrong = [
        page.file
        for page in site_pages
        if [len(h.get_text()) > 1 for h in page.all("h1")] != [True]
    ]

    assert wrong == []


def test_no_id_stands_twice(site_pages: list[Page]) -> None:
    """A link to a place on a page can mean one place only."""
    twice = {
        page.file: [name for name, count in Counter(page.ids).items() if count > 1]
        for page in site_pages
    }

    assert {file: names for file, names in twice.items() if names} == {}


def test_every_page_names_its_own_address(published: list[Page]) -> None:
    """A page that is reached in a roundabout way tells search engines where it belongs."""
    wrong = [
        page.file for page in published if page.value("link[rel=canonical]", "href") != page.url
    ]

    assert wrong == []


def test_every_page_names_its_translations(published: list[Page]) -> None:
    """Each page gives the whole address of itself in every language; Finnish is for all others."""
    for page in published:
        links = page.all("link[hreflang]")
        expected = {str(lang): f"{ADDRESS}{FOLDERS[lang]}{page.path}" for lang in LANGS}
        expected["x-default"] = ADDRESS + page.path
        assert {str(link["hreflang"]): str(link["href"]) for link in links} == expected


@pytest.mark.parametrize("lang", LANGS)
def test_titles_and_descriptions_tell_pages_apart(site_pages: list[Page], lang: Lang) -> None:
    """Within a language no two pages have the same title or the same description."""
    own = [page for page in site_pages if page.lang == lang]
    titles = Counter(page.text("head > title") for page in own)
    real = [page for page in own if page.path not in ERRORS]
    descriptions = Counter(page.value("meta[name=description]", "content") for page in real)

    assert [title for title, count in titles.items() if count > 1] == []
    assert [text for text, count in descriptions.items() if count > 1 or not text] == []
    assert all(facts().language(lang).site_name in title for title in titles)


@pytest.mark.parametrize(("file", "words"), [(MISSING, "missing"), (NOT_KEPT, "offline.missing")])
@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_address_is_told_in_its_language(
    site_pages: list[Page], lang: Lang, file: str, words: str
) -> None:
    """Each language has its own page for addresses that do not open, with a way home."""
    (page,) = [page for page in site_pages if page.file == FOLDERS[lang] + file]
    text = facts().words

    assert page.text("h1") == text[f"{words}.title"].to(lang)
    assert text[f"{words}.text"].to(lang) in page.text("main")
    (home,) = page.all("main a.button")
    assert urljoin(page.url, str(home["href"])) == ADDRESS + FOLDERS[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_an_index_of_its_own(built_site: Path, lang: Lang) -> None:
    """A search knows its language's words, and finds all its pages and none of another."""
    text = (built_site / FOLDERS[lang] / "search" / "search_index.json").read_text("utf-8")
    index = json.loads(text)

    assert index["forms"]
    assert {doc["location"].partition("#")[0] for doc in index["docs"]} == set(PATHS)


@pytest.mark.parametrize("lang", LANGS)
def test_every_find_has_its_place(built_site: Path, site_pages: list[Page], lang: Lang) -> None:
    """Each entry of a search index leads to a heading that its page has."""
    own = {page.path: page for page in site_pages if page.lang == lang}
    text = (built_site / FOLDERS[lang] / "search" / "search_index.json").read_text("utf-8")
    places = [doc["location"].partition("#") for doc in json.loads(text)["docs"]]

    lost = [f"{path}#{name}" for path, _, name in places if name and name not in own[path].ids]

    assert lost == []


def test_every_address_leads_somewhere(built_site: Path, site_pages: list[Page]) -> None:
    """Every link, picture, script, style and #place that stays within the site exists there."""
    ids = {page.file: set(page.ids) for page in site_pages}
    broken = []
    for page in site_pages:
        for reference in page.references():
            if not reference.url.startswith(ADDRESS):
                continue
            parts = urlsplit(reference.url)
            file = target(built_site, reference.url)
            place = unquote(parts.fragment)
            if "//" in parts.path or not (built_site / file).is_file():
                broken.append(f"{reference.where} (no {file})")
            elif place and file in ids and place not in ids[file]:
                broken.append(f"{reference.where} (no such place)")

    assert broken == []


def test_every_file_that_files_load_is_there(built_site: Path) -> None:
    """What style sheets and scripts load exists within the site."""
    loaded = list(references_of_files(built_site))

    assert loaded
    assert [
        reference.where
        for reference in loaded
        if not reference.url.startswith(ADDRESS)
        or not (built_site / target(built_site, reference.url)).is_file()
    ] == []


def test_links_within_the_site_stay_relative(site_pages: list[Page]) -> None:
    """A page's links hold under any address: on a copy of the site they do not lead back here."""
    absolute = [
        f"{page.file}: {tag['href']}"
        for page in site_pages
        for tag in page.all("a[href]")
        if str(tag["href"]).startswith(ADDRESS)
        or (str(tag["href"]).startswith("/") and page.path not in ERRORS)
    ]

    assert absolute == []


def test_nothing_is_loaded_from_elsewhere(site_pages: list[Page]) -> None:
    """No page fetches a script, style, picture or font from another host."""
    foreign = [
        reference.where
        for page in site_pages
        for reference in page.references()
        if reference.loads and not reference.url.startswith(ADDRESS)
    ]

    assert foreign == []


def test_links_elsewhere_are_encrypted(site_pages: list[Page]) -> None:
    """A link out of the site is an https address, neither e-mail nor script."""
    schemes = {
        urlsplit(reference.url).scheme for page in site_pages for reference in page.references()
    }

    assert schemes == {"https"}


def test_pages_hold_no_inline_handlers_or_styles(site_pages: list[Page]) -> None:
    """No element carries script or style in an attribute, which a strict policy would refuse."""
    inline = [
        f"{page.file}: {tag.name} {name}"
        for page in site_pages
        for tag in page.all("*")
        for name, value in tag.attrs.items()
        if name == "style" or name.startswith("on") or str(value).startswith("javascript:")
    ]

    assert inline == []


@pytest.mark.parametrize("lang", LANGS)
def test_python_is_served_whole(built_site: Path, site_pages: list[Page], lang: Lang) -> None:
    """The self-check names a folder with Python and our package, the very one that it lists."""
    (page,) = [page for page in site_pages if page.lang == lang and page.path == "self-check/"]
    written = page.value("#selfcheck", "data-runtime")
    folder = (built_site / page.file).parent / written

    assert all((folder / name).is_file() for name in SERVED.values())
    lock = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))
    (package,) = lock["packages"].values()
    wheel = (folder / package["file_name"]).read_bytes()
    assert package["name"] == "soske-selfcheck"
    assert package["sha256"] == hashlib.sha256(wheel).hexdigest()


def test_there_is_one_python(built_site: Path) -> None:
    """All languages share one copy of Python."""
    assert len(list(built_site.rglob("*.wasm"))) == 1


def test_the_schema_of_answer_files_is_served(built_site: Path) -> None:
    """Who makes answer files can check them against the site's own schema; the examples pass."""
    schema = json.loads((built_site / "answer-file.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    examples = sorted((built_site / "examples").rglob("*.json"))

    assert {path.parent.name for path in examples} == set(LANGS)
    for path in examples:
        Draft202012Validator(schema).validate(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("lang", LANGS)
def test_the_book_and_the_calendar_are_served(built_site: Path, lang: Lang) -> None:
    """Each language has its PDF and the calendar of every round."""
    assert (built_site / "pdf" / f"soske-{lang}.pdf").read_bytes().startswith(b"%PDF-")
    for round_ in facts().rounds:
        calendar = built_site / "calendar" / f"soske-{round_.id}-{lang}.ics"
        assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_site_map_lists_every_page(built_site: Path) -> None:
    """Each language lists its pages for search engines under their own addresses."""
    for lang in LANGS:
        text = (built_site / FOLDERS[lang] / "sitemap.xml").read_text("utf-8")
        for path in PATHS:
            assert f"<loc>{ADDRESS}{FOLDERS[lang]}{path}</loc>" in text


def test_the_same_sources_build_the_same_bytes(built_twice: tuple[Path, Path]) -> None:
    """Two builds of a language from the same sources do not differ in a single byte."""
    one, other = map(content, built_twice)

    assert "self-check/index.html" in one
    assert sorted(one) == sorted(other)
    assert [file for file in one if one[file] != other[file]] == []


def content(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
