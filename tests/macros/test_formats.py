"""Dates, times and numbers in each language's own form."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from macros import formats
from selfcheck.model import LANGS, Lang
from selfcheck.words import load_words
from tests.macros.sites import FACTS

type Forms = tuple[str, str, str]

NBSP = "\N{NO-BREAK SPACE}"


def at(clock: str) -> datetime:
    """Return a moment of the day."""
    return datetime.fromisoformat(f"2022-01-20T{clock}")


def forms(fi: str, sv: str, en: str) -> dict[Lang, str]:
    """Name a form in each language, with ~ for the space where no line may break."""
    return {lang: form.replace("~", NBSP) for lang, form in zip(LANGS, (fi, sv, en), strict=True)}


@pytest.mark.parametrize(
    ("day", "form"),
    [
        ("2022-01-20", forms("20.1.2022", "20.1.2022", "20 January 2022")),
        ("2021-11-10", forms("10.11.2021", "10.11.2021", "10 November 2021")),
        ("2022-04-06", forms("6.4.2022", "6.4.2022", "6 April 2022")),
    ],
)
def test_a_day(day: str, form: dict[Lang, str]) -> None:
    """A date has no leading zeros and, in English, the month in words."""
    assert {lang: formats.day(date.fromisoformat(day), lang) for lang in LANGS} == form


@pytest.mark.parametrize(
    ("first", "last", "form"),
    [
        (
            date(2021, 11, 10),
            date(2021, 12, 10),
            forms("10.11.–10.12.2021", "10.11.–10.12.2021", "10 November – 10 December 2021"),
        ),
        (
            date(2021, 12, 20),
            date(2022, 1, 5),
            forms(
                "20.12.2021–5.1.2022", "20.12.2021–5.1.2022", "20 December 2021 – 5 January 2022"
            ),
        ),
        (
            date(2027, 11, 10),
            date(2027, 11, 20),
            forms("10.–20.11.2027", "10.–20.11.2027", "10–20 November 2027"),
        ),
        (
            date(2027, 11, 10),
            date(2027, 11, 10),
            forms("10.11.2027", "10.11.2027", "10 November 2027"),
        ),
    ],
    ids=["one year", "two years", "one month", "one day"],
)
def test_a_range_of_days(first: date, last: date, form: dict[Lang, str]) -> None:
    """A range names no part of a date twice: not the year, nor the month, nor a single day."""
    assert {lang: formats.days(first, last, lang) for lang in LANGS} == form


def test_a_day_without_its_year() -> None:
    """The short form leaves out the year and shortens the English month."""
    expected = forms("20.1.", "20.1.", "20 Jan")

    assert {lang: formats.day_and_month(date(2022, 1, 20), lang) for lang in LANGS} == expected


def test_a_weekday() -> None:
    """A weekday is written as in the middle of a sentence."""
    expected = forms("torstai", "torsdag", "Thursday")

    assert {lang: formats.weekday(date(2022, 1, 20), lang) for lang in LANGS} == expected


@pytest.mark.parametrize(
    ("start", "end", "form"),
    [
        ("09:00", "11:00", forms("klo~9–11", "kl.~9–11", "9–11~am")),
        ("13:00", "16:00", forms("klo~13–16", "kl.~13–16", "1–4~pm")),
        ("09:30", "11:00", forms("klo~9.30–11", "kl.~9.30–11", "9:30–11~am")),
        ("14:00", "15:30", forms("klo~14–15.30", "kl.~14–15.30", "2–3:30~pm")),
        ("09:05", "10:00", forms("klo~9.05–10", "kl.~9.05–10", "9:05–10~am")),
        ("11:00", "13:00", forms("klo~11–13", "kl.~11–13", "11~am–1~pm")),
        ("11:30", "12:30", forms("klo~11.30–12.30", "kl.~11.30–12.30", "11:30~am–12:30~pm")),
        ("09:00", "12:00", forms("klo~9–12", "kl.~9–12", "9~am–12~noon")),
        ("12:00", "13:00", forms("klo~12–13", "kl.~12–13", "12–1~pm")),
        ("00:30", "02:00", forms("klo~0.30–2", "kl.~0.30–2", "12:30–2~am")),
    ],
)
def test_clock_times(start: str, end: str, form: dict[Lang, str]) -> None:
    """Clock times: 24 hours with a point, or 12 with am, pm or noon, told once where both share."""
    assert {lang: formats.clock(at(start), at(end), lang) for lang in LANGS} == form


def test_an_event() -> None:
    """An event is told by its date and clock times, or by its date alone."""
    events = map(FACTS.round.event, ("kick-off", "closing", "info"))
    told = {
        event.id: {lang: formats.when(event.day, event.times, lang) for lang in LANGS}
        for event in events
    }

    assert told == {
        "kick-off": forms("20.1.2022 klo~9–11", "20.1.2022 kl.~9–11", "20 January 2022, 9–11~am"),
        "closing": forms("6.4.2022 klo~9–12", "6.4.2022 kl.~9–12", "6 April 2022, 9~am–12~noon"),
        "info": forms("16.11.2021", "16.11.2021", "16 November 2021"),
    }


@pytest.mark.parametrize(
    ("first", "last", "form"),
    [
        ((2022, 1), (2022, 4), ("tammi–huhtikuu", "januari–april", "January–April")),
        ((2022, 3), (2022, 3), ("maaliskuu", "mars", "March")),
    ],
    ids=["several", "one"],
)
def test_months(first: tuple[int, int], last: tuple[int, int], form: Forms) -> None:
    """Months of one year share the year, and in Finnish the word for month."""
    ends = date(*first, 1), date(*last, 28)

    told = tuple(formats.months(*ends, lang) for lang in LANGS)

    assert told == tuple(f"{months} 2022" for months in form)


def test_months_of_two_years() -> None:
    """Months of two years each have their own."""
    ends = date(2021, 11, 1), date(2022, 2, 28)

    assert {lang: formats.months(*ends, lang) for lang in LANGS} == forms(
        "marraskuu 2021 – helmikuu 2022",
        "november 2021 – februari 2022",
        "November 2021 – February 2022",
    )


def test_month_names() -> None:
    """On its own a month has its full or its short name."""
    day = date(2022, 9, 1)

    assert {lang: formats.month(day, lang) for lang in LANGS} == forms(
        "syyskuu", "september", "September"
    )
    assert {lang: formats.month_short(day, lang) for lang in LANGS} == forms("syys", "sep.", "Sept")


@pytest.mark.parametrize(
    ("first", "last", "form"),
    [
        ("2021-W47", "2021-W50", forms("47–50/2021", "47–50/2021", "47–50 of 2021")),
        (
            "2021-W50",
            "2022-W02",
            forms("50/2021 – 2/2022", "50/2021 – 2/2022", "50 of 2021 – 2 of 2022"),
        ),
        ("2022-W03", "2022-W03", forms("3/2022", "3/2022", "3 of 2022")),
    ],
    ids=["one year", "two years", "one week"],
)
def test_weeks(first: str, last: str, form: dict[Lang, str]) -> None:
    """Weeks are numbers with their year; a single one is not a range."""
    assert {lang: formats.weeks(first, last, lang) for lang in LANGS} == form


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (6, forms("6", "6", "6")),
        (104_000, forms("104~000", "104~000", "104,000")),
        (1_250_000, forms("1~250~000", "1~250~000", "1,250,000")),
        (25.1, forms("25,1", "25,1", "25.1")),
        (3.0, forms("3", "3", "3")),
    ],
)
def test_numbers(value: float, form: dict[Lang, str]) -> None:
    """Thousands and decimals are set apart as each language does."""
    assert {lang: formats.number(value, lang) for lang in LANGS} == form


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (1, forms("yksi", "en", "one")),
        (6, forms("kuusi", "sex", "six")),
        (12, forms("kaksitoista", "tolv", "twelve")),
        (13, forms("13", "13", "13")),
    ],
)
def test_counts(value: int, form: dict[Lang, str]) -> None:
    """Counts up to twelve are words, larger ones figures."""
    assert {lang: formats.count(value, lang) for lang in LANGS} == form


@pytest.mark.parametrize(
    ("euros", "form"),
    [
        ("15000", forms("15~000~€", "15~000~€", "€15,000")),
        ("85042.5", forms("85~042,50~€", "85~042,50~€", "€85,042.50")),
        ("0.05", forms("0,05~€", "0,05~€", "€0.05")),
        ("-15000", forms("−15~000~€", "−15~000~€", "−€15,000")),
    ],
)
def test_sums(euros: str, form: dict[Lang, str]) -> None:
    """A sum has cents or none, never one decimal, and its sign stands before it."""
    assert {lang: formats.money(Decimal(euros), lang) for lang in LANGS} == form


@pytest.mark.parametrize(
    ("share", "form"),
    [
        ("0.251", forms("25,1~%", "25,1~%", "25.1%")),
        ("0.15", forms("15~%", "15~%", "15%")),
        ("1", forms("100~%", "100~%", "100%")),
    ],
)
def test_shares(share: str, form: dict[Lang, str]) -> None:
    """A share is told per cent with the decimals that it has."""
    assert {lang: formats.percent(Decimal(share), lang) for lang in LANGS} == form


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", ["2022-01-20", "2021-11-05"])
def test_the_report_writes_dates_as_pages_do(lang: Lang, day: str) -> None:
    """A date looks the same on a page and in the self-check's report that stands on it."""
    assert load_words(lang).date(day) == formats.day(date.fromisoformat(day), lang)
