"""What pages tell in each state: with the dates of a round ahead, or of the programme without."""

import re
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from bs4 import BeautifulSoup

from macros import formats
from macros.context import Context
from macros.drawing.timeline import Timeline, draw_programme
from macros.model.rounds import STATES, State
from macros.pages.form import Form
from macros.pages.history import History
from macros.pages.lists import Lists
from macros.pages.prose import Prose
from macros.pages.schedule import Schedule
from macros.pages.team_builder import TeamBuilder
from selfcheck.model import LANGS, Lang
from tests.macros.sites import FACTS, site

ROUND, PROGRAMME = FACTS.round, FACTS.programme
DAYS = {
    "coming": "2021-11-09",
    "open": "2021-11-20",
    "closed": "2021-12-11",
    "running": "2022-02-01",
    "past": "2022-04-07",
}
JOINT = [event.id for event in ROUND.joint]
YEAR = re.compile(r"\b20\d\d\b")

each_language = pytest.mark.parametrize("lang", LANGS)
each_state = pytest.mark.parametrize("state", STATES)


def test_every_state_is_tried() -> None:
    """The days below stand for all states that a round can be in."""
    assert tuple(DAYS) == STATES == get_args(State)


def told(context: Context) -> dict[str, str]:
    """All that pages say of when things happen, as plain text by macro and argument."""
    prose, schedule = Prose(context), Schedule(context)
    said = {
        **{f"when {event}": prose.when(event) for event in JOINT},
        **{f"day {day}": prose.day(day) for day in ("opens", "closes", "starts", "ends")},
        **{f"line {event}": schedule.date_line(event) for event in JOINT},
        **{f"phase {phase.id}": schedule.phase(phase.id) for phase in PROGRAMME.phases},
        "application": prose.application(),
        "interviews": prose.weeks(),
        "period": prose.period(),
        "title": prose.round_title(),
        "table": schedule.schedule_table(),
        "timeline": schedule.timeline(),
        "calendar": schedule.calendar(),
        "team": BeautifulSoup(TeamBuilder(context).team_builder(), "lxml")
        .select(".team-worksheet")[0]
        .get_text(" "),
    }
    return {key: BeautifulSoup(text, "lxml").get_text(" ") for key, text in said.items()}


@each_language
@each_state
def test_dates_stand_on_pages_while_a_round_is_ahead(lang: Lang, state: State) -> None:
    """Each joint event has its own date until the round is past, and then no year is named."""
    context = site(lang, DAYS[state], "schedule/")

    said = told(context)

    for event in ROUND.joint:
        day = formats.day(event.day, lang)
        ahead = state != "past"
        places = (f"when {event.id}", f"line {event.id}", f"phase {event.phase}", "table", "team")
        for key in places:
            assert (day in said[key]) == ahead, key
    if state == "past":
        assert [key for key, text in said.items() if YEAR.search(text)] == []


@each_language
def test_without_a_round_the_programme_is_told(lang: Lang) -> None:
    """Where no round is ahead each joint event has its week and its length instead."""
    context = site(lang, DAYS["past"], "schedule/")
    said = told(context)

    for event in PROGRAMME.joint:
        week = context.word("schedule.week", weeks=event.week)
        length = context.word("phase.hours", hours=event.hours)
        assert week in said[f"when {event.id}"]
        assert length in said[f"when {event.id}"]
        assert week in said["table"]
        assert week in said[f"phase {event.phase}"]
        assert context.word("undated.line") == said[f"line {event.id}"]


@each_language
@each_state
def test_a_calendar_is_offered_for_dates_ahead_alone(lang: Lang, state: State) -> None:
    """No calendar of past dates is linked, neither by the schedule nor by the team page."""
    context = site(lang, DAYS[state], "self-check/team/")
    schedule = BeautifulSoup(Schedule(context).calendar(), "lxml")
    page = TeamBuilder(context).team_builder()
    team = BeautifulSoup(page, "lxml")

    offered = [bool(schedule.select("a")), bool(team.select("[data-action=calendar]"))]
    offered += ['data-row-action="calendar"' in page]

    assert offered == [state != "past"] * 3
    assert bool(team.select_one("#team-builder")["data-calendar"]) == (state != "past")  # type: ignore[index]


@each_language
@each_state
def test_the_state_is_told(lang: Lang, state: State) -> None:
    """One notice shows; that of the past says whom to ask, and that the organiser is no more."""
    context = site(lang, DAYS[state], "")
    box = BeautifulSoup(Schedule(context).round_state(), "lxml")

    (shown,) = box.select("[data-state]:not([hidden])")
    assert shown["data-state"] == state
    assert (context.organisation(FACTS.site.advice) in shown.get_text()) == (state == "past")
    assert (Prose(context).ended(PROGRAMME.organiser) in shown.get_text()) == (state == "past")


@each_language
def test_an_organiser_that_still_works_is_not_said_to_have_ended(lang: Lang) -> None:
    """Once another body runs the rounds, nothing is said of an end."""
    programme = PROGRAMME.model_copy(update={"organiser": FACTS.site.advice})
    context = replace(site(lang, DAYS["past"]), facts=replace(FACTS, programme=programme))

    box = BeautifulSoup(Schedule(context).round_state(), "lxml").select_one("[data-state=past]")

    assert box
    assert not re.search(r"30[. ]\S*[9S]", box.get_text())


@each_language
@each_state
def test_lengths_hold_with_and_without_dates(lang: Lang, state: State) -> None:
    """The hours of the programme are those of the round: pages say the same without a round."""
    prose, dated = Prose(site(lang, DAYS[state])), Prose(site(lang, DAYS["open"]))

    for what in ("joint", "sparring", *JOINT):
        assert prose.hours(what) == dated.hours(what)
    assert prose.places() == dated.places()


@each_language
@each_state
def test_the_form_names_a_round_only_while_it_is_ahead(lang: Lang, state: State) -> None:
    """The self-check tells the hours of the round ahead, or of the programme."""
    form = BeautifulSoup(Form(site(lang, DAYS[state], "self-check/")).self_check(), "lxml")

    hours = [text.get_text() for text in form.select(".remark:not([hidden])")]

    assert hours
    assert all((ROUND.name in text) == (state != "past") for text in hours)


@each_language
@each_state
def test_a_past_round_keeps_its_dates_on_its_own_page(lang: Lang, state: State) -> None:
    """Once it is past, the round's page has all its dates, whole."""
    page = History(site(lang, DAYS[state])).past_rounds()

    dates = [formats.when(event.day, event.times, lang) for event in ROUND.joint]
    dates += [formats.days(ROUND.application.opens, ROUND.application.closes, lang)]
    assert [text in page for text in dates] == [state == "past"] * len(dates)


def test_the_schedule_is_in_order_of_time() -> None:
    """However the file is sorted, the table goes from first to last."""
    turned = ROUND.model_copy(update={"events": ROUND.events[::-1]})
    context = replace(site("fi"), facts=replace(FACTS, rounds=(turned,)))

    rows = [
        " ".join(cell.get_text().split())
        for cell in BeautifulSoup(Schedule(context).schedule_table(), "lxml").select("tbody th")
    ]

    assert rows == [
        "10.11.2021 keskiviikko",
        "16.11.2021 tiistai",
        "viikot 47–50/2021",
        "10.12.2021 perjantai",
        "20.1.2022 torstai klo 9–11",
        "9.2.2022 keskiviikko klo 9–12",
        "9.3.2022 keskiviikko klo 13–16",
        "6.4.2022 keskiviikko klo 9–12",
    ]


def test_the_programme_is_in_order_of_weeks() -> None:
    """However the file is sorted, what comes before the programme stands first, then its weeks."""
    turned = PROGRAMME.model_copy(update={"events": PROGRAMME.events[::-1]})
    context = replace(site("en", DAYS["past"]), facts=replace(FACTS, programme=turned))

    rows = [
        cell.get_text()
        for cell in BeautifulSoup(Schedule(context).schedule_table(), "lxml").select(
            ".schedule__day"
        )
    ]

    assert rows[2:] == ["week 1", "week 4", "week 8", "week 12"]


@each_language
def test_rows_name_their_phase(lang: Lang) -> None:
    """Each line of the schedule has the number of its phase, with and without dates."""
    numbers = {phase.id: number for number, phase in enumerate(PROGRAMME.phases, 1)}
    for day in (DAYS["open"], DAYS["past"]):
        table = BeautifulSoup(Schedule(site(lang, day)).schedule_table(), "lxml")
        for row in table.select("tbody td"):
            for event in PROGRAMME.events:
                if row.get_text().startswith(event.title.to(lang)):
                    assert str(numbers[event.phase]) in row.select(".schedule__phase")[0].get_text()


@pytest.mark.parametrize(
    ("weeks", "shown"),
    [
        (("2021-W48", "2021-W48"), ("viikko 48/2021", "vecka 48/2021", "week 48 of 2021")),
        (
            ("2021-W47", "2021-W50"),
            ("viikot 47–50/2021", "veckorna 47–50/2021", "weeks 47–50 of 2021"),
        ),
    ],
)
def test_one_week_is_not_several(weeks: tuple[str, str], shown: tuple[str, str, str]) -> None:
    """The weeks of the interviews are told in the singular when there is one."""
    application = ROUND.application.model_copy(update={"interview_weeks": weeks})
    facts = replace(FACTS, rounds=(ROUND.model_copy(update={"application": application}),))

    told = tuple(Prose(replace(site(lang), facts=facts)).weeks() for lang in LANGS)

    assert told == shown


@each_language
@pytest.mark.parametrize("width", [350, 740])
def test_the_undated_timeline_fits(lang: Lang, width: float) -> None:
    """Every text of the timeline of weeks stays inside its drawing, and bars are to scale."""
    drawn = drawing(lang, width)
    for row in drawn.rows:
        for label in [bar.label for bar in row.bars] + [point.label for point in row.points]:
            left = label.x if label.anchor == "start" else label.x - label.width
            assert left >= 0
            assert left + label.width <= width
    xs = [row.points[0].x for row in drawn.rows if row.points]
    assert xs == pytest.approx([(7 * (w - 1) + 3) / 84 * width for w in (1, 4, 8, 12)], abs=0.1)


def drawing(lang: Lang, width: float) -> Timeline:
    """Draw the programme as the page does."""
    words = site(lang).phrases("timeline.")
    return draw_programme(PROGRAMME, lang, words, width)


def test_days_of_this_round_mean_what_they_say() -> None:
    """The days above are in the states that they stand for."""
    assert {state: ROUND.state(date.fromisoformat(day)) for state, day in DAYS.items()} == {
        state: state for state in STATES
    }


@each_language
@pytest.mark.parametrize("confirmed", [False, True])
def test_promises_stand_once_the_publisher_has_confirmed(lang: Lang, confirmed: bool) -> None:
    """Until then no name, no address for feedback and no reply in so many days is promised."""
    told = FACTS.site.model_copy(update={"confirmed": confirmed})
    context = replace(site(lang), facts=replace(FACTS, site=told))
    name = FACTS.organisation(FACTS.site.publisher).name.to(lang)
    statement = Lists(context).statement_facts()

    assert (Prose(context).publisher() == name) == confirmed
    assert (name in statement) == confirmed
    assert (FACTS.site.feedback.to(lang) in statement) == confirmed
    key = "statement.reply" if confirmed else "statement.reply.none"
    assert Prose(context).reply() == context.word(key, days=FACTS.site.statement.reply_days)
