"""The rules of the bank: what must hold across its entries. Single slips are in test_defects."""

from pathlib import Path

import pytest

from selfcheck.bank import check, load
from selfcheck.errors import BankError
from selfcheck.model import numbers

from .cases import RULES, defects, write_bank


def test_the_real_bank_is_sound() -> None:
    """Our own rules load, with words for everything in three languages."""
    check()


def test_questions_are_numbered_by_criterion(tmp_path: Path) -> None:
    """Numbers run 1.1, 1.2, 2.1 … in the order of the bank; strengths come after all criteria."""
    bank = load(write_bank(tmp_path))

    scored = {"reason": "1.1", "pilot": "1.2", "aim": "2.1", "policy": "2.2"}
    assert numbers(bank) == scored | {"lesson": "3.1"}


def test_a_criterion_cannot_become_empty(tmp_path: Path) -> None:
    """If every question of a criterion may be left out, nothing would be left to score."""
    found = defects(tmp_path, "rules", "not_applicable = false", "not_applicable = true")

    assert [defect.place for defect in found] == ["criteria[will]"]


def test_a_part_cannot_become_empty(tmp_path: Path) -> None:
    """The same holds for each half of a criterion."""
    old = 'part = "line"\nweight = 1\nnot_applicable = false'

    found = defects(tmp_path, "rules", old, old.replace("false", "true"))

    assert [defect.place for defect in found] == ["criteria[strategy].parts[line]"]


def test_conditions_are_not_dropped_higher_up(tmp_path: Path) -> None:
    """A band above one that asks for the conditions asks for them too."""
    rules = RULES.replace("floor = 20\nconditions = false", "floor = 20\nconditions = true")
    write_bank(
        tmp_path, rules.replace("floor = 60\nconditions = true", "floor = 60\nconditions = false")
    )

    with pytest.raises(BankError, match=r"bands\[ready\].conditions: found False"):
        load(tmp_path)


def test_every_band_can_be_reached(tmp_path: Path) -> None:
    """A band so narrow that nobody who grows evenly is ever in it is a defect."""
    rules = RULES.replace("overall = 80", "overall = 51").replace("floor = 60", "floor = 20")
    write_bank(tmp_path, rules.replace("conditions = true", "conditions = false"))

    with pytest.raises(BankError, match=r"bands\[half\]: found a band that even growth jumps over"):
        load(tmp_path)


def test_weights_are_part_of_the_growth(tmp_path: Path) -> None:
    """Whoever is at the top level of everything has all points, so a band may ask for them all."""
    bank = load(write_bank(tmp_path, RULES.replace("overall = 80", "overall = 100")))

    assert bank.bands[-1].overall == 100


@pytest.mark.parametrize("kind", ["criteria", "bands"])
def test_nothing_is_empty(tmp_path: Path, kind: str) -> None:
    """A bank without criteria or bands is refused, not divided by."""
    blocks = [block for block in RULES.split("\n\n") if not block.startswith(f"[[{kind}]]")]
    write_bank(tmp_path, f"{kind} = []\n" + "\n\n".join(blocks))

    with pytest.raises(BankError, match=f"{kind}: found none"):
        load(tmp_path)


def test_several_defects_are_told_at_once(tmp_path: Path) -> None:
    """An editor gets the whole list, one line each."""
    rules = RULES.replace("weight = 2\nnot", "weight = -2\nnot").replace('id = "half"', "")
    write_bank(tmp_path, rules)

    with pytest.raises(BankError) as caught:
        load(tmp_path)

    places = [defect.place for defect in caught.value.defects]
    assert places == ["questions[pilot].weight", "bands[2].id"]
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"version = ", "Invalid value"),
        (b'version = "\xe4"', "byte 11"),
        (None, "No such file"),
    ],
)
def test_an_unreadable_file_is_a_defect(tmp_path: Path, content: bytes | None, found: str) -> None:
    """A missing file, other encodings and broken TOML are told like any other defect."""
    if content is not None:
        (tmp_path / "rules.toml").write_bytes(content)

    with pytest.raises(BankError) as caught:
        load(tmp_path)

    (defect,) = caught.value.defects
    assert defect.file == "bank/rules.toml"
    assert found in defect.found


def test_single_brackets_are_a_defect(tmp_path: Path) -> None:
    """[roles] where [[roles]] belongs is told, and does not crash what reads on."""
    head, _, rest = RULES.partition("[[roles]]")
    rules = f'{head}[roles]\nid = "x"\n\n[[conditions]]{rest.partition("[[conditions]]")[2]}'
    write_bank(tmp_path, rules)

    with pytest.raises(BankError, match=r"roles: found .*\[\[roles\]\]"):
        load(tmp_path)
