"""Facts typed into pages are found; names, macros and links that look like them are not."""

from pathlib import Path

import pytest

from publish.config import ROOT
from publish.proofreading.typed_facts import in_line, typed_facts


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("Haku päättyy 10.12.2021.", "a date", "10.12.2021"),
        ("Hakuaika: 10.11.–{{ day('closes') }}", "a date", "10.11."),
        ("The programme starts on 20 January 2022.", "a date", "20 January 2022"),
        ("| Kick-off | 9.3. |", "a date", "9.3."),
        ("Ensimmäinen kierros oli vuonna 2021.", "a year", "2021"),
        ("The law changed in May 1999, they say.", "a year", "1999"),
        ("description: Ansökan hösten 2026", "a year", "2026"),
        ("Tilaisuus alkaa klo 9.", "a clock time", "klo 9."),
        ("Tilaisuus alkaa kello 9.30", "a clock time", "kello 9.30"),
        ("Mötet börjar kl. 13 på webben", "a clock time", "kl. 13"),
        ("Mötet börjar kl 13.30", "a clock time", "kl 13.30"),
        ("It starts at 9 am", "a clock time", "9 am"),
        ("It starts at 9:30\N{NO-BREAK SPACE}pm", "a clock time", "9:30\N{NO-BREAK SPACE}pm"),
        ("Börjar 09:00 på webben", "a clock time", "09:00"),
        ("Työttömiä on 104 000.", "a number", "104 000"),
        ("Työttömiä on 104\N{NO-BREAK SPACE}000.", "a number", "104\N{NO-BREAK SPACE}000"),
        ("There are 104,000 of them", "a number", "104,000"),
        ("Ostoja on 1.250.000 euroa", "a number", "1.250.000"),
        ("Mukana oli 39100 ihmistä", "a number", "39100"),
    ],
)
def test_a_typed_fact_is_found(line: str, kind: str, text: str) -> None:
    """A date, year, clock time or large number in prose is found as it stands there."""
    assert list(in_line(line)) == [(kind, text)]


@pytest.mark.parametrize(
    "line",
    [
        "Hankintalaki (1397/2016), 30 §",
        "laki digitaalisten palvelujen tarjoamisesta 306/2019",
        "tietosuoja-asetus (EU) 2016/679",
        "Directive 2014/24/EU on public procurement",
        "Hallituksen esitys HE 71/2024",
        "WCAG 2.2 AA",
        "the European standard EN 301 549",
        "ISO 20400:2017 on sustainable procurement",
        "kuvan vaihtoehto (1.1.1)",
        'Työttömiä on {{ figure("unemployed-2021") }}.',
        'Haku on auki {{ day("opens") }}–{{ day("closes") }}. {{ source("upphandling-2022") }}',
        "[tulokset](/about.md#source-results-2022)",
        "[verkkosivu](https://example.org/2021/1234567/)",
        "Katso https://example.org/2021/1234567/ heti",
        "## Tulokset { #results-2022 }",
        "1. Kootkaa tiimi",
        "Hankinta-asiantuntijoita on 1–2 ja tasoja 0–3.",
        "Itsearviointi vie 10 minuuttia.",
        "hide: [navigation, toc]",
    ],
)
def test_what_only_looks_like_one_is_not(line: str) -> None:
    """Laws, standards, macros, links, ids and small counts may stand in a page."""
    assert list(in_line(line)) == []


def test_a_finding_names_its_place(tmp_path: Path) -> None:
    """A finding tells the file, the line and what to write instead."""
    page = tmp_path / "sv" / "themes" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Rubrik { #top }\n\nUtan fakta.\n\nÅr 2021 och kl. 9.\n", "utf-8")

    (told,) = typed_facts(tmp_path)

    assert (told.file, told.line) == ("docs/sv/themes/page.md", 5)
    assert str(told).startswith("docs/sv/themes/page.md, line 5: found a year typed as '2021'; ")
    assert 'expected a macro, such as {{ day("opens") }}' in str(told)


def test_our_own_pages_have_none() -> None:
    """No page of the site has a fact typed into it."""
    assert typed_facts(ROOT / "docs") == []
