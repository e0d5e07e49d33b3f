"""What pages make of the made facts, worked out by hand: order, sign, unit, language, phase."""

import json
import re
from dataclasses import replace
from math import ceil
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.context import Context
from macros.drawing.payment import Bonus, Labels, draw
from macros.drawing.timeline import draw_round
from macros.model.fact import Translated
from macros.model.milestones import Milestone
from macros.model.order import disorder
from macros.model.payment import Payment
from macros.pages.cases import Cases
from macros.pages.figures import Figures
from macros.pages.form import WORDS_A_MINUTE, Form
from macros.pages.lists import Lists
from macros.pages.prose import Prose
from macros.pages.schedule import Schedule
from macros.pages.team_builder import TeamBuilder
from macros.self_check import EXAMPLES, ORDER, edition
from selfcheck.model import LANGS, Lang
from tests.macros.sites import FACTS, site

PAST = "2022-05-01"
each_language = pytest.mark.parametrize("lang", LANGS)


def soup(html: str) -> BeautifulSoup:
    """Parse what a macro drew."""
    return BeautifulSoup(html, "lxml")


def script(context: Context) -> dict[str, Any]:
    """Return what the team page hands to its script."""
    (found,) = soup(TeamBuilder(context).team_builder()).select("#team-facts")
    loaded: dict[str, Any] = json.loads(found.get_text())
    return loaded


def test_sources_are_in_alphabetical_order() -> None:
    """Sources stand in the order of their short names, whatever their order in the file."""
    names = ("öppen", "Zebra", "avtal")
    sources = tuple(
        FACTS.sources[0].model_copy(
            update={"id": f"s{at}", "short": Translated(fi=name, sv=name, en=name)}
        )
        for at, name in enumerate(names)
    )
    context = replace(site("sv"), facts=replace(FACTS, sources=sources))

    shown = [short.get_text() for short in soup(Lists(context).sources()).select("strong")]

    assert shown == ["avtal", "Zebra", "öppen"]


def with_days(days: int) -> Payment:
    """The payment model whose example has so many client-days."""
    example = FACTS.payment.example.model_copy(update={"days": days})
    return FACTS.payment.model_copy(update={"example": example})


@pytest.mark.parametrize(("days", "gains"), [(2000, True), (4000, False)])
def test_a_gain_has_a_plus(days: int, gains: bool) -> None:
    """The bonuses, 15,000 here, outweigh 15 % of 2,000 days at 50; of 4,000 days they do not."""
    context = replace(site("fi"), facts=replace(FACTS, payment=with_days(days)))

    *_, difference = soup(Cases(context).payment_example()).select("td.reckoning__number")

    assert difference.get_text().startswith("+") == gains


@each_language
def test_millions_are_said(lang: Lang) -> None:
    """A number of millions of euros says so beside its digits."""
    figure = FACTS.figures[0].model_copy(update={"value": 7, "unit": "million-eur", "shown": None})
    context = replace(site(lang), facts=replace(FACTS, figures=(figure,)))

    (number,) = soup(Figures(context).figures(figure.group)).select(".statistics__number")

    assert number.get_text() == context.word("statistics.million-eur", number="7")


@pytest.mark.parametrize(
    ("lang", "number"),
    [("fi", "0295 016 620"), ("sv", "0295 016 620"), ("en", "+358 295 016 620")],
)
def test_a_number_is_written_as_it_is_dialled(lang: Lang, number: str) -> None:
    """From abroad the country's code stands in the place of the first zero."""
    assert Prose(site(lang)).phone("lvv") == number


@each_language
def test_examples_are_in_the_pages_language(lang: Lang) -> None:
    """Each language has example sheets of its own, told on its own page."""
    page = Form(site(lang)).examples()

    for example in ORDER:
        sheet = json.loads((EXAMPLES / lang / f"{example}.json").read_text("utf-8"))
        assert f"## {sheet['organisation']} {{ #{example} }}" in page


@each_language
def test_a_begun_minute_counts(lang: Lang) -> None:
    """The time to read the questions is told in whole minutes, and never too short."""
    texts = edition(lang).texts
    read = [text.question for text in texts.conditions.values()]
    for text in texts.questions.values():
        read += [text.question, *text.levels]

    minutes = Form(site(lang)).reading_minutes()

    assert minutes == ceil(len(" ".join(read).split()) / WORDS_A_MINUTE)


@pytest.mark.parametrize("day", ["2021-11-20", PAST])
def test_the_number_of_questions_is_that_of_those_shown(day: str) -> None:
    """A round's own questions are counted while it is ahead, and only then."""
    form = soup(Form(site("en", day)).self_check())
    shown = form.select("[id^=question-]:not([hidden])")
    (progress,) = form.select("[data-progress-text]")

    assert max(map(int, re.findall(r"\d+", progress.get_text()))) == len(shown)


@pytest.mark.parametrize("day", ["2021-11-20", PAST])
def test_a_theme_has_the_events_of_its_own_phase(day: str) -> None:
    """Whoever knows a theme is asked to the workshop of that theme."""
    slots = {theme["id"]: theme["slots"] for theme in script(site("en", day))["themes"]}

    assert slots == {"employment": ["workshop-1"], "human-rights": ["workshop-2"]}


@each_language
def test_a_teams_level_is_told_in_the_words_of_that_level(lang: Lang) -> None:
    """What a team amounts to is the wording of the self-check's own level 2."""
    open_, past = (
        {name: level["text"] for name, level in script(site(lang, day))["levels"].items()}
        for day in ("2021-11-20", PAST)
    )
    core = edition(lang).texts.questions["team-core"].levels[2]
    attendance = edition(lang).texts.questions["team-attendance"].levels[2]

    assert open_ == {"core": core, "attendance": attendance}
    assert past == {"core": core}  # no round, no events to have time for


@pytest.mark.parametrize("day", ["2021-11-20", PAST])
def test_a_phase_tells_its_own_events(day: str) -> None:
    """The box of a phase names its own event, and none of another phase."""
    box = soup(Schedule(site("en", day)).phase("employment")).get_text()
    titles = {event.id: event.title.en for event in FACTS.programme.joint}

    assert [id_ for id_, title in titles.items() if title in box] == ["workshop-1"]


def test_information_comes_before_interviews() -> None:
    """Without dates the schedule begins with the information session, then the interviews."""
    context = site("en", PAST)
    info = FACTS.programme.event("info").title.en
    rows = soup(Schedule(context).schedule_table()).select("tbody td")

    assert rows[0].get_text().startswith(info)
    assert rows[1].get_text().startswith(context.word("schedule.interviews"))


@pytest.mark.parametrize("due", ["kick-off", "info"])
def test_what_is_given_is_due_at_a_later_event(due: str) -> None:
    """An assignment due at the event that gives it, or before it, is told."""
    first, *others = FACTS.round.assignments
    tasks = (first.model_copy(update={"due": due}), *others)

    told = list(disorder(FACTS.round.model_copy(update={"assignments": tasks})))

    assert [(place, found) for place, found, _ in told] == [(("assignments", 0, "due"), due)]


def test_an_end_may_be_known_less_exactly() -> None:
    """What began in April 2021 may have ended in 2021, if no source tells the month."""
    text = {"fi": "a", "sv": "a", "en": "a"}
    span = {"id": "a", "story": "a", "when": "2021-04", "until": "2021", "source": "a"}

    assert Milestone.model_validate({**span, "text": text}).until == "2021"


def test_events_are_drawn_below_bars() -> None:
    """In a phase that has both, no point lies on a bar."""
    rows = draw_round(FACTS.round, "en", site("en").phrases("timeline."), 740).rows
    both = [row for row in rows if row.bars and row.points]

    assert both
    for row in both:
        lowest = max(bar.rect.y + bar.rect.height for bar in row.bars)
        assert all(point.y > lowest for point in row.points)


def test_what_is_withheld_is_drawn_beside_what_is_paid() -> None:
    """Of 400 pixels, 85 % are paid and the rest begins where these end."""
    drawn = draw(0.85, [Bonus(1, "", "")], Labels("", "", "", "", "", ""), 400)
    (withheld,) = (bar for bar in drawn.bars if bar.kind == "withheld")

    assert (withheld.x, withheld.width) == (340, 59)
