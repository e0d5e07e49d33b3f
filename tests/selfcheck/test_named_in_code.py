"""Ids that the program itself names are there in the shipped rules."""

from selfcheck.bank import load
from selfcheck.views.merged_sheet import JOINT
from selfcheck.views.partners import PILOT


def test_what_partners_rest_on_is_asked() -> None:
    """Retiring one of these needs another named in selfcheck/views, or partners lose what it tells.

    The question tells who puts a procurement forward, the kind stands in the group's own file.
    """
    bank = load()

    assert PILOT in bank.answers
    assert JOINT in bank.kinds
