"""A kind of organisation that the rules had once: its files open, and nothing in them is lost."""

from pathlib import Path

import pytest

from selfcheck.errors import SheetError
from selfcheck.reports.blocks import Text
from selfcheck.reports.edition import Edition
from selfcheck.reports.notes import notes
from selfcheck.sheets.reading import check, read
from selfcheck.sheets.sheet import plain, write
from selfcheck.views.merged_sheet import merged_sheet

from .cases import load_small

OLD = {"format": "soske-selfcheck", "version": 2, "rules": "0", "kind": "hamlet"}


@pytest.fixture
def small(tmp_path: Path) -> Edition:
    """Load the small bank, which has no such kind."""
    return load_small(tmp_path)


def test_a_kind_of_other_rules_is_kept_and_told(small: Edition) -> None:
    """It counts as none, the report says to choose again, and the written file still has it."""
    given = check(OLD, small.bank)

    assert given.kind is None
    assert Text(small.say("notes.kind", kind="hamlet")) in list(notes(small, given))
    assert plain(read(write(given), small.bank))["kind"] == "hamlet"


def test_a_merged_sheet_is_of_todays_kinds(small: Edition) -> None:
    """Under today's rules it would be a fault, so the merged file, which opens, is without it."""
    together = merged_sheet(small.bank, [check(OLD, small.bank)])

    assert read(write(together), small.bank).kind is None
    assert plain(together)["kind"] is None


@pytest.mark.parametrize(
    "change", [{"rules": "1"}, {"kind": "Not an id"}, {"kind": 1}, {"kind": ["hamlet"]}]
)
def test_what_never_was_a_kind_is_a_fault(small: Edition, change: dict[str, object]) -> None:
    """A slip under today's rules is told, and so is what no rules could have had."""
    with pytest.raises(SheetError) as caught:
        check(OLD | change, small.bank)

    assert [(fault.code, fault.field) for fault in caught.value.faults] == [("wrong_value", "kind")]
