"""The three languages side by side: what departs from the Finnish pages is told, words are free."""

from pathlib import Path

import pytest

from publish.config import ROOT
from publish.proofreading.parity import differences
from selfcheck.model import LANGS

FINNISH = """---
title: Sivu
description: Mistä sivu kertoo.
hero:
  title: Otsikko
  lead: Ingressi
---

# Otsikko { #top }

Johdanto, jossa on {{ term("risk", "riskejä") }} ja [linkki](/other.md#part).

## Osa { #part }

!!! note "Huomatkaa"
    Enintään {{ places() }} paikkaa. {{ source("slides") }}

### Alaosa { #detail }

| Kierros | {{ day("opens") }} |
|---|---|
"""
SWEDISH = """---
title: Sida
description: Vad sidan handlar om.
hero:
  title: Rubrik
  lead: Ingress
---

# Rubrik { #top }

En [länk](/other.md#part) står här före {{ term("risk", "riskerna") }}.

## Del { #part }

!!! note "Observera"
    {{ source("slides") }} Högst {{ places() }} platser.

### Underdel { #detail }

| Omgång | {{ day("opens") }} |
|---|---|
"""
PAGE = "themes/page.md"

# What is replaced in the Swedish page, by what, and the difference: line, found, expected.
DEFECTS = {
    "a missing heading": (
        ("### Underdel { #detail }\n", ""),
        (
            19,
            '{{ day("opens") }}',
            "a level 3 heading with id detail, as docs/fi/{} has on line 18",
        ),
    ),
    "an extra heading": (
        ("### Underdel", "### Till { #more }\n\n### Underdel"),
        (18, "a level 3 heading with id more", "a level 3 heading with id detail, as"),
    ),
    "an extra heading at the end": (
        ("|---|---|\n", "|---|---|\n\n## Till { #more }\n"),
        (23, "a level 2 heading with id more", "the end of the page, as docs/fi/{} has on line 20"),
    ),
    "a missing end": (
        ('| Omgång | {{ day("opens") }} |\n|---|---|\n', ""),
        (18, "the end of the page", '{{ day("opens") }}, as docs/fi/{} has on line 20'),
    ),
    "another level": (
        ("### Underdel", "## Underdel"),
        (18, "a level 2 heading with id detail", "a level 3 heading with id detail, as"),
    ),
    "another id": (
        ("#detail", "#del"),
        (18, "a level 3 heading with id del", "a level 3 heading with id detail, as"),
    ),
    "no id": (
        (" { #detail }", ""),
        (18, "a level 3 heading with id (none)", "a level 3 heading with id detail, as"),
    ),
    "an id without its space": (
        ("{ #detail }", "{#detail}"),
        (18, "a level 3 heading with id (none)", "a level 3 heading with id detail, as"),
    ),
    "a missing macro": (
        (" Högst {{ places() }} platser.", " Högst sex platser."),
        (16, '{{ source("slides") }}', "{{ places() }}, as docs/fi/{} has on line 16"),
    ),
    "another macro": (
        ("{{ places() }}", "{{ period() }}"),
        (16, "{{ period() }}", "{{ places() }}, as"),
    ),
    "another argument": (
        ('day("opens")', 'day("closes")'),
        (20, '{{ day("closes") }}', '{{ day("opens") }}, as'),
    ),
    "another term": (
        ('term("risk"', 'term("risks"'),
        (11, '{{ term("risks") }}', '{{ term("risk") }}, as'),
    ),
    "another link": (
        ("(/other.md#part)", "(/other.md)"),
        (11, "a link to /other.md", "a link to /other.md#part, as"),
    ),
    "a missing link": (
        ("[länk](/other.md#part)", "länk"),
        (11, '{{ term("risk") }}', "a link to /other.md#part, as"),
    ),
    "another kind of notice": (
        ("!!! note", "!!! tip"),
        (15, "a notice !!! tip", "a notice !!! note, as docs/fi/{} has on line 15"),
    ),
    "a notice that folds": (
        ("!!! note", "??? note"),
        (15, "a notice ??? note", "a notice !!! note, as"),
    ),
    "a missing setting": (
        ("description: Vad sidan handlar om.\n", ""),
        (3, "setting hero", "setting description, as docs/fi/{} has on line 3"),
    ),
    "a missing setting within another": (
        ("  lead: Ingress\n", ""),
        (8, "a level 1 heading with id top", "setting lead, as docs/fi/{} has on line 6"),
    ),
    "nothing at all": (
        (SWEDISH, ""),
        (1, "the end of the page", "setting title, as docs/fi/{} has on line 2"),
    ),
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A small tree of pages, the same in the three languages."""
    for lang in LANGS:
        page = tmp_path / lang / PAGE
        page.parent.mkdir(parents=True)
        page.write_text(FINNISH if lang == "fi" else SWEDISH, "utf-8")
    return tmp_path


def test_words_and_their_order_are_free(docs: Path) -> None:
    """Other words, inflected terms and another order within a line are no difference."""
    assert differences(docs) == []


@pytest.mark.parametrize("defect", DEFECTS)
@pytest.mark.parametrize("lang", LANGS[1:])
def test_a_departure_is_told(docs: Path, lang: str, defect: str) -> None:
    """A departure is one difference: file, line, what was found, what the Finnish page has."""
    (old, new), (line, found, expected) = DEFECTS[defect]
    assert SWEDISH.count(old) == 1
    (docs / lang / PAGE).write_text(SWEDISH.replace(old, new), "utf-8")

    (told,) = differences(docs)

    assert (told.file, told.line, told.found) == (f"docs/{lang}/{PAGE}", line, found)
    assert told.expected.startswith(expected.replace("{}", PAGE))
    assert str(told) == (
        f"docs/{lang}/{PAGE}, line {line}: found {found}; expected {told.expected}"
    )


@pytest.mark.parametrize("lang", LANGS[1:])
def test_a_missing_page_is_told(docs: Path, lang: str) -> None:
    """A page that one language lacks is named there."""
    (docs / lang / PAGE).unlink()

    (told,) = differences(docs)

    assert (told.file, told.found) == (f"docs/{lang}/{PAGE}", "no file")
    assert told.expected == f"a translation of docs/fi/{PAGE}"


@pytest.mark.parametrize("lang", LANGS[1:])
def test_an_extra_page_is_told(docs: Path, lang: str) -> None:
    """A page that the Finnish site lacks is named."""
    (docs / lang / "more.md").write_text(SWEDISH, "utf-8")

    (told,) = differences(docs)

    assert (told.file, told.found) == (f"docs/{lang}/more.md", "a page")
    assert told.expected == "none, or docs/fi/more.md as well"


def test_a_missing_language_is_told_page_by_page(docs: Path) -> None:
    """A language without any page lacks each of them."""
    (docs / "sv" / PAGE).unlink()
    (docs / "sv" / "themes").rmdir()
    (docs / "sv").rmdir()

    assert [told.file for told in differences(docs)] == [f"docs/sv/{PAGE}"]


def test_pages_are_told_one_by_one(docs: Path) -> None:
    """Departures of several pages and languages come in one list, one for each page."""
    for lang in LANGS[1:]:
        departed = SWEDISH.replace("#detail", "#del").replace("places()", "period()")
        (docs / lang / PAGE).write_text(departed, "utf-8")

    assert [(told.file, told.line) for told in differences(docs)] == [
        (f"docs/sv/{PAGE}", 16),
        (f"docs/en/{PAGE}", 16),
    ]


def test_our_own_pages_agree() -> None:
    """The site's pages have the same structure in the three languages."""
    assert differences(ROOT / "docs") == []
