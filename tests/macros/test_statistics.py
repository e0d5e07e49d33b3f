"""The figures page and the past rounds, in every language, from the site's own facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from babel.numbers import format_decimal
from bs4 import BeautifulSoup, Tag

from macros.context import Context
from macros.model.facts import Facts
from macros.model.figures import Figure
from macros.model.load import facts
from macros.pages.figures import Figures, as_of, share
from macros.pages.history import History
from selfcheck.model import LANGS, Lang
from tests.macros.sites import FACTS

GROUPS = ("unemployment", "programme", "survey", "cases", "law")
LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


@pytest.fixture(scope="module")
def loaded() -> Facts:
    """The site's facts, read once."""
    return facts()


def on(loaded: Facts, lang: Lang, day: date) -> Context:
    """A language's site on a day."""
    return Context(loaded, lang, day, lambda: "figures/", "..")


def cards(loaded: Facts, lang: Lang) -> dict[str, Tag]:
    """What the figures page shows, by the figure's id."""
    shown = Figures(on(loaded, lang, date(2026, 11, 21)))
    soup = BeautifulSoup("".join(map(shown.figures, GROUPS)), "lxml")
    return {str(card["id"]).removeprefix("figure-"): card for card in soup.select("li")}


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_is_on_the_page(loaded: Facts, lang: Lang) -> None:
    """Each statistic stands on the figures page once, whatever group it belongs to."""
    assert sorted(cards(loaded, lang)) == sorted(figure.id for figure in loaded.figures)


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_are_in_the_languages_form(loaded: Facts, lang: Lang) -> None:
    """A number has the language's separators, or the words that the source uses instead."""
    shown = cards(loaded, lang)
    for figure in loaded.figures:
        number = shown[figure.id].select_one(".statistics__number")
        wanted = format_decimal(figure.value, locale=LOCALES[lang])
        assert number is not None
        assert (figure.shown.to(lang) if figure.shown else wanted) in number.text


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_has_its_time_and_source(loaded: Facts, lang: Lang) -> None:
    """A number without a year or a source is not shown."""
    for figure in loaded.figures:
        note = cards(loaded, lang)[figure.id].select_one(".statistics__note")
        assert note is not None
        assert as_of(figure.as_of, lang).casefold() in note.text.casefold()
        assert note.select(f'a[href$="about/#source-{figure.source}"]')


@pytest.mark.parametrize(
    ("lang", "shown"), [("fi", "maaliskuu 2021"), ("sv", "mars 2021"), ("en", "March 2021")]
)
def test_month_and_year(lang: Lang, shown: str) -> None:
    """A month is written out in the language, and a year alone is left as it is."""
    assert as_of("2021-03", lang) == shown
    assert as_of("2018", lang) == "2018"


def figure(loaded: Facts, **change: object) -> Figure:
    """The first figure of the site, changed."""
    return loaded.figures[0].model_copy(update=change)


def test_bars_share_one_scale(loaded: Facts) -> None:
    """The largest of a group fills its bar, and the others are drawn in proportion."""
    whole = figure(loaded, value=200, unit="count", group="survey")
    half = figure(loaded, value=100, unit="count", group="survey")
    assert [share(item, [whole, half]) for item in (whole, half)] == [100, 50]


@pytest.mark.parametrize(
    "change",
    [{"group": "cases"}, {"unit": "percent"}, {"value": 0}],
    ids=["measures something else", "another unit", "no number"],
)
def test_no_bar_for_what_cannot_be_compared(loaded: Facts, change: dict[str, object]) -> None:
    """Figures of different kinds are never drawn side by side."""
    others = [figure(loaded, unit="people", group="unemployment") for _ in range(2)]
    odd = others[0].model_copy(update=change)
    assert share(odd, [odd, *others]) is None


def test_unknown_group(loaded: Facts) -> None:
    """A group without figures stops the build."""
    with pytest.raises(KeyError):
        Figures(on(loaded, "fi", date(2026, 11, 21))).figures("weather")


@pytest.mark.parametrize("lang", LANGS)
def test_a_round_is_past_the_day_after_its_last_event(loaded: Facts, lang: Lang) -> None:
    """On the day of its last joint event a round is not yet listed, on the next day it is."""
    last = loaded.round.joint[-1].day
    heading = f"#round-{loaded.round.id}"
    assert heading not in History(on(loaded, lang, last)).past_rounds()
    assert heading in History(on(loaded, lang, last + timedelta(days=1))).past_rounds()


def test_no_past_round_is_said_in_words(loaded: Facts) -> None:
    """Before any round is over, the page says so instead of standing empty."""
    first = loaded.rounds[0].application.opens
    site = on(loaded, "fi", first - timedelta(days=1))
    assert History(site).past_rounds() == site.word("history.none")


def later(loaded: Facts) -> Facts:
    """The site's facts with a round more, five years after the newest."""
    newest = loaded.round
    shifted = newest.model_copy(
        update={
            "id": "later",
            "name": "later",
            "participants": None,
            "application": newest.application.model_copy(
                update={
                    "opens": newest.application.opens.replace(year=2026),
                    "closes": newest.application.closes.replace(year=2026),
                }
            ),
            "events": tuple(
                event.model_copy(update={"day": event.day.replace(year=event.day.year + 5)})
                for event in newest.events
            ),
        }
    )
    return replace(loaded, rounds=(*loaded.rounds, shifted))


def test_a_new_round_leaves_the_old_one_listed() -> None:
    """While a new round runs only the earlier ones are listed; after it, it comes first."""
    both = later(FACTS)
    old, new = FACTS.round, both.round
    running = History(on(both, "fi", new.application.opens)).past_rounds()
    assert f"#round-{old.id}" in running
    assert "#round-later" not in running
    over = History(on(both, "fi", new.joint[-1].day + timedelta(days=1))).past_rounds()
    assert over.index("#round-later") < over.index(f"#round-{old.id}")


@pytest.mark.parametrize("lang", LANGS)
def test_participants_stand_together_as_they_took_part(loaded: Facts, lang: Lang) -> None:
    """Each group is one item of the list, with every organisation's name in the language."""
    participants = loaded.rounds[0].participants
    assert participants is not None
    lines = History(on(loaded, lang, date(2026, 11, 21))).participants("2021-22").splitlines()
    assert len(lines) == len(participants.groups)
    for line, group in zip(lines, participants.groups, strict=True):
        for organisation in group.organisations:
            assert loaded.organisation(organisation).name.to(lang) in line
