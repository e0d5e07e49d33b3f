"""What the search index tells of words and pages."""

import json
from pathlib import Path

import pytest

from publish.search import index, morphology, write_index
from publish.search.compounds import halves
from publish.search.finnish import voikko
from publish.search.morphology import by_rules
from publish.search.sections import parsed, sections_of
from selfcheck.model import LANGS

PAGE = """<html><head><meta name="description" content="Mitä ostetaan &amp; miten">
</head><body><nav>Etusivu</nav><article><h1>Hankinnat</h1><p>Johdanto.
<a class="source">KEINO 2021</a></p><p hidden>Haku on auki.</p>
<h2 id="how">Miten <em>hankitaan</em></h2><table><tr><td>Osa</td><td>Toinen</td></tr></table>
<svg><title>Kuva</title></svg></article></body></html>"""

needs_voikko = pytest.mark.skipif(voikko() is None, reason="Voikko is missing")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A language's folder with one page."""
    (tmp_path / "buying").mkdir()
    (tmp_path / "buying" / "index.html").write_text(PAGE, "utf-8")
    return tmp_path


def indexed(built: Path, lang: str, pages: Path | None = None) -> dict[str, list[dict[str, str]]]:
    """The index of the built pages."""
    write_index(built, pages or built, lang)
    found: dict[str, list[dict[str, str]]] = json.loads(
        (built / "search" / "search_index.json").read_text("utf-8")
    )
    return found


def test_sections_are_read_as_they_are_shown(built: Path) -> None:
    """Cells stand apart; hidden texts, marks of sources and drawings are not read."""
    lead, how = indexed(built, "sv")["docs"]

    assert lead["text"] == "Johdanto."
    assert lead["description"] == "Mitä ostetaan & miten"
    assert how == {"location": "buying/#how", "title": "Miten hankitaan", "text": "Osa Toinen"}


def test_the_front_page_goes_by_its_menu_label(built: Path) -> None:
    """Where a slogan is the main heading, readers know the page by what the menu calls it."""
    menu = '<a href="." class="md-nav__link md-nav__link--active">\n <span>Etusivu</span>\n</a>'
    html = f"<body><h1>Ostetaan hyvää</h1>{menu}<article><p>Tervetuloa</p></article></body>"
    (built / "index.html").write_text(html, "utf-8")

    (front, *_) = indexed(built, "sv")["docs"]

    assert front == {"location": "", "title": "Etusivu", "text": "Tervetuloa"}


def test_comments_and_hidden_headings_are_not_read() -> None:
    """Only what a reader sees makes sections."""
    html = "<article>a<!-- b --><h2 hidden>c</h2><h2 id='d'>d<br>e<!-- f --></h2>g</article>"

    lead, section = sections_of(parsed(html), "h/")

    assert (lead.text, section.title, section.text) == ("a", "d e", "g")


def test_a_page_without_second_headings_is_one_section() -> None:
    """All of a short page is its lead."""
    article = parsed("<article><h1>A</h1><p>b</p></article>")

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
        for field in index.FIELDS
        for word in index.words_of(doc.get(field, ""))
    }

    assert set(index.synonyms(lang).values()) - words == set()
