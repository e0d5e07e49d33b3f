"""Facts laid out in full: glossary, sources, team, statement, self-check, history."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from macros import formats
from macros.model.fact import Translated
from macros.pages.cases import Cases, told
from macros.pages.figures import share
from macros.pages.form import Form
from macros.pages.lists import Lists
from macros.pages.works import Works
from macros.self_check import ORDER, edition
from selfcheck.model import LANGS, Lang
from tests.macros.sites import FACTS, site

each_language = pytest.mark.parametrize("lang", LANGS)


def named(name: str) -> Translated:
    """A text that is the same in all languages."""
    return Translated(fi=name, sv=name, en=name)


def test_the_glossary_is_in_alphabetical_order() -> None:
    """Terms stand in the order of the Finnish and Swedish alphabet, whatever their case."""
    names = ("öppen", "Zebra", "ärende", "avtal", "åtagande")
    terms = tuple(
        FACTS.terms[0].model_copy(update={"id": f"t{at}", "term": named(name)})
        for at, name in enumerate(names)
    )
    context = replace(site("sv"), facts=replace(FACTS, terms=terms))

    headings = re.findall(r"^## (\S+)", Lists(context).glossary(), re.MULTILINE)

    assert headings == ["Avtal", "Zebra", "Åtagande", "Ärende", "Öppen"]


@each_language
def test_a_term_is_explained_in_one_language_and_named_in_the_others(lang: Lang) -> None:
    """An entry has its explanation, its source and its names in the two other languages."""
    page = Lists(site(lang)).glossary()
    for term in FACTS.terms:
        assert f"{{ #{term.id} }}" in page
        assert term.definition.to(lang) in page
        assert (f"#source-{term.source}" in page) == bool(term.source)
        for other in LANGS:
            assert (f"*{term.term.to(other)}*{{ lang={other} }}" in page) == (other != lang)


@each_language
def test_every_source_is_listed_once_with_its_publisher(lang: Lang) -> None:
    """The list has each source with its short name, title, publisher and the day it was opened."""
    page = BeautifulSoup(Lists(site(lang)).sources(), "lxml")
    assert sorted(str(item["id"]) for item in page.select("li")) == sorted(
        f"source-{source.id}" for source in FACTS.sources
    )
    for source in FACTS.sources:
        (item,) = page.select(f"#source-{source.id}")
        text = " ".join(item.get_text().split())
        assert source.short.to(lang) in text
        assert source.title.to(lang) in text
        name = FACTS.organisation(source.publisher).name.to(lang)
        assert name[0].upper() + name[1:] in text
        assert bool(item.select("a")) == bool(source.address(lang))
        if source.checked_on:
            assert formats.day(source.checked_on, lang) in text


@each_language
def test_the_team_is_tabled_by_its_three_lists(lang: Lang) -> None:
    """A role that stands in a list has a row, with a mark in the lists that have it."""
    rows = BeautifulSoup(Lists(site(lang)).team_table(), "lxml").select("tbody tr")
    roles = [role for role in FACTS.team.roles if role.listed]
    assert len(rows) == len(roles) < len(FACTS.team.roles)
    for row, role in zip(rows, roles, strict=True):
        assert role.name.to(lang) in row.get_text()
        marks = [bool(cell.select(".team__yes")) for cell in row.select("td.team__mark")]
        assert marks == [role.minimum, role.recommended, role.emphasised]


@each_language
def test_the_statement_has_its_dates_and_supervisor(lang: Lang) -> None:
    """The box names when the statement was written and reviewed, and who supervises."""
    box = BeautifulSoup(Lists(site(lang)).statement_facts(), "lxml").get_text(" ")
    statement, supervisor = FACTS.site.statement, FACTS.site.supervisor
    assert formats.day(statement.written, lang) in box
    assert formats.day(statement.reviewed, lang) in box
    assert supervisor.name.to(lang) in box


@each_language
def test_the_editions_are_those_of_the_language(lang: Lang) -> None:
    """The PDF and the EPUB that a page leads to are in its own language."""
    links = BeautifulSoup(Lists(site(lang)).pdf(), "lxml").select("a")
    assert [str(link["href"]).rpartition("/")[2] for link in links] == [
        f"soske-{lang}.pdf",
        f"soske-{lang}.epub",
    ]


@each_language
def test_the_key_has_every_weight(lang: Lang) -> None:
    """The scoring key lists each question's weight and each criterion's, as the rules have them."""
    bank = edition(lang).bank
    text = BeautifulSoup(Form(site(lang)).scoring_key(), "lxml").get_text(" ")
    for question in bank.questions:
        assert str(question.weight) in text
    assert all(edition(lang).texts.bands[band.id].name in text for band in bank.bands)


@each_language
def test_the_examples_are_told_in_order(lang: Lang) -> None:
    """Each completed example has its heading, its report and all its answers."""
    page = Form(site(lang, page="self-check/examples/")).examples()
    assert re.findall(r"^## .* \{ #(\S+) \}", page, re.MULTILINE) == list(ORDER)
    for text in edition(lang).texts.questions.values():
        assert page.count(str(BeautifulSoup(text.question, "lxml").get_text())) >= 1


@each_language
def test_works_are_told_with_their_licence(lang: Lang) -> None:
    """Every work of others has its use and a link to its source."""
    page = BeautifulSoup(Works(site(lang)).licences(), "lxml")
    for work in FACTS.licences.works:
        head = page.select_one(f"#licence-{work.id}")
        assert head
        assert head.get_text() == work.name
    link = BeautifulSoup(Works(site(lang)).file("a.json", "<b>"), "lxml").select_one("a")
    assert link
    assert link.get_text() == "<b>"


@each_language
def test_a_story_is_told_in_its_order(lang: Lang) -> None:
    """The milestones of a story stand as in the file, each with its date and source."""
    story = FACTS.milestones[0].story
    mine = [stone for stone in FACTS.milestones if stone.story == story]
    page = BeautifulSoup(Cases(site(lang)).milestones(story), "lxml")
    assert [when.get_text() for when in page.select("dt")] == [told(stone, lang) for stone in mine]
    for entry, stone in zip(page.select("dd"), mine, strict=True):
        assert stone.text.to(lang) in entry.get_text()
        assert entry.select(f'a[href$="#source-{stone.source}"]')


@each_language
def test_numbers_of_the_payment_model(lang: Lang) -> None:
    """A page can write each number of the payment model in its language."""
    cases, model = Cases(site(lang)), FACTS.payment
    assert cases.payment("paid") == formats.percent(model.paid, lang)
    assert cases.payment("withheld") == formats.percent(model.withheld, lang)
    assert cases.payment("months") == formats.count(model.check_months, lang)
    assert cases.payment("price").startswith(str(model.award.price))
    assert cases.payment("quality").startswith(str(model.award.quality))
    with pytest.raises(KeyError):
        cases.payment("profit")


def test_when_something_began() -> None:
    """The start of what went on for a time is told without its end."""
    stone = next(stone for stone in FACTS.milestones if stone.until)
    cases = Cases(site("en"))
    assert cases.moment(stone.id) == told(stone, "en")
    assert cases.start(stone.id) == told(stone.model_copy(update={"until": None}), "en")
    assert cases.start(stone.id) != cases.moment(stone.id)


def test_two_alike_figures_are_enough_for_bars() -> None:
    """Bars are drawn where there is something to compare with, and the larger fills its own."""
    one = FACTS.figures[0].model_copy(
        update={"group": "survey", "unit": "count", "value": FACTS.figures[0].value}
    )
    assert share(one, [one]) is None
    assert share(one, [one, one]) == 100
