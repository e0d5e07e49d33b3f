"""Files of earlier rules: readable for ever, with nothing in them lost."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from selfcheck.bank import load
from selfcheck.errors import BankError, SheetError
from selfcheck.model import Bank
from selfcheck.reports.blocks import Item, Items, Text
from selfcheck.reports.brief import brief
from selfcheck.reports.edition import Edition
from selfcheck.reports.explain import explain_report
from selfcheck.reports.merge import merge_report
from selfcheck.reports.notes import notes
from selfcheck.reports.report import report
from selfcheck.scoring.tally import tally
from selfcheck.sheets.fingerprint import fingerprint
from selfcheck.sheets.reading import check, read
from selfcheck.sheets.sheet import VERSION, Sheet, plain, write
from selfcheck.views.explain import explain
from selfcheck.views.merge import merge
from selfcheck.views.merged_sheet import merged_sheet
from selfcheck.views.speakers import load_stems

from .cases import RULES, TEXTS, defects, load_small, scored, sheet, write_bank

STORED = sorted(Path(__file__).parent.glob("stored/*/*.json"))
OLD = {
    "format": "soske-selfcheck",
    "version": 1,
    "rules": "0",
    "conditions": {"base": "yes", "people": "no"},
    "answers": {"reason": 2, "method": 3, "pilot": "na"},
    "evidence": {"method": "Decision 5 §", "reason": "Strategy"},
}


@pytest.fixture
def newer(tmp_path: Path) -> Edition:
    """The small bank after "people" and "method" were retired and "pilot" has to be answered."""
    rules = RULES.replace("not_applicable = true", "not_applicable = false").replace(
        "preset = true", "preset = false"
    )
    texts = TEXTS.replace('na = "pilot na."\n', "")
    retired = ("people", "method")
    rules += "".join(f'\n[[retired]]\nid = "{id_}"\n' for id_ in retired)
    words = "".join(f'{id_} = "{id_} retired."\n' for id_ in retired)
    texts = texts.replace("[retired]\n", f"[retired]\n{words}")
    return load_small(tmp_path, rules, texts)


@pytest.mark.parametrize("file", STORED, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_every_stored_file_opens_and_loses_nothing(file: Path) -> None:
    """The shipped rules read each file there ever was, score it and write back all it held.

    They may add: an answer that is carried over, and fields that an earlier version lacked.
    """
    before = json.loads(file.read_bytes())
    given = read(file.read_bytes(), load())
    after = plain(given)

    for field, value in before.items():
        if isinstance(value, dict):
            assert value.items() <= after[field].items()  # type: ignore[attr-defined]
        elif field != "version":
            assert after[field] == value
    assert scored(load(), given)["rules"] == load().version


def test_files_of_each_version_are_stored() -> None:
    """There is at least one stored file to try; a new version adds its own folder."""
    assert STORED


def test_retired_answers_are_kept_and_count_for_nothing(newer: Edition) -> None:
    """They come back in the written file; neither the score nor the checksum sees them."""
    given = check(OLD, newer.bank)
    without = sheet({"reason": 2}, {"base": "yes"})

    assert plain(read(write(given), newer.bank)) == {
        **plain(Sheet("0")),
        **OLD,
        "version": VERSION,
    }
    assert scored(newer.bank, given) == scored(newer.bank, without)
    assert fingerprint(given) == fingerprint(without)


def test_a_withdrawn_answer_is_kept_until_there_is_a_new_one(newer: Edition) -> None:
    """What may be left out no longer counts as unknown; a new answer replaces the old one."""
    given = check(OLD, newer.bank)

    assert given.answers["pilot"] == "unknown"
    answered = replace(given, answers={**given.answers, "pilot": 1})
    assert json.loads(write(answered))["answers"]["pilot"] == 1


def test_reports_tell_what_is_past(newer: Edition) -> None:
    """Each report on the sheet names both versions and what was withdrawn.

    The main one tells what was said of what is retired, with its evidence.
    """
    given = check(OLD, newer.bank)
    here = tally(newer.bank, given)
    reports = (
        report(newer, given),
        brief(newer, given),
        explain_report(newer, here, explain(here)),
    )

    for blocks in reports:
        assert Text(newer.say("notes.rules", before="0", after="1")) in blocks
        assert Items((Item(newer.titles["pilot"]),)) in blocks
    proof = newer.say("feedback.evidence", text="Decision 5 §")
    no, level = newer.say("answers.no"), newer.say("answers.level", level=3)
    people = Item("people retired.", f"{no}.")
    method = Item("method retired.", f"{level}. {proof}")
    assert Items((people, method)) in reports[0]


def test_a_sheet_of_these_rules_needs_no_note(newer: Edition) -> None:
    """Nothing is said of versions where there is only one."""
    assert not list(notes(newer, Sheet("1", answers={"reason": 2})))


def test_a_team_with_old_files_is_told(newer: Edition) -> None:
    """The merged report names the versions that differ, and the merged file keeps what is past."""
    team = [check(OLD, newer.bank), Sheet("1", answers={"reason": 1})]
    picture = merge(newer.bank, team, load_stems())

    blocks = merge_report(newer, picture)

    assert Text(newer.say("notes.rules", before="0", after="1")) in blocks
    assert merged_sheet(newer.bank, team).kept == team[0].kept


def test_a_disputed_retired_answer_is_not_merged(newer: Edition) -> None:
    """Where people said different things of a retired question, the merged file has neither."""
    other = {**OLD, "answers": {"method": 0, "pilot": "na"}}
    team = [check(document, newer.bank) for document in (OLD, other)]

    assert merged_sheet(newer.bank, team).kept["answers"] == {"pilot": "na"}


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ("answers", {"method": 9}),
        ("answers", {"method": "yes"}),
        ("conditions", {"people": "na"}),
        ("evidence", {"method": 3}),
        ("evidence", {"method": "x" * 1001}),
    ],
)
def test_a_retired_answer_is_checked_all_the_same(
    newer: Edition, field: str, entry: dict[str, object]
) -> None:
    """What could never be an answer is a fault of the file, by its field."""
    with pytest.raises(SheetError) as caught:
        check({**OLD, field: entry}, newer.bank)

    assert [fault.field for fault in caught.value.faults] == [f"{field}.{next(iter(entry))}"]


def test_only_a_question_can_be_left_out(newer: Edition) -> None:
    """A condition answered "na" never made sense, in whatever version."""
    with pytest.raises(SheetError):
        check({**OLD, "conditions": {"base": "na"}}, newer.bank)


def test_a_retired_id_is_never_given_anew(tmp_path: Path) -> None:
    """An id both asked and retired would take old answers for new ones."""
    (defect,) = defects(tmp_path, "rules", "[[bands]]", '[[retired]]\nid = "aim"\n\n[[bands]]')

    assert defect.found == "the id aim twice"


def test_what_is_retired_keeps_its_words(tmp_path: Path) -> None:
    """Readers are told what is no longer asked, so each language says it."""
    write_bank(tmp_path, RULES + '\n[[retired]]\nid = "method"\n')
    bank: Bank = load(tmp_path)

    assert bank.retired == ("bygone", "method")
    with pytest.raises(BankError) as caught:
        load_small(tmp_path, RULES + '\n[[retired]]\nid = "method"\n')
    assert caught.value.defects[0].place == "retired.method"
