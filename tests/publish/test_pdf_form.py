"""The worksheet of the PDF edition: choices that a reader makes in it, and lines for a pen."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup

from macros.self_check import EXAMPLES
from selfcheck.bank import load, load_texts
from selfcheck.jsontext import canonical
from selfcheck.model import Bank, Lang, numbers
from selfcheck.scoring.score import score
from selfcheck.scoring.tally import tally
from selfcheck.sheets.reading import read as read_file
from tests.publish.filling import buttons, fields, fill, read, values


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The self-check's own bank, without what is asked only before a round."""
    whole = load()
    return replace(whole, questions=tuple(asked for asked in whole.questions if not asked.round))


@pytest.fixture
def pdf(built_site: Path, lang: Lang) -> Iterator[pikepdf.Pdf]:
    """The book in each language, opened."""
    with pikepdf.open(built_site / "pdf" / f"soske-{lang}.pdf") as opened:
        yield opened


def test_choices_for_every_id(pdf: pikepdf.Pdf, bank: Bank) -> None:
    """Every condition and question is answered under its own id; no text is typed."""
    assert set(fields(pdf)) == {*bank.ids, "theme"}
    assert len(pdf.Root.AcroForm.Fields.as_list()) == len(fields(pdf))


def test_options_are_the_banks(pdf: pikepdf.Pdf, bank: Bank) -> None:
    """A group of buttons can be set to what the bank allows, in the same order, and is empty."""
    for id_, allowed in {**bank.standings, **bank.answers}.items():
        group = fields(pdf)[id_]
        assert list(buttons(group)) == [str(value) for value in allowed]
        assert str(group.V) == "/Off"


def test_group_is_named_by_its_question(pdf: pikepdf.Pdf, bank: Bank, lang: Lang) -> None:
    """A screen reader says the question for the group, with its number, and each option's words."""
    asked, number = load_texts(load(), lang).questions, numbers(bank)
    for question in bank.questions:
        group = fields(pdf)[question.id]
        assert str(group.TU) == f"{number[question.id]} {asked[question.id].question}"
        assert all(str(button.TU) for button in buttons(group).values())


def test_buttons_belong_to_their_group(pdf: pikepdf.Pdf, bank: Bank) -> None:
    """A button has no name of its own: readers would take it for another field."""
    for id_ in bank.ids:
        for button in buttons(fields(pdf)[id_]).values():
            assert "/T" not in button
            assert str(button.Parent.T) == id_
            assert str(button.AS) == "/Off"


@pytest.mark.parametrize("name", ["small-municipality", "large-city", "joint-universities"])
def test_filled_form_scores_like_the_file(
    pdf: pikepdf.Pdf, bank: Bank, lang: Lang, name: str
) -> None:
    """A form filled in, saved and read back gives the score of the same answers keyed in."""
    sheet = read_file((EXAMPLES / lang / f"{name}.json").read_bytes(), load())
    answers = {id_: answer for id_, answer in sheet.answers.items() if id_ in bank.ids}
    keyed = replace(sheet, organisation="", role="", evidence={}, answers=answers)
    fill(pdf, values(keyed))
    saved = BytesIO()
    pdf.save(saved)
    with pikepdf.open(saved) as again:
        filled = read(again, bank)
    assert filled.theme == keyed.theme
    assert canonical(score(tally(bank, filled))) == canonical(score(tally(bank, keyed)))


def test_empty_form_is_an_unanswered_sheet(pdf: pikepdf.Pdf, bank: Bank) -> None:
    """What nobody has filled in reads as nothing answered."""
    sheet = read(pdf, bank)
    assert sheet.theme is None
    assert not sheet.answers
    assert not sheet.conditions


def test_buttons_are_drawn(pdf: pikepdf.Pdf, bank: Bank) -> None:
    """A button brings its own dot, and a reader is not asked to draw one of its own."""
    assert "/NeedAppearances" not in pdf.Root.AcroForm
    for id_ in bank.ids:
        for value, button in buttons(fields(pdf)[id_]).items():
            assert b" f" in button.AP.N[f"/{value}"].read_bytes().replace(b"\n", b" ")
            assert button.AP.N.Off.read_bytes().strip() == b""


def test_lines_for_what_is_written(html: BeautifulSoup, bank: Bank) -> None:
    """Who answers and each evidence has a line, partners two, and nothing asks to be typed."""
    lines = html.select(".worksheet .worksheet__line")
    assert len(lines) == len(bank.ids) + 4
    assert not html.select("textarea, input:not([type=radio])")


def test_fields_follow_the_reading_order(pdf: pikepdf.Pdf, bank: Bank) -> None:
    """Tab leads through the questions in the order of the bank."""
    assert list(fields(pdf)) == ["theme", *bank.ids]
    assert all(str(page.Tabs) == "/S" for page in pdf.pages)
