"""What the search index tells of words and pages."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.models import LANGS
from publish.search import enrich, enrich_search, morphology
from publish.search.compounds import halves
from publish.search.finnish import voikko
from publish.search.morphology import by_rules
from publish.search.pages import sections_of

PAGE = """<html><head><meta name="description" content="Mitä ostetaan &amp; miten">
</head><body><nav>Etusivu</nav><article><h1>Hankinnat</h1><p>Johdanto.
<a class="source">KEINO 2021</a></p><p hidden>Haku on auki.</p>
<h2 id="how">Miten <em>hankitaan</em></h2><table><tr><td>Osa</td><td>Toinen</td></tr></table>
<svg><title>Kuva</title></svg></article></body></html>"""

needs_voikko = pytest.mark.skipif(voikko() is None, reason="Voikko is missing")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A language's folder with one page and the generator's own index."""
    (tmp_path / "buying").mkdir()
    (tmp_path / "buying" / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "search").mkdir()
    docs = [
        {"location": "buying/", "title": "Hankinnat", "text": "<p>…</p>"},
        {"location": "buying/#how", "title": "Miten", "text": ""},
    ]
    index = tmp_path / "search" / "search_index.json"
    index.write_text(json.dumps({"config": {}, "docs": docs}), "utf-8")
    return tmp_path


def enriched(built: Path, lang: str) -> dict[str, list[dict[str, str]]]:
    """The index after enriching."""
    enrich_search(built, lang)
    found: dict[str, list[dict[str, str]]] = json.loads(
        (built / "search" / "search_index.json").read_text("utf-8")
    )
    return found


def test_sections_are_read_as_they_are_shown(built: Path) -> None:
    """Cells stand apart; hidden texts, marks of sources and drawings are not read."""
    lead, how = enriched(built, "sv")["docs"]

    assert lead["text"] == "Johdanto."
    assert lead["description"] == "Mitä ostetaan & miten"
    assert how == {"location": "buying/#how", "title": "Miten hankitaan", "text": "Osa Toinen"}


def test_enriching_twice_is_enriching_once(built: Path) -> None:
    """The same pages give the same index, also when it was enriched before."""
    once = enriched(built, "fi")

    assert enriched(built, "fi") == once


def test_a_page_without_second_headings_is_one_section() -> None:
    """All of a short page is its lead."""
    article = BeautifulSoup("<article><h1>A</h1><p>b</p></article>", "lxml")

    assert [section.text for section in sections_of(article, "a/")] == ["b"]


@needs_voikko
@pytest.mark.parametrize(
    ("word", "base", "part"),
    [
        ("hankinnoilla", "hankinta", "hankkia"),
        ("työllistämisehtoja", "työllistämisehto", "työllistää"),
        ("työllistämisehtoja", "työllistämisehto", "ehto"),
        ("pitkäaikaistyöttömille", "pitkäaikaistyötön", "työtön"),
        ("esteettömyydestä", "esteettömyys", "esteetön"),
    ],
)
def test_finnish_words_know_where_they_come_from(word: str, base: str, part: str) -> None:
    """A bent word leads to its base form, a compound to its halves."""
    origin = morphology.morphology("fi")({word})[word]

    assert base in origin.bases
    assert part in origin.parts


def test_without_voikko_finnish_is_stemmed_and_the_builder_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The build goes on with weaker rules, and says so in one line."""
    monkeypatch.setattr(morphology, "voikko", lambda: None)

    origins = morphology.morphology("fi")({"tarjouksissa", "tarjous"})

    assert str(origins["tarjouksissa"])
    assert capsys.readouterr().err == f"{morphology.WEAKER}\n"


def test_stems_join_the_forms_of_a_word() -> None:
    """Swedish and English forms of a word lead to one stem."""
    swedish = by_rules("swedish", splits=True)({"villkoren", "villkoret"})
    english = by_rules("english", splits=False)({"supplies", "supplied"})

    assert {str(origin) for origin in swedish.values()} == {"villkor"}
    assert {str(origin) for origin in english.values()} == {"suppli"}


def test_compounds_are_those_of_words_on_the_pages() -> None:
    """A compound is split where both halves stand by themselves somewhere, a joining s between."""
    stems = {"sysselsättning": "sysselsättning", "villkor": "villkor", "kortvillkor": "kortvillkor"}
    stems["sysselsättningsvillkor"] = "sysselsättningsvillkor"

    assert halves(stems) == {"sysselsättningsvillkor": {"sysselsättning", "villkor"}}


@pytest.mark.parametrize("lang", LANGS)
def test_synonyms_lead_to_words_that_stand_on_the_pages(lang: str, built_site: Path) -> None:
    """A reader's word for ours is of no use when no page says ours any more."""
    folder = built_site / {"fi": ""}.get(lang, lang)
    docs = json.loads((folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    words = {
        word
        for doc in docs
        for field in enrich.FIELDS
        for word in enrich.words_of(doc.get(field, ""))
    }

    assert set(enrich.synonyms(lang).values()) - words == set()
