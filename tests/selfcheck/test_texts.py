"""The words of the bank: complete, nothing foreign, nothing twice, in every language."""

from pathlib import Path

import pytest

from selfcheck.bank import check, load, load_texts
from selfcheck.errors import BankError
from selfcheck.model import LANGS

from .cases import TEXTS, write_bank


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_has_its_words(lang: str) -> None:
    """In the real bank each question has four levels and three steps, none of them empty."""
    bank = load()
    texts = load_texts(bank, lang)  # type: ignore[arg-type]

    assert list(texts.questions) == [question.id for question in bank.questions]
    for question in bank.questions:
        words = texts.questions[question.id]
        assert (len(words.levels), len(words.steps)) == (4, 3)
        assert (words.na is not None) == question.not_applicable


def test_all_languages_are_checked(tmp_path: Path) -> None:
    """Defects of several languages come in one list."""
    broken = TEXTS.replace('na = "pilot na."\n', "")
    write_bank(tmp_path, fi=broken, en=broken)

    with pytest.raises(BankError) as caught:
        check(tmp_path)

    assert [d.file for d in caught.value.defects] == ["bank/fi.toml", "bank/en.toml"]


def test_a_missing_language_is_a_defect(tmp_path: Path) -> None:
    """A bank without one of its languages is refused."""
    (write_bank(tmp_path) / "en.toml").unlink()

    with pytest.raises(BankError, match=r"bank/en\.toml: whole file"):
        check(tmp_path)
