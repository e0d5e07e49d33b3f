"""Partners of a joint application side by side: the group has what every partner has."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.jsontext import canonical
from selfcheck.model import LANGS, LEVELS, Lang
from selfcheck.reports.edition import load_edition
from selfcheck.reports.partners import partners_report
from selfcheck.sheets.reading import check, read
from selfcheck.sheets.sheet import Sheet, plain, write
from selfcheck.views.partners import PILOT, are_partners, join

from .cases import people_sheets, scored, sheet

BANK = load()
GROUP = st.lists(people_sheets(BANK), min_size=1, max_size=4)


def named(name: str, given_: Sheet) -> Sheet:
    """Give a sheet its organisation."""
    return replace(given_, organisation=name)


@given(GROUP, st.data())
def test_order_of_partners_does_not_matter(group: list[Sheet], data: st.DataObject) -> None:
    """The same sheets in any order give the same bytes."""
    shuffled = data.draw(st.permutations(group))

    assert canonical(join(BANK, shuffled)) == canonical(join(BANK, group))


@given(GROUP)
def test_the_file_of_the_group_can_be_read(group: list[Sheet]) -> None:
    """Whatever is joined keeps to the limits of the file, and is one of a joint application."""
    whole = check(join(BANK, group)["sheet"], BANK)

    assert read(write(whole), BANK) == whole
    assert whole.kind == "joint"


@given(st.lists(people_sheets(BANK, known=True), min_size=1, max_size=4))
def test_the_group_has_what_its_last_partner_has(group: list[Sheet]) -> None:
    """No answer of the group is above anyone's, and each is someone's."""
    whole = check(join(BANK, group)["sheet"], BANK)
    for key, answer in whole.answers.items():
        said = [one.answers[key] for one in group]
        assert answer in said
        levels = [level for level in LEVELS if level in said]
        assert answer == levels[0] if levels else answer == "na"


@given(people_sheets(BANK, known=True), people_sheets(BANK, known=True))
def test_the_group_is_never_ahead_of_a_partner_with_everything_to_answer(
    one: Sheet, two: Sheet
) -> None:
    """Where every question applies to all, the group's score is at most each partner's."""
    if "na" in {*one.answers.values(), *two.answers.values()}:
        return
    group = scored(BANK, check(join(BANK, [one, two])["sheet"], BANK))["overall"]

    for partner in (one, two):
        assert group["high"] <= scored(BANK, partner)["overall"]["high"]


def test_what_one_partner_does_not_know_is_open() -> None:
    """Unless another has the least there is: then the group has no more."""
    joint = join(BANK, [named("A", sheet({"will-reason": 2})), named("B", sheet())])
    held = join(BANK, [named("A", sheet({"will-reason": 0})), named("B", sheet())])

    assert joint["questions"]["will-reason"]["merged"] == "unknown"
    assert held["questions"]["will-reason"]["merged"] == 0


def test_partners_are_named_with_those_who_bring_a_pilot() -> None:
    """Each partner has its own result; who has a procurement of its own is told."""
    one, two = named("Alfa", sheet({PILOT: 2})), named("Beta", sheet({PILOT: 1}))
    joint = join(BANK, [two, one])

    assert [partner["name"] for partner in joint["partners"]] == ["Alfa", "Beta"]
    assert joint["pilots"] == ["Alfa"]
    assert joint["differ"] == [PILOT]
    assert joint["sheet"] == plain(check(joint["sheet"], BANK))


def test_other_names_are_other_partners() -> None:
    """Sheets of one organisation, or of none, are colleagues'."""
    one, two, nameless = named("A", sheet()), named("B", sheet()), sheet()

    assert are_partners([one, two])
    assert not are_partners([one, one, nameless])
    assert not are_partners([nameless])


@pytest.mark.parametrize("lang", LANGS)
def test_every_partner_has_a_column(lang: Lang) -> None:
    """The report lays out who says what, with the group last."""
    joint = join(BANK, [named("Alfa", sheet({PILOT: 2})), named("Beta", sheet({PILOT: 1}))])
    told = str(partners_report(load_edition(BANK, lang), joint))

    assert "Alfa" in told
    assert "Beta" in told
    assert "{" not in told
    alike = str(partners_report(load_edition(BANK, lang), join(BANK, [sheet(), sheet()])))
    assert "{" not in alike


def test_much_that_is_open_names_no_band() -> None:
    """Of more than two possible bands it is said that none can be told, with how far they reach."""
    edition = load_edition(BANK, "en")
    told = str(partners_report(edition, join(BANK, [sheet(), sheet()])))
    low, high = (edition.texts.bands[band.id].name for band in (BANK.bands[0], BANK.bands[-1]))

    assert edition.say("bands.open", low=low, high=high) in told
    assert edition.say("bands.span", low=low, high=high) not in told
