"""Several people's sheets merged: the laws, and what the picture tells."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.jsontext import canonical
from selfcheck.model import LANGS, Lang
from selfcheck.render.text import WIDTH, as_text
from selfcheck.reports.edition import load_edition
from selfcheck.reports.merge import merge_report, names
from selfcheck.scoring.result import Range
from selfcheck.sheets.reading import check, read
from selfcheck.sheets.sheet import Sheet, template, write
from selfcheck.views.merge import Picture, merge
from selfcheck.views.merged_sheet import merged_sheet
from selfcheck.views.naming import distinct
from selfcheck.views.speakers import load_stems, speaker
from selfcheck.words import load_words

from .cases import people_sheets, scored, sheet, write_bank

BANK = load()
STEMS = load_stems()
BANDS = [band.id for band in BANK.bands]
TEAM = st.lists(people_sheets(BANK), min_size=1, max_size=4)


def together(*sheets: Sheet) -> Picture:
    """Merge sheets of the real bank."""
    return merge(BANK, sheets, STEMS)


def merged(picture: Picture) -> Sheet:
    """Read the merged sheet of a picture."""
    return check(picture["sheet"], BANK)


def ranges(given_: Sheet) -> list[Range]:
    """List all ranges of a sheet's result."""
    result = scored(BANK, given_)
    return [result["overall"], *result["criteria"].values()]


@given(people_sheets(BANK), st.integers(1, 3))
def test_a_sheet_merged_with_itself_stays(one: Sheet, times: int) -> None:
    """However often the same sheet is there, it is one person's and comes out unchanged."""
    picture = together(*[one] * times)

    assert merged(picture) == one
    assert len(picture["people"]) == 1
    assert picture["first"] == []


@given(TEAM, st.data())
def test_order_of_sheets_does_not_matter(team: list[Sheet], data: st.DataObject) -> None:
    """The same sheets in any order give the same bytes."""
    shuffled = data.draw(st.permutations(team))

    assert canonical(together(*shuffled)) == canonical(together(*team))


@given(st.lists(people_sheets(BANK, known=True), min_size=1, max_size=4))
def test_the_merged_range_contains_everyone(team: list[Sheet]) -> None:
    """When everyone has answered all, each one's scores and band lie within the merged ranges."""
    picture = together(*team)
    bands = picture["result"]["bands"]

    for one in team:
        for own, wide in zip(ranges(one), ranges(merged(picture)), strict=True):
            assert wide["low"] <= own["low"] == own["high"] <= wide["high"]
        assert scored(BANK, one)["band"] in bands


@given(TEAM)
def test_merged_ranges_meet_everyones(team: list[Sheet]) -> None:
    """Even with open answers, nobody's range lies wholly outside the merged one."""
    whole = ranges(merged(together(*team)))

    for one in team:
        for own, wide in zip(ranges(one), whole, strict=True):
            assert own["low"] <= wide["high"]
            assert wide["low"] <= own["high"]


@given(TEAM, st.booleans())
def test_who_knows_nothing_changes_nothing(team: list[Sheet], empty: bool) -> None:
    """Someone without a single answer, or with all unknown, changes no merged score."""
    silent = sheet() if empty else template(BANK)

    assert ranges(merged(together(*team, silent))) == ranges(merged(together(*team)))


@given(TEAM)
def test_an_answer_is_merged_only_when_no_one_contradicts(team: list[Sheet]) -> None:
    """What is known after merging was said by someone, and by no one otherwise."""
    after = merged(together(*team))
    for key in BANK.answers:
        said = {one.answers.get(key, "unknown") for one in team} - {"unknown"}
        answer = after.answers.get(key, "unknown")
        assert {answer} - {"unknown"} == (said if len(said) == 1 else set())


@given(TEAM)
def test_the_merged_file_can_be_read(team: list[Sheet]) -> None:
    """Whatever is joined, the merged sheet keeps to the limits of the file and is read back."""
    whole = merged_sheet(BANK, team)

    assert read(write(whole), BANK) == whole
    assert read(json.dumps(together(*team)["sheet"]), BANK).answers == whole.answers


@given(people_sheets(BANK, known=True), st.data())
def test_a_stake_is_the_real_difference(one: Sheet, data: st.DataObject) -> None:
    """Where two people differ on one question alone, the stake is how far their results lie apart.

    That holds for levels as for what does not apply, which changes the weight of all the rest.
    """
    key = data.draw(st.sampled_from(list(BANK.answers)))
    choices = [answer for answer in BANK.answers[key] if answer != "unknown"]
    other = replace(one, answers={**one.answers, key: data.draw(st.sampled_from(choices))})
    team = [replace(one, role="a"), replace(other, role="b")]
    results = [scored(BANK, sheet)["overall"]["low"] for sheet in team]
    stake = together(*team)["questions"][key]["stake"]

    assert abs(stake - abs(results[0] - results[1])) < 0.151  # each of the three is rounded


def test_stakes_by_hand(tmp_path: Path) -> None:
    """What does not apply is at stake too, and what matters more comes first."""
    bank = load(write_bank(tmp_path))
    one = sheet({"reason": 2, "pilot": 0, "aim": 3, "policy": 3}, {"base": "yes"})
    two = sheet({"reason": 2, "pilot": "na", "aim": 3, "policy": 2}, {"base": "yes"})

    picture = merge(bank, [one, two], STEMS)

    # will: 2/9 or 2/3, a third of the whole; strategy: 6/6 or 5/6, two thirds of it
    assert picture["questions"]["pilot"]["stake"] == 14.8
    assert picture["questions"]["policy"]["stake"] == 11.1
    assert picture["questions"]["reason"]["stake"] == 0.0
    assert picture["first"] == ["pilot", "policy"]


@given(TEAM)
def test_contradictions_come_in_order(team: list[Sheet]) -> None:
    """Management against procurement first; among either, conditions, then what matters most."""
    picture = together(*team)
    views = picture["conditions"] | picture["questions"]
    order = [
        (not views[key]["crossed"], key in picture["questions"], -views[key]["stake"])
        for key in picture["first"]
    ]

    assert order == sorted(order)
    assert set(picture["first"]) == {k for k, v in views.items() if v["state"] == "differ"}


def test_states_of_a_question() -> None:
    """Same, differing, known to some and open answers are told apart."""
    one = sheet({"will-reason": 1, "will-need": 0, "will-plan": 2, "team-theme": "na"})
    two = replace(sheet({"will-reason": 1, "will-need": 3, "team-theme": 2}), role="talous")
    questions = together(one, two)["questions"]
    states = {key: view["state"] for key, view in questions.items()}

    assert states["will-reason"] == "same"
    assert states["will-need"] == states["team-theme"] == "differ"
    assert states["will-plan"] == "ask"
    assert states["will-candidates"] == "open"
    assert questions["will-need"]["spread"] == 3
    assert (questions["will-plan"]["merged"], questions["will-need"]["merged"]) == (2, "unknown")


@pytest.mark.parametrize(
    ("role", "who"),
    [
        ("Hankintajohtaja", "procurement"),
        ("head of procurement", "procurement"),
        ("upphandlingschef", "procurement"),
        ("kunnanjohtaja", "management"),
        ("johdon edustaja", "management"),
        ("Stadsdirektör", "management"),
        ("Director of Administration", "management"),
        ("kansliapäällikkö", "management"),
        ("kirkkoherra", "management"),
        ("hallintojohtaja", "management"),
        ("kanslichef", "management"),
        ("project manager, responsibility group", None),
        ("talous", None),
        ("ohjaaja", None),
        ("", None),
    ],
)
def test_roles_are_recognised(role: str, who: str | None) -> None:
    """Management and procurement are told by what people wrote, in any of the languages."""
    assert speaker(role, STEMS) == who


def test_management_against_procurement_comes_first() -> None:
    """A small difference between the two stands before a larger one among others."""
    base, one, other = BANK.conditions[0].id, BANK.questions[-1].id, BANK.questions[0].id
    manager = replace(sheet({one: 1}, {base: "yes"}), role="johtaja")
    buyer = replace(sheet({one: 2}, {base: "no"}), role="hankinta-asiantuntija")
    others = [replace(sheet({other: n}), role=f"talous {n}") for n in (0, 3)]

    picture = together(*others, buyer, manager)

    assert picture["first"] == [base, one, other]
    assert picture["conditions"][base]["crossed"]
    assert [person["speaker"] for person in picture["people"][:2]] == ["management", "procurement"]


def test_different_evidence_is_joined_with_roles() -> None:
    """Notes that differ stand below each other, each with its role; equal ones stand once."""
    first = Sheet("1", role="johto", evidence={"base": "A", "people": "same"})
    second = Sheet("1", role="talous", evidence={"base": "B", "people": "same"})
    third = Sheet("1", evidence={"base": "C", "people": " "})

    evidence = merged_sheet(BANK, [first, second, third]).evidence

    assert evidence == {"base": "johto: A\ntalous: B\nC", "people": "same"}


def test_long_evidence_is_cut_alike() -> None:
    """Together they fit the file's limit; short notes stay whole, long ones end in dots."""
    lengths = {"a": 900, "b": 5, "c": 700}
    team = [Sheet("1", role=name, evidence={"base": name * n}) for name, n in lengths.items()]

    joined = merged_sheet(BANK, team).evidence["base"]
    lines = joined.split("\n")

    assert len(joined) in (999, 1000)
    assert lines[1] == "b: bbbbb"
    assert [len(line) for line in lines] == [495, 8, 495]
    assert lines[0].endswith("…")


def test_more_people_than_room_still_fits() -> None:
    """A thousand different notes are cut to the limit."""
    team = [Sheet("1", role=str(n), evidence={"base": f"note {n}"}) for n in range(1100)]

    assert len(merged_sheet(BANK, team).evidence["base"]) == 1000


def test_whoever_gave_no_role_has_a_number() -> None:
    """People without a role can be told apart from each other and from the rest."""
    people = together(*[replace(sheet(), date=f"2026-01-0{n}") for n in (1, 2)])["people"]
    edition = load_edition(BANK, "en")

    assert names(edition, people) == [edition.say("people.unnamed", n=n) for n in (1, 2)]


@pytest.mark.parametrize(
    ("given_", "told"),
    [
        ([], []),
        (["a", "b"], ["a", "b"]),
        (["a", "b", "a"], ["a (1)", "b", "a (2)"]),
        (["a", "a", "a (1)"], ["a (2)", "a (3)", "a (1)"]),
        (["a (1)", "a (1)", "a", "a"], ["a (1) (1)", "a (1) (2)", "a (2)", "a (3)"]),
    ],
)
def test_namesakes_are_numbered(given_: list[str], told: list[str]) -> None:
    """Whoever shares a name gets a number, never one that makes another's name."""
    assert distinct(given_) == told


@given(st.lists(st.sampled_from(["a", "b", "a (1)", "a (2)", "a (1) (1)"])))
def test_no_two_names_are_alike(given_: list[str]) -> None:
    """Whatever people call themselves, each is told apart and begins with the own name."""
    told = distinct(given_)

    assert len(set(told)) == len(given_)
    assert all(name.startswith(own) for own, name in zip(given_, told, strict=True))


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_tells_everything(lang: Lang) -> None:
    """Every language names the people, each contradiction and the rule, with nothing left open."""
    one = replace(template(BANK), role="johtaja", answers={"will-reason": 0, "will-owner": 1})
    two = replace(template(BANK), role="hankintapäällikkö", answers={"will-reason": 3})
    words = load_words(lang)
    picture = together(one, two)
    blocks = merge_report(load_edition(BANK, lang), picture)
    text = as_text(blocks, words)
    flat = " ".join(text.split())

    assert words.say("merge.crossed") in flat
    assert words.say("merge.rule-text") in flat
    assert "johtaja: " in flat
    assert "{" not in text
    assert ".." not in text
    assert max(map(len, text.splitlines())) <= WIDTH
