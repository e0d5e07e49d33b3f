"""The operating model's drawings, tables and sheet, in every language, from the site's facts."""

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros import formats
from macros.context import Context
from macros.drawing.flow import Efforts, Flow, circle, efforts, stairs, wrap
from macros.drawing.shapes import LETTER
from macros.model.documents import FactError
from macros.model.facts import Facts
from macros.model.load import facts
from macros.pages.process import Process
from selfcheck.model import LANGS, Lang
from tests.macros.sites import copy_made

WIDTHS = (740, 300)

# What is replaced in process.yaml, by what, and what is told: the place and what belongs there.
DEFECTS = {
    "a missing translation": (
        '{fi: "Talousarvio", sv: "Budget", en: "Budget"}',
        '{fi: "Talousarvio", sv: "Budget"}',
        ("strategy.steps[4].name.en", "this field; add it"),
    ),
    "an effort off the scale": (
        "today: 3",
        "today: 4",
        ("process.steps[2].today", "less than or equal to 3"),
    ),
    "a level without its word": (
        '    - {fi: "eniten", sv: "mest", en: "most"}\n',
        "",
        ("process.levels", "at least 3 items"),
    ),
    "numbers that do not come out even": (
        "person_hours: 800",
        "person_hours: 700",
        ("sheet.numbers", "a whole number of people"),
    ),
    "a number that nobody gives": (
        "{years} vuodeksi",
        "{decades} vuodeksi",
        ("sheet", "decades"),
    ),
    "a number left out of a translation": (
        "{years} år och är",
        "tre år och är",
        ("sheet", "the same numbers in all three languages of row object"),
    ),
    "a source that is not there": (
        "source: info-slides",
        "source: no-such-source",
        ("model.source", "info-slides"),
    ),
}


@pytest.fixture(scope="module")
def loaded() -> Facts:
    """The site's facts, read once."""
    return facts()


def macros(loaded: Facts, lang: Lang) -> Process:
    """The macros of one language."""
    return Process(Context(loaded, lang, date(2026, 11, 21), lambda: "operating-model/", ".."))


def shown(html: str) -> Tag:
    """What a macro wrote, parsed."""
    return BeautifulSoup(html, "html.parser")


def told(tag: Tag) -> str:
    """The text of a part of a page, with single spaces."""
    return re.sub(r"\s+", " ", tag.get_text(" ")).strip()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("figure", ["model_figure", "strategy_figure", "process_figure"])
def test_every_drawing_has_its_title(loaded: Facts, lang: Lang, figure: str) -> None:
    """A drawing is an image with a title of its own, for wide and for narrow screens."""
    drawings = shown(getattr(macros(loaded, lang), figure)()).find_all("svg")

    assert len(drawings) == len(WIDTHS)
    for drawing in drawings:
        assert drawing["role"] == "img"
        assert drawing.title is not None
        assert drawing["aria-labelledby"] == drawing.title["id"]
        assert told(drawing.title)
    assert len({drawing["aria-labelledby"] for drawing in drawings}) == len(drawings)


@pytest.mark.parametrize("lang", LANGS)
def test_chains_are_told_as_lists(loaded: Facts, lang: Lang) -> None:
    """Whoever does not see a chain reads the same steps in the same order, and what they mean."""
    process = macros(loaded, lang)
    for chain, html in (
        (loaded.process.model, process.model_figure()),
        (loaded.process.strategy, process.strategy_figure()),
    ):
        expected = [f"{step.name.to(lang)}. {step.text.to(lang)}" for step in chain.steps]

        assert expected == [
            told(item).replace(" . ", ". ") for item in shown(html).select("ol > li")
        ]


@pytest.mark.parametrize("lang", LANGS)
def test_stages_are_told_as_a_table(loaded: Facts, lang: Lang) -> None:
    """The table tells each stage's name, effort now, effort aimed at, and what is done in it."""
    process = loaded.process.process
    rows = shown(macros(loaded, lang).process_figure()).select("tbody tr")

    for step, row in zip(process.steps, rows, strict=True):
        now, aim = (process.levels[level - 1].to(lang) for level in (step.today, step.aim))
        effort = f"{process.today.to(lang)}: {now} {process.aim.to(lang)}: {aim}"
        assert [step.name.to(lang), effort, step.text.to(lang)] == [
            told(cell) for cell in row.find_all(["th", "td"])
        ]


def test_effort_is_to_be_spread(loaded: Facts) -> None:
    """The message of the source: more effort before tendering and during the contract."""
    steps = loaded.process.process.steps
    today, aim = [step.today for step in steps], [step.aim for step in steps]

    assert max(today) == steps[2].today
    assert max(aim) - min(aim) < max(today) - min(today)
    assert all(step.aim > step.today for step in (steps[0], steps[1], steps[3]))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", WIDTHS)
def test_names_fit_their_boxes(loaded: Facts, lang: Lang, width: int) -> None:
    """No line of text is wider than its box, no box is taller or wider than its drawing."""
    process = loaded.process
    stages = [(step.name.to(lang), step.today, step.aim) for step in process.process.steps]
    drawings: list[Flow | Efforts] = [
        circle([step.name.to(lang) for step in process.model.steps], width),
        stairs([step.name.to(lang) for step in process.strategy.steps], width),
        efforts(stages, (process.process.today.to(lang), process.process.aim.to(lang)), width),
    ]
    for drawing in drawings:
        for box in drawing.boxes:
            assert max(len(line.text) for line in box.lines) * LETTER <= box.width
            assert box.x + box.width <= drawing.width
            assert box.y + box.height <= drawing.height


def test_bars_are_as_tall_as_the_effort() -> None:
    """Bars stand in proportion to the levels, in the wide drawing and in the narrow one."""
    stages = [("Plan", 1, 2), ("Tender", 3, 2)]
    wide = [bar.height for bar in efforts(stages, ("now", "aim"), 740).bars]
    narrow = [bar.width for bar in efforts(stages, ("now", "aim"), 300).bars]

    assert [height / wide[0] for height in wide] == [1, 2, 3, 2]
    assert [round(width / narrow[0], 6) for width in narrow] == [1, 2, 3, 2]


def test_long_words_stay_whole() -> None:
    """A line breaks between words only."""
    assert wrap("Vaikuttavuuden ennakkoarviointi", 60) == ("Vaikuttavuuden", "ennakkoarviointi")


@pytest.mark.parametrize("lang", LANGS)
def test_sheet_is_empty_and_its_example_full(loaded: Facts, lang: Lang) -> None:
    """The sheet asks and leaves room; the example answers the same points, with no brace left."""
    process, rows = macros(loaded, lang), loaded.process.sheet.rows
    empty = shown(process.assessment_sheet()).select("tbody tr")
    full = shown(process.assessment_example()).select("tbody tr")

    assert [f"{row.name.to(lang)} {row.ask.to(lang)}" for row in rows] == [
        told(line.select("th")[0]) for line in empty
    ]
    assert not any(told(line.select("td")[0]) for line in empty)
    assert [row.name.to(lang) for row in rows] == [told(line.select("th")[0]) for line in full]
    assert all(told(line.select("td")[0]) for line in full)
    assert "{" not in process.assessment_example()


@pytest.mark.parametrize("lang", LANGS)
def test_example_can_be_recomputed(loaded: Facts, lang: Lang) -> None:
    """What the example claims follows from the numbers it shows."""
    numbers = loaded.process.sheet.numbers
    known = numbers.all

    assert known["budget"] * 100 == numbers.value * numbers.share
    assert known["hours"] * numbers.hour_cost == known["budget"]
    assert known["people"] * numbers.person_hours == known["hours"]
    assert known["all_people"] == known["people"] * numbers.years
    assert formats.number(known["budget"], lang) == macros(loaded, lang).example("budget")


def test_unknown_number_of_the_example_is_refused(loaded: Facts) -> None:
    """A page that asks for a number the example does not have stops the build."""
    with pytest.raises(KeyError):
        macros(loaded, "fi").example("profit")


@pytest.mark.parametrize("name", DEFECTS)
def test_defect_is_told(tmp_path: Path, name: str) -> None:
    """Each defect of process.yaml stops the build and is told with its place and what belongs."""
    old, new, (place, expected) = DEFECTS[name]
    folder = tmp_path / "facts"
    copy_made(folder)
    file = folder / "process.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(FactError) as raised:
        facts(folder)

    assert [place] == [fault.place for fault in raised.value.faults]
    assert expected in raised.value.faults[0].expected
    assert raised.value.faults[0].file.endswith("process.yaml")
