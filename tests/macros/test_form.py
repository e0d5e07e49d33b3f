"""The form of the self-check: examples, what the kind of organisation changes, the closing day."""

import pytest
from bs4 import BeautifulSoup, Tag

from macros.pages.form import TIMED, Form
from selfcheck.bank import load, load_texts
from selfcheck.model import LANGS, Lang
from tests.macros.sites import site

BANK = load()


def form(lang: Lang, day: str = "2021-11-20") -> BeautifulSoup:
    """Draw the form on a day."""
    return BeautifulSoup(Form(site(lang, day, "self-check/")).self_check(), "html.parser")


def question(soup: BeautifulSoup, id_: str) -> Tag:
    """Find a condition or question."""
    (found,) = soup.select(f"#question-{id_}")
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_level_has_its_example(lang: Lang) -> None:
    """One fold of each question tells why it is asked and gives the examples of each level.

    Where the themes have examples of their own, each says for which themes it is shown.
    """
    soup, texts = form(lang), load_texts(BANK, lang)
    for rule in BANK.questions:
        fold, _ = question(soup, rule.id).select("details")
        assert texts.questions[rule.id].why in fold.get_text()
        for item, example in zip(fold.select("li"), texts.questions[rule.id].examples, strict=True):
            shown = {str(each.get("data-themed")): each.get_text().strip() for each in item("span")}
            for theme, wording in example.items():
                assert wording in (shown.get(f"{theme} both"), shown.get("None"))


@pytest.mark.parametrize(
    ("day", "until"),
    [
        ("2021-11-01", "2021-12-10"),
        ("2021-12-10", "2021-12-10"),
        ("2021-12-11", None),
        ("2022-05-01", None),
    ],
    ids=["coming", "last day", "closed", "archived"],
)
def test_the_closing_day_is_given_while_it_lies_ahead(day: str, until: str | None) -> None:
    """A round that is coming or open gives its closing day, one that is over none."""
    root = form("fi", day).select_one("#selfcheck")

    assert root
    assert root.get("data-until") == until


@pytest.mark.parametrize("lang", LANGS)
def test_every_branch_stands_at_its_question(lang: Lang) -> None:
    """What concerns some organisations says which, and is hidden until a script shows it."""
    soup, texts = form(lang), load_texts(BANK, lang)
    for branch in BANK.branches:
        (remark,) = (
            each
            for each in question(soup, branch.entry).select("[data-remark]")
            if texts.branches[branch.id] in each.get_text()
        )
        assert remark.has_attr("hidden")
        assert remark.get("data-kinds") == (" ".join(branch.kinds) or None)
        assert remark.get("data-themes") == (" ".join(branch.themes) or None)
        assert remark.has_attr("data-preset") == branch.preset
        assert all(texts.kinds[kind].name in remark.get_text() for kind in branch.kinds)


def test_the_kind_is_part_of_the_answers() -> None:
    """The choice of a kind has a name, so it goes into the answer file."""
    choice = form("sv").select_one("[data-kind]")

    assert choice
    assert choice["name"] == "kind"
    assert [option["value"] for option in choice.select("option")] == ["", *BANK.kinds]


@pytest.mark.parametrize(("day", "asked"), [("2021-11-20", True), ("2022-05-01", False)])
def test_a_rounds_events_are_asked_about_while_they_lie_ahead(day: str, asked: bool) -> None:
    """Without dates ahead the question stands hidden: a file's answer to it is not lost."""
    soup = form("fi", day)
    for rule in BANK.questions:
        assert question(soup, rule.id).has_attr("hidden") == (rule.round and not asked)


@pytest.mark.parametrize("lang", LANGS)
def test_strengths_come_last(lang: Lang) -> None:
    """What is never scored stands in a section of its own, after all that is."""
    asked = [found["id"] for found in form(lang).select("fieldset[id^=question-]")]
    strengths = [f"question-{rule.id}" for rule in BANK.strengths]

    assert asked[-len(strengths) :] == strengths


@pytest.mark.parametrize("lang", LANGS)
def test_hours_are_told_where_time_is_asked_for(lang: Lang) -> None:
    """The condition and the question about time tell the round's own hours."""
    soup = form(lang)
    for id_ in TIMED:
        told = question(soup, id_).select_one(".remark:not([hidden])")
        assert told
        assert "11" in told.get_text()
        assert id_ in BANK.ids
