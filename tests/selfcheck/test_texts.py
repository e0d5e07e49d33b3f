"""The words of the bank: complete, nothing foreign, nothing twice, in every language."""

from pathlib import Path

import pytest

from selfcheck.bank import load
from selfcheck.errors import BankError, Defect
from selfcheck.model import LANGS
from selfcheck.texts import check, load_texts

from .cases import TEXTS, write_bank


def defects(folder: Path, old: str, new: str) -> tuple[Defect, ...]:
    """List the defects of the small bank after one replacement in its Swedish words."""
    assert old in TEXTS
    write_bank(folder, sv=TEXTS.replace(old, new, 1))
    with pytest.raises(BankError) as caught:
        check(folder)
    assert all(defect.file == "bank/sv.toml" for defect in caught.value.defects)
    return caught.value.defects


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


@pytest.mark.parametrize(
    ("old", "new", "place", "found"),
    [
        ('finance = "finance"\n', "", "roles.finance", "nothing"),
        ('name = "Will"', 'name = " Will"', "criteria.will.name", "' Will'"),
        ('goal = "Goal"', 'aim = "Goal"', "criteria.strategy.parts.aim", "an unknown key"),
        ('claim = "will claim."', 'claim = ""', "criteria.will.claim", "''"),
        ("[questions.reason]", "[questions.other]", "questions.other", "an unknown key"),
        ("[questions.reason]", "[questions.other]", "questions.reason", "nothing"),
        ('na = "pilot na."\n', "", "questions.pilot.na", "nothing"),
        (
            'question = "aim question?"',
            'question = "aim question?"\nna = "x"',
            "questions.aim.na",
            "an unknown key",
        ),
        (
            '"aim level 3"]',
            '"aim level 3", "more"]',
            "questions.aim.levels",
            "['aim level 0', 'aim level 1', 'aim level 2', 'aim level …",
        ),
        ('"aim step 2", ', "", "questions.aim.steps", "['aim step 1', 'aim step 3']"),
        ('"aim step 2"', '"Aim step 1"', "questions.aim.steps[2]", "“aim step 1”"),
        (
            'question = "aim question?"',
            'question = "reason question?"',
            "questions.aim.question",
            "“reason question?”",
        ),
        ('name = "Half"', 'name = "Ready"', "bands.ready.name", "“ready”"),
        ('ask = "base ask."', "ask = 3", "conditions.base.ask", "3"),
    ],
)
def test_a_defect_names_its_place(
    tmp_path: Path, old: str, new: str, place: str, found: str
) -> None:
    """A missing, foreign, repeated or empty wording is told with file and place."""
    matching = [defect for defect in defects(tmp_path, old, new) if defect.place == place]

    assert [defect.found for defect in matching] == [found]


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
