"""Who speaks, told by the role that people wrote."""

import pytest

from selfcheck.views.speakers import load_stems, speaker

STEMS = load_stems()


@pytest.mark.parametrize(
    "role",
    [
        "Johtava asiantuntija",
        "Johtava lakimies",
        "Johtava sosiaalityöntekijä",
        "Johdon assistentti",
        "Johdon sihteeri",
        "Työnjohtaja",
        "Arbetsledning",
        "Ledningens sekreterare",
        "VD-assistent",
        "Executive assistant",
        "Assistant to the mayor",
        "Rector's secretary",
    ],
)
def test_who_assists_or_knows_does_not_lead(role: str) -> None:
    """A leading expert, a foreman and whoever assists a head are not management."""
    assert speaker(role, STEMS) is None


@pytest.mark.parametrize(
    "role",
    [
        "CEO",
        "VD",
        "Tf. VD/rektor",
        "Sosiaalipäällikkö",
        "Avdelningschef",
        "Head of unit",
        "Johtava rehtori",
        "Kunnansihteeri",
        "Kommunsekreterare",
        "Permanent Secretary",
        "Assistant director",
        "Hallintojohtaja",
    ],
)
def test_heads_of_a_unit_and_highest_officials_are_management(role: str) -> None:
    """Whoever leads a unit or an office speaks for management, whatever else the title says."""
    assert speaker(role, STEMS) == "management"


@pytest.mark.parametrize(
    "role",
    ["Ostopäällikkö", "Kilpailutusasiantuntija", "Johtava hankinta-asiantuntija", "Senior buyer"],
)
def test_whoever_buys_is_procurement(role: str) -> None:
    """Who buys or tenders speaks for procurement, leading or not."""
    assert speaker(role, STEMS) == "procurement"


@pytest.mark.parametrize("role", ["Advokat", "Oceanographer", "Projektipäällikkö"])
def test_short_words_stand_alone(role: str) -> None:
    """What is a title as a whole word is none as a part of another."""
    assert speaker(role, STEMS) is None
