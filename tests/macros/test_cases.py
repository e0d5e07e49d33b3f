"""The payment model's sums, the histories' dates, and what an editor hears of a mistake in them."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.context import Context
from macros.drawing.payment import Bonus, Labels, draw
from macros.model.documents import FactError
from macros.model.load import facts
from macros.model.milestones import Milestone
from macros.model.payment import Payment
from macros.pages.cases import Cases, moment, told
from selfcheck.model import LANGS, Lang
from tests.macros.sites import FACTS, copy_made

_SITE = Context(facts(), "fi", facts().site.edition, lambda: "cases/tampere/", ".")


@pytest.fixture
def payment() -> Payment:
    """The payment model that the pages show."""
    return _SITE.facts.payment


def _cells(html: str) -> list[list[str]]:
    rows = BeautifulSoup(html, "lxml").select("tbody tr")
    return [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in rows]


def test_the_worked_example_is_the_formula() -> None:
    """Pay is 0.85·p·days + p·(70a + 50b + 30c + 20d + 20e), to the cent."""
    payment = FACTS.payment
    example = payment.example
    p, days = example.price, example.days
    a, b, c, d, e = (example.achieved[outcome.id] for outcome in payment.outcomes)
    by_formula = Decimal("0.85") * p * days + p * (70 * a + 50 * b + 30 * c + 20 * d + 20 * e)
    assert payment.total == by_formula


def test_each_outcome_makes_up_for_so_many_days() -> None:
    """A bonus equals the withheld part of as many client-days as its multiple divided by 15 %."""
    made = FACTS.payment
    days = [float(round(made.break_even(outcome), 1)) for outcome in made.outcomes]
    assert days == [466.7, 333.3, 200.0, 133.3, 133.3]


def test_break_even_means_neither_gain_nor_loss(payment: Payment) -> None:
    """At the break-even number of days, retained pay and one bonus equal full pay, exactly."""
    for outcome in payment.outcomes:
        withheld = payment.break_even(outcome) * Fraction(payment.withheld)
        assert withheld == outcome.multiplier


def test_the_page_says_of_the_example_what_is_true(payment: Payment) -> None:
    """The text calls it a slight gain, and a clear loss had nobody reached the open market."""
    example, best = payment.example, payment.outcomes[0]
    gain = payment.total - payment.by_the_day
    lost = payment.for_outcome(best, example.price, example.achieved[best.id])
    assert 0 < gain < payment.by_the_day / 50
    assert gain - lost < -payment.by_the_day / 50


def test_the_tables_lines_add_up(payment: Payment) -> None:
    """The lines of the worked table make its total, and the rest compares it with full pay."""
    *lines, total, full, difference = [
        Decimal(re.sub(r"[^\d-]", "", row[-1].replace("−", "-")))
        for row in _cells(Cases(_SITE).payment_example())
    ]
    assert sum(lines) == total == payment.total
    assert difference == total - full == payment.total - payment.by_the_day


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_tells_what_the_drawing_shows(lang: Lang) -> None:
    """Every multiple and share that is drawn stands in the table below it too."""
    soup = BeautifulSoup(Cases(replace(_SITE, lang=lang)).payment_model(), "lxml")
    table = soup.select_one("table")
    assert isinstance(table, Tag)
    for drawing in soup.select("svg"):
        drawn = [text.get_text() for text in drawing.select(".payment__within")]
        numbers = [text.split()[0].removesuffix("%") for text in drawn]
        assert len(numbers) == 7
        assert all(number in table.get_text() for number in numbers)


def test_bars_of_outcomes_are_to_one_scale() -> None:
    """An outcome that pays half as much has a bar half as long; the longest fills the width."""
    labels = Labels("", "", "", "", "", "")
    drawing = draw(0.85, [Bonus(70, "", ""), Bonus(35, "", "")], labels, 350)
    assert [bar.width for bar in drawing.bars if bar.kind == "bonus"] == [350, 175]
    assert all(bar.x + bar.width <= drawing.width for bar in drawing.bars)


@pytest.mark.parametrize("lang", LANGS)
def test_texts_fit_their_bars(payment: Payment, lang: Lang) -> None:
    """On a narrow screen the text within the shortest bar and each label stay in the drawing."""
    shortest = min(outcome.multiplier for outcome in payment.outcomes)
    longest = max(outcome.multiplier for outcome in payment.outcomes)
    within = replace(_SITE, lang=lang).word("payment.times", times=shortest)
    assert 10 + len(within) * 7.4 <= shortest / longest * 350
    assert all(len(outcome.short.to(lang)) * 7.4 <= 350 for outcome in payment.outcomes)


@pytest.mark.parametrize(
    ("when", "fi", "sv", "en"),
    [
        ("2016", "2016", "2016", "2016"),
        ("2016-06", "6/2016", "juni 2016", "June 2016"),
        ("2017-01-10", "10.1.2017", "10.1.2017", "10 January 2017"),
    ],
)
def test_dates_are_as_exact_as_known(when: str, fi: str, sv: str, en: str) -> None:
    """A year stays a year and a month a month, in each language's own form."""
    assert [moment(when, lang) for lang in LANGS] == [fi, sv, en]


def test_spans_are_written_in_each_languages_form() -> None:
    """A span of words has spaces around its dash, a span of numbers has none."""
    text = {"fi": "a", "sv": "a", "en": "a"}
    span = {"id": "a", "story": "a", "when": "2021-04", "until": "2023-03", "source": "a"}
    stone = Milestone.model_validate({**span, "text": text})
    written = [told(stone, lang) for lang in LANGS]
    assert written == ["4/2021–3/2023", "april 2021 – mars 2023", "April 2021 – March 2023"]


def test_an_unknown_story_stops_the_build() -> None:
    """A page cannot list the history of a story that has none."""
    with pytest.raises(KeyError):
        Cases(_SITE).milestones("turku")


@pytest.mark.parametrize(
    ("file", "right", "wrong", "place"),
    [
        ("payment", "withheld: 0.15", "withheld: 15", "withheld"),
        ("payment", "price: 80, quality: 20", "price: 80, quality: 30", "award.quality"),
        ("payment", "multiplier: 50", "multiplier: many", "outcomes[1].multiplier"),
        ("payment", "try-out: 3}", "tryout: 3}", "example"),
        ("payment", "source: employment-webinar", "source: webinar", "source"),
        ("milestones", 'when: "2016-11"', 'when: "2016-13"', "milestones[2].when"),
        ("milestones", "id: tampere-start", "id: tampere-still", "milestones[7].id"),
        ("services", "source: employment-webinar", "source: webinar", "source"),
    ],
)
def test_a_defect_is_told_with_its_place(
    tmp_path: Path, file: str, right: str, wrong: str, place: str
) -> None:
    """A wrong value is told with its file, its line and its place in the file."""
    copy_made(tmp_path / "facts")
    path = tmp_path / "facts" / f"{file}.yaml"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(FactError) as raised:
        facts(tmp_path / "facts")
    (fault,) = raised.value.faults
    assert (fault.file, fault.place) == (f"macros/facts/{file}.yaml", place)
    line = path.read_text("utf-8").splitlines()[fault.line - 1]
    assert place.rpartition(".")[2] in line
