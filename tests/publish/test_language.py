"""What the checks of language find, and what they leave in peace."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from publish.config import ROOT
from publish.proofreading import check_language
from publish.proofreading.fact_texts import scalars
from publish.proofreading.passage import Passage
from publish.proofreading.reading import measured
from publish.proofreading.sentences import sentences
from publish.proofreading.spellers import NoSpellerError, Speller, speller
from publish.proofreading.spelling import LISTS
from selfcheck.model import LANGS, Lang

Check = Callable[[], list[str]]
Write = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of a repository that has only the real glossary and organisations."""
    facts = tmp_path / "repository" / "macros" / "facts"
    facts.mkdir(parents=True)
    for name in ("glossary.yaml", "organisations.yaml"):
        shutil.copy(ROOT / "macros" / "facts" / name, facts)

    def write(name: str, text: str) -> None:
        path = tmp_path / "repository" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return write


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Checks that repository and returns its faults as text."""
    return lambda: [str(fault) for fault in check_language(tmp_path / "repository", lambda _: None)]


def spelling_of(lang: Lang) -> Speller:
    """The speller of a language; the test is skipped where it is not installed."""
    try:
        return speller(lang)
    except NoSpellerError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize(
    ("lang", "typo", "meant"),
    [
        ("fi", "hankkintaa", "hankintaa"),
        ("sv", "upphanlingen", "upphandlingen"),
        ("en", "procuremnt", "procurement"),
    ],
)
def test_typo_on_a_page(write: Write, check: Check, lang: Lang, typo: str, meant: str) -> None:
    """A misspelt word is told with its file, line, a suggestion and where to allow it."""
    spelling_of(lang)
    write(
        f"docs/{lang}/page.md",
        f"---\ntitle: Soske\n---\n\n# Soske {{ #soske }}\n\n- Soske {typo}.\n",
    )

    (fault,) = check()

    assert fault.startswith(f"docs/{lang}/page.md, line 7: found the word '{typo}'; expected")
    assert meant in fault
    assert f"publish/proofreading/words.{lang}.txt" in fault


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("macros/facts/new.yaml", 'words:\n  one:\n    fi: "talo"\n    sv: "upphanling"\n', 4),
        ("selfcheck/bank/sv.toml", '[roles]\nsector = "sektor"\nlegal = "upphanling"\n', 3),
        ("selfcheck/words/sv.toml", '[a]\nb = "fas {n}"\n\n[c]\nd = ["fas", "upphanling"]\n', 5),
        ("selfcheck/examples/sv/a.json", '{"theme": "xyzzy",\n"evidence": {"a": "upphanling"}}', 2),
        ("docs/sv/a.md", "---\ntitle: Fas\nhero:\n  lead: En upphanling\nhide: [toc]\n---\n", 4),
    ],
)
def test_typo_elsewhere(write: Write, check: Check, name: str, text: str, line: int) -> None:
    """Facts, the question bank, phrases, examples and settings are checked like pages."""
    spelling_of("sv")
    write(name, text)

    (fault,) = check()

    assert fault.startswith(f"{name}, line {line}: found the word 'upphanling'")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Hankintayksikkö, kuntayhtymä, työllistämisehto, KEINO-akatemiaan, EU:n, HEUNIn."),
        ("fi", "Toimiala- ja hankinta-asiantuntijat, markkinavuoropuhelu, osatyökykyinen."),
        ("sv", "Upphandlande enhet, välfärdsområde, sysselsättningsvillkor, KEINO:s, anbud."),
        ("sv", "Förhands- och mellanuppgifter, arbets- och näringsbyrån, partiellt arbetsför."),
        ("en", "Contracting entity, wellbeing services county, award criterion, KEINO’s, ex-ante."),
    ],
)
def test_terms_of_the_field(write: Write, check: Check, lang: Lang, text: str) -> None:
    """Correct terms, names with endings and compounds that share a part pass."""
    spelling_of(lang)
    write(f"docs/{lang}/page.md", text)

    assert check() == []


def test_what_is_no_prose(write: Write, check: Check) -> None:
    """Macros, ids, addresses and code are not spelt; the words that a macro shows are."""
    spelling_of("en")
    write(
        "docs/en/page.md",
        '# Xylo-free { #qwertyx }\n\n`qwertz` [the page](/qwertz.md#asdfg) {{ day("qwertz") }} '
        '{{ term("qwertz", "procuremnt") }} www.qwertz.fi/asdfg https://qwertz.org\n\n'
        "```\nqwertz\n```\n\n| qwertz | entity |\n|--------|--------|\n",
    )

    assert [fault.split(";")[0] for fault in check()] == [
        "docs/en/page.md, line 1: found the word 'Xylo-free'",
        "docs/en/page.md, line 3: found the word 'procuremnt'",
        "docs/en/page.md, line 9: found the word 'qwertz'",
    ]


@pytest.mark.parametrize(
    ("lang", "wording", "better"),
    [
        ("fi", "vajaakuntoiset", "osatyökykyinen"),
        ("sv", "upphandlande myndigheterna", "upphandlande enhet"),
        ("sv", "Tillgänglighetsredogörelsen", "tillgänglighetsutlåtande"),
        ("en", "contracting\nauthorities", "contracting entity"),
    ],
)
def test_avoided_term(write: Write, check: Check, lang: Lang, wording: str, better: str) -> None:
    """A wording that the glossary avoids is told, in any form, with what to write instead."""
    write(f"docs/{lang}/page.md", f"Soske,\n{wording}.")

    found = " ".join(wording.split())
    assert check() == [f"docs/{lang}/page.md, line 2: found “{found}”; expected “{better}”"]


def test_long_sentence(write: Write, check: Check) -> None:
    """A sentence of more than forty words is told with the line it begins on; forty pass."""
    long = "The " + "team " * 43 + "works."
    write("docs/en/page.md", f"A plan.\n\nA team. {long}\n\n{' '.join(['team'] * 40)}.\n")

    (fault,) = check()

    assert fault.startswith("docs/en/page.md, line 3: found a sentence of 45 words, “The team")


def test_sentences_and_their_measures() -> None:
    """Abbreviations and macros end no sentence, and headings are not measured."""
    text = "Kunnat, esim. Pori, hankkivat. ”Miksi?” Koska 0 tarvitaan."
    passage = Passage("page.md", 1, "fi", text)

    found = [sentence.text for sentence in sentences(passage)]

    assert found == ["Kunnat, esim. Pori, hankkivat.", "”Miksi?”", "Koska 0 tarvitaan."]
    heading = Passage("page.md", 1, "fi", "Kunnat")
    assert measured("fi", [passage, heading]) == (
        "fi: 3 sentences, 2.7 words on average, 0% over 20 words, LIX 28"
    )


@pytest.mark.parametrize(
    ("contact", "kind"),
    [
        ("maija.mehilainen@example.org", "e-mail"),
        ("maija (at) example.org", "e-mail"),
        ("+358 40 123 4567", "telephone"),
        ("040 123 4567", "telephone"),
    ],
)
def test_contact_of_a_person(write: Write, check: Check, contact: str, kind: str) -> None:
    """E-mail addresses and telephone numbers have no place in the texts."""
    write("docs/en/page.md", f"Ask.\n\nAsk [us](mailto:{contact}).\n")

    assert [fault for fault in check() if f"line 3: found an {kind}" in fault or kind in fault]


def test_what_is_no_contact(write: Write, check: Check) -> None:
    """Laws, dates, amounts and clock times are not taken for telephone numbers."""
    write("docs/en/page.md", "1397/2016, 16.11.2021, 104 000, 9–11, 0.85, 2018/1523, 10 000 000.")

    assert check() == []


def test_what_cannot_be_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without spellers the check says in a line what it left out, and goes on."""

    def missing(lang: Lang) -> Speller:
        raise NoSpellerError(f"install one for {lang}")

    monkeypatch.setattr("publish.proofreading.spelling.speller", missing)
    said: list[str] = []

    check_language(ROOT, said.append)

    assert [line for line in said if "not checked" in line] == [
        f"{lang}: spelling not checked: install one for {lang}" for lang in LANGS
    ]


@pytest.mark.parametrize("part", ["names", *LANGS])
def test_word_lists(part: str) -> None:
    """The project's own words stand in order, each once."""
    lines = (LISTS / f"words.{part}.txt").read_text("utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]

    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))


def test_avoided_wordings_name_a_better_one() -> None:
    """Every language's list of the glossary is read with its lines, and none is empty."""
    text = (ROOT / "macros" / "facts" / "glossary.yaml").read_text("utf-8")
    avoided = [keys[-2:] for keys, better, _ in scalars(text) if "avoid" in keys and better]

    assert {lang for lang, _ in avoided} == set(LANGS)


def test_the_texts_of_the_site() -> None:
    """The site's own texts are free of all these faults."""
    assert list(map(str, check_language(ROOT, lambda _: None))) == []
