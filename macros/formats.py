"""Dates, times and numbers in each language's own form.

Finnish ``20.1.2022 klo 9–11``, Swedish ``20.1.2022 kl. 9–11``, English
``20 January 2022, 9–11 am``. All clock times are Finnish time; the pages say so.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from selfcheck.model import Lang

type Number = int | float | Decimal


@dataclass(frozen=True)
class _Form:
    """How a language writes dates: its CLDR locale, and patterns with parts of a date left out.

    Each language has one long form, used everywhere (the self-check's report has the same in
    ``selfcheck/words``), and one short form without the year for where room is scarce.
    """

    locale: str
    day: str
    within_year: str
    within_month: str
    dash: str
    short: str


# Swedish as used in Finland writes dates with points, as Finnish does.
_POINTS = ("d.M.y", "d.M.", "d.", "–", "d.M.")
_FORMS = {
    "fi": _Form("fi_FI", *_POINTS),
    "sv": _Form("sv_FI", *_POINTS),
    "en": _Form("en_GB", "d MMMM y", "d MMMM", "d", " – ", "d MMM"),
}
_MINUS = "\N{MINUS SIGN}"
_COUNTS = {
    "fi": """yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen
        yksitoista kaksitoista""",
    "sv": "en två tre fyra fem sex sju åtta nio tio elva tolv",
    "en": "one two three four five six seven eight nine ten eleven twelve",
}


def day(value: date, lang: Lang) -> str:
    """Write a date: ``20.1.2022`` or ``20 January 2022``."""
    return _written(value, _FORMS[lang].day, lang)


def days(first: date, last: date, lang: Lang) -> str:
    """Write a range of days, no part of a date twice: ``10.11.–10.12.2021``, ``10–20 May 2027``."""
    form = _FORMS[lang]
    if first == last:
        return day(last, lang)
    if first.year != last.year:
        return f"{day(first, lang)}{form.dash}{day(last, lang)}"
    if first.month != last.month:
        return f"{_written(first, form.within_year, lang)}{form.dash}{day(last, lang)}"
    return f"{_written(first, form.within_month, lang)}–{day(last, lang)}"


def day_and_month(value: date, lang: Lang) -> str:
    """Write a date without its year: ``20.1.`` or ``20 Jan``."""
    return _written(value, _FORMS[lang].short, lang)


def weekday(value: date, lang: Lang) -> str:
    """Write the name of the day of the week."""
    return _written(value, "cccc", lang)


def month(value: date, lang: Lang) -> str:
    """Write the name of a month on its own."""
    return _written(value, "LLLL", lang)


def month_short(value: date, lang: Lang) -> str:
    """Write the short name of a month on its own."""
    return _written(value, "LLL", lang)


def months(first: date, last: date, lang: Lang) -> str:
    """Write a range of months: ``tammi–huhtikuu 2022``, ``January–April 2022``."""
    start, end = month(first, lang), month(last, lang)
    if (first.year, first.month) == (last.year, last.month):
        return f"{end} {last.year}"
    if first.year != last.year:
        return f"{start} {first.year} – {end} {last.year}"
    if lang == "fi":
        start = start.removesuffix("kuu")
    return f"{start}–{end} {last.year}"


def weeks(first: str, last: str, lang: Lang) -> str:
    """Write a range of ISO weeks: ``47–50/2021``, ``47–50 of 2021``."""
    (year, start), (last_year, end) = first.split("-W"), last.split("-W")
    of = " of " if lang == "en" else "/"
    if first == last:
        return f"{int(start)}{of}{year}"
    if year != last_year:
        return f"{int(start)}{of}{year} – {int(end)}{of}{last_year}"
    return f"{int(start)}–{int(end)}{of}{year}"


def clock(start: datetime, end: datetime, lang: Lang) -> str:
    """Write a range of clock times: ``klo 9–11``, ``kl. 9–11``, ``9–11 am``."""
    if lang == "en":
        first = _twelve_hours(start)
        if (start.hour < 12) == (end.hour < 12):
            first = first.rsplit(maxsplit=1)[0]
        return f"{first}–{_twelve_hours(end)}"
    word = "klo" if lang == "fi" else "kl."
    return f"{word}\N{NO-BREAK SPACE}{_points(start)}–{_points(end)}"


def when(value: date, times: tuple[datetime, datetime] | None, lang: Lang) -> str:
    """Write a date, and the clock times where they are known."""
    written = day(value, lang)
    if times is None:
        return written
    separator = ", " if lang == "en" else " "
    return f"{written}{separator}{clock(*times, lang)}"


def number(value: Number, lang: Lang) -> str:
    """Write a number with the language's separators: ``104 000``, ``25,1``, ``104,000``."""
    return format_decimal(value, locale=_FORMS[lang].locale)


def percent(share: Decimal, lang: Lang) -> str:
    """Write a share, of which 1 is the whole, per cent: ``25,1 %`` or ``25.1%``."""
    return format_percent(share, locale=_FORMS[lang].locale, decimal_quantization=False)


def money(euros: Decimal, lang: Lang) -> str:
    """Write a sum in euros, with cents unless it is whole: ``1 250 €``, ``85 042,50 €``."""
    locale = _FORMS[lang].locale
    pattern = Locale.parse(locale).currency_formats["standard"].pattern
    if euros == euros.to_integral_value():
        pattern = pattern.replace(".00", "")
    sum_ = format_currency(euros, "EUR", pattern, locale=locale, currency_digits=False)
    return sum_.replace("-", _MINUS)  # babel writes a hyphen


def count(value: int, lang: Lang) -> str:
    """Write a count from 1 to 12 as a word, any other ``value`` in figures."""
    words = _COUNTS[lang].split()
    return words[value - 1] if 0 < value <= len(words) else number(value, lang)


def _points(moment: datetime) -> str:
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else f"{moment.hour}"


def _twelve_hours(moment: datetime) -> str:
    if (moment.hour, moment.minute) == (12, 0):
        return "12\N{NO-BREAK SPACE}noon"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    half = "am" if moment.hour < 12 else "pm"
    return f"{moment.hour % 12 or 12}{minutes}\N{NO-BREAK SPACE}{half}"


def _written(value: date, pattern: str, lang: Lang) -> str:
    return format_date(value, pattern, locale=_FORMS[lang].locale)
