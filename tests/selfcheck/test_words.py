"""The tool's own phrases, and numbers and dates in three languages."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros import formats
from selfcheck import words
from selfcheck.errors import BankError
from selfcheck.model import LANGS, Lang
from selfcheck.words import check_words, load_words

HOME = Path(words.__file__).parent


@pytest.mark.parametrize(
    ("lang", "number", "span", "date"),
    [
        ("fi", "48,3", "0,0–100,0", "6.1.2026"),
        ("sv", "48,3", "0,0–100,0", "6.1.2026"),
        ("en", "48.3", "0.0–100.0", "6 January 2026"),
    ],
)
def test_numbers_and_dates(lang: Lang, number: str, span: str, date: str) -> None:
    """Scores, ranges and dates are written as the language does."""
    phrases = load_words(lang)

    assert phrases.number(48.3) == number
    assert phrases.span({"low": 0.0, "high": 100.0}) == span
    assert phrases.span({"low": 48.3, "high": 48.3}) == number
    assert phrases.date("2026-01-06") == date


@pytest.mark.parametrize("lang", LANGS)
def test_no_straight_quotes(lang: Lang) -> None:
    """Prose has the quotation marks of its language, never straight ones."""
    phrases = load_words(lang).phrases.values()

    assert not [phrase for phrase in phrases if '"' in phrase or "'" in phrase]


@pytest.mark.parametrize(
    ("old", "new", "place", "found"),
    [
        ("[band]\n", '[band]\nextra = "x"\n', "band.extra", "a plain phrase"),
        ("{score}", "{points}", "band.overall-sure", "a phrase with {points}"),
        ("{score}", "{score", "band.overall-sure", "a phrase with a broken placeholder"),
        ("[report]\ntitle", "[report]\ntitel", "report.title", "no such phrase"),
    ],
)
def test_three_files_are_alike(tmp_path: Path, old: str, new: str, place: str, found: str) -> None:
    """Another key or placeholder in one language is told with file and key."""
    for file in HOME.glob("*.toml"):
        shutil.copy(file, tmp_path)
    english = tmp_path / "en.toml"
    text = english.read_text(encoding="utf-8")
    assert old in text
    english.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(BankError) as caught:
        check_words(tmp_path)

    (defect, *_) = [d for d in caught.value.defects if d.place == place]
    assert defect.file == "words/en.toml"
    assert defect.found.startswith(found)


@pytest.mark.parametrize("lang", LANGS)
def test_days_are_written_as_on_the_pages(lang: Lang) -> None:
    """A report and the page it stands on have one form of a date, in every month."""
    for month in range(1, 13):
        there = date(2026, month, 9)
        assert load_words(lang).date(there.isoformat()) == formats.day(there, lang)


def test_the_shipped_files_are_alike() -> None:
    """The three languages have the same keys and placeholders."""
    check_words()
