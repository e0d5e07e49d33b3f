"""Reading answer files: good ones of every kind, and each way to be bad."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.errors import Fault, SheetError
from selfcheck.model import LANGS
from selfcheck.sheets.reading import check, read
from selfcheck.sheets.sheet import Sheet, template, write
from selfcheck.words import load_words

from .cases import sheets

BANK = load()
HEAD = {"format": "soske-selfcheck", "version": 1, "rules": "2026.1"}
WORDS = {lang: load_words(lang) for lang in LANGS}


def faults(raw: bytes | str | dict[str, object]) -> list[Fault]:
    """Read a bad file: its faults, each with a one-line sentence in every language."""
    if isinstance(raw, dict):
        raw = json.dumps(HEAD | raw)
    with pytest.raises(SheetError) as caught:
        read(raw, BANK)
    for fault in caught.value.faults:
        for words in WORDS.values():
            sentence = words.sentence(fault)
            assert fault.field in sentence
            assert sentence.isprintable()
    return list(caught.value.faults)


def fault(raw: bytes | str | dict[str, object]) -> tuple[str, str]:
    """Return the code and field of the only fault of a file."""
    (only,) = faults(raw)
    return only.code, only.field


@given(sheets(BANK), st.text(st.characters(codec="utf-8"), max_size=200))
def test_what_is_written_is_read(sheet: Sheet, organisation: str) -> None:
    """Writing a sheet and reading it gives an equal sheet."""
    whole = replace(
        sheet,
        rules=BANK.version,
        organisation=organisation,
        date="2026-02-28",
        theme="both",
        kind="joint",
        partners=(organisation,),
        returning=True,
    )

    assert read(write(whole), BANK) == whole


def test_the_template_is_readable() -> None:
    """The empty sheet can be read, and every question stands in it as unknown."""
    empty = read(write(template(BANK)), BANK)

    assert empty == template(BANK)
    assert list(empty.answers) == [question.id for question in BANK.questions]


def test_optional_fields_may_be_missing() -> None:
    """A file with the head alone is a sheet without answers."""
    assert read(json.dumps(HEAD), BANK) == Sheet(rules="2026.1")


def test_other_rules_are_accepted() -> None:
    """A sheet written under other rules is read as long as its ids are known."""
    old = HEAD | {"rules": "2019.7", "answers": {"will-reason": 2}}

    assert read(json.dumps(old), BANK).answers == {"will-reason": 2}


EARLIER = {
    "rules": "2026.1",
    "answers": {"will-pilot": 1, "will-steps": 2, "strategy-practice": 2, "strategy-steering": 1},
    "evidence": {"will-pilot": "Calendar", "will-steps": "Table"},
}


def test_what_earlier_answers_say_is_carried_over() -> None:
    """What means the same goes to today's question with its evidence; nothing else does."""
    sheet = read(json.dumps(HEAD | EARLIER), BANK)

    assert sheet.answers["will-candidates"] == 2
    assert sheet.evidence["will-candidates"] == "Calendar"
    assert sheet.answers["strategy-scope"] == 2
    assert "strategy-link" not in sheet.answers


def test_answers_to_retired_questions_are_kept() -> None:
    """They are no fault, stay in the file, and are read again, with their evidence."""
    sheet = read(json.dumps(HEAD | EARLIER), BANK)

    assert sheet.kept["answers"]["will-steps"] == 2
    assert sheet.kept["evidence"]["will-steps"] == "Table"
    assert read(write(sheet), BANK) == sheet


def test_an_answer_of_the_file_goes_before_a_carried_one() -> None:
    """Only what is open takes what an earlier answer says; files of today take nothing."""
    own = {"will-pilot": 3, "will-candidates": 1}
    today = HEAD | {"rules": BANK.version, "answers": {"will-pilot": 3}}

    assert read(json.dumps(HEAD | {"answers": own}), BANK).answers["will-candidates"] == 1
    assert "will-candidates" not in read(json.dumps(today), BANK).answers


def test_answers_come_in_bank_order() -> None:
    """However a file is sorted, the sheet has the order of the bank."""
    answers = {question.id: 1 for question in reversed(BANK.questions)}

    sheet = read(json.dumps(HEAD | {"answers": answers}), BANK)

    assert list(sheet.answers) == [question.id for question in BANK.questions]


@pytest.mark.parametrize("mark", ["\ufeff", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_is_passed_over(mark: str | bytes) -> None:
    """A file saved by an editor that writes a byte order mark is read as usual."""
    text = json.dumps(HEAD)
    raw = mark + text if isinstance(mark, str) else mark + text.encode()

    assert read(raw, BANK) == Sheet(rules="2026.1")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "blank"),
        (b" \n ", "blank"),
        (json.dumps(HEAD).encode("utf-16"), "not_utf8"),
        (json.dumps(HEAD).encode("utf-16-le"), "not_json"),
        ('{"organisation": "Hämeenlinna"}'.encode("latin-1"), "not_utf8"),
        (b"{", "not_json"),
        (b'{"a": 1,}', "not_json"),
        (b'{"a": "\n"}', "not_json"),
        (b"{} {}", "not_json"),
        (b"[]", "not_object"),
        (b"null", "not_object"),
        (b"NaN", "not_object"),
        (b"1" * 5000, "not_object"),
        (b" " * 1_000_001, "too_large"),
        ("ä" * 500_001, "too_large"),
        (b"[" * 10_000, "too_deep"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "too_deep"),
        (b"[" * 11 + b"]" * 11, "too_deep"),
    ],
    ids=range(18),
)
def test_what_is_no_sheet_at_all(raw: bytes | str, code: str) -> None:
    """Text that is not a JSON object of decent size and depth is refused with one fault."""
    assert fault(raw) == (code, "")


def test_fifty_megabytes_are_refused_at_once() -> None:
    """A huge file is refused by its size alone."""
    assert fault(bytes(50_000_000)) == ("too_large", "")


def test_brackets_in_texts_are_not_depth() -> None:
    """Brackets and escaped quotes inside a text do not count as nesting."""
    text = '[{"' * 50

    assert read(json.dumps(HEAD | {"organisation": text}), BANK).organisation == text


def test_an_unclosed_text_does_not_take_long() -> None:
    """A megabyte of quotes, brackets and backslashes is refused without delay."""
    assert faults(b'["\\' * 300_000)[0].code in {"not_json", "too_deep"}


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"format": "other"}, "wrong_value", "format"),
        ({"version": 3}, "version", "version"),
        ({"kind": "Club"}, "wrong_value", "kind"),
        ({"returning": "yes"}, "wrong_value", "returning"),
        ({"partners": "B"}, "partners", "partners"),
        ({"partners": [1]}, "not_text", "partners[0]"),
        ({"partners": ["x" * 201]}, "too_long", "partners[0]"),
        ({"version": "1"}, "version", "version"),
        ({"version": True}, "version", "version"),
        ({"version": 1.0}, "version", "version"),
        ({"rules": 2026}, "not_text", "rules"),
        ({"rules": ""}, "missing", "rules"),
        ({"rules": "9" * 41}, "too_long", "rules"),
        ({"organisation": None}, "not_text", "organisation"),
        ({"organisation": "x" * 201}, "too_long", "organisation"),
        ({"role": ["x"]}, "not_text", "role"),
        ({"role": "\ud800"}, "surrogate", "role"),
        ({"date": "28.2.2026"}, "date", "date"),
        ({"date": "2026-02-30"}, "date", "date"),
        ({"date": "2026-2-3"}, "date", "date"),
        ({"date": None}, "date", "date"),
        ({"theme": "equality"}, "wrong_value", "theme"),
        ({"theme": ""}, "wrong_value", "theme"),
        ({"conditions": []}, "not_table", "conditions"),
        ({"conditions": {"base": True}}, "wrong_value", "conditions.base"),
        ({"conditions": {"base": "na"}}, "wrong_value", "conditions.base"),
        ({"conditions": {"will-reason": "yes"}}, "unknown_id", "conditions.will-reason"),
        ({"answers": None}, "not_table", "answers"),
        ({"answers": {"will-reason": 4}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": -1}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": 1.0}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": True}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": "2"}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": None}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": {}}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": float("nan")}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": float("-inf")}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"will-reason": 10**4000}}, "wrong_value", "answers.will-reason"),
        ({"answers": {"no-such": 1}}, "unknown_id", "answers.no-such"),
        ({"answers": {"\ud800\n": 1}}, "unknown_id", "answers.\\ud800\\u000a"),
        ({"evidence": {"base": 1}}, "not_text", "evidence.base"),
        ({"evidence": {"base": "x" * 1001}}, "too_long", "evidence.base"),
        ({"evidence": {"nothing": "x"}}, "unknown_id", "evidence.nothing"),
        ({"name": "x"}, "unknown_field", "name"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_fault_names_its_field(change: dict[str, object], code: str, field: str) -> None:
    """One wrong thing in a file is one fault that names the field."""
    assert fault(change) == (code, field)


@pytest.mark.parametrize("field", ["format", "version", "rules"])
def test_required_fields_are_missed(field: str) -> None:
    """A file without one of the required fields is refused by that name."""
    rest = {key: value for key, value in HEAD.items() if key != field}

    assert fault(json.dumps(rest)) == ("missing", field)


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ('{"rules": "1", "rules": "2", "format": "soske-selfcheck", "version": 1}', "rules"),
        (
            json.dumps(HEAD)[:-1] + ', "answers": {"will-pilot": 1, "will-pilot": 1}}',
            "answers.will-pilot",
        ),
    ],
)
def test_a_key_may_stand_once(raw: str, field: str) -> None:
    """A key that stands twice is refused, even with equal values."""
    assert fault(raw) == ("duplicate", field)


def test_all_faults_are_told_at_once() -> None:
    """A file with many faults is refused once, with all of them."""
    bad: dict[str, object] = {"version": 3, "date": 1, "answers": {"will-reason": 9, "x": 1}}

    assert {f.field for f in faults(bad)} == {"version", "date", "answers.will-reason", "answers.x"}


def test_a_hostile_file_does_not_fill_the_screen() -> None:
    """After two hundred faults the rest are counted, not listed."""
    many = faults({f"k{n}": 1 for n in range(5000)})

    assert (len(many), many[-1].code, many[-1].found) == (201, "more", "4800")


def test_a_fault_shows_what_was_found_and_expected() -> None:
    """The sentence tells the value as it stands in the file and what would be right."""
    (found,) = faults(
        '{"format":"soske-selfcheck","version":1,"rules":"1","answers":{"will-reason":1.50}}'
    )

    assert found.found == "1.50"
    assert found.expected == '0, 1, 2, 3, "unknown"'
    assert "1.50" in WORDS["en"].sentence(found)


def test_a_parsed_document_is_checked_alike() -> None:
    """What the browser hands over as an object goes through the same checks."""
    with pytest.raises(SheetError):
        check(HEAD | {"answers": {"will-reason": 1.0}}, BANK)


def test_examples_are_readable() -> None:
    """Every example is a good sheet, and its answers are the same in the three languages."""
    folder = Path(__file__).parents[2] / "selfcheck" / "examples"
    for file in (folder / "fi").glob("*.json"):
        one, *others = [read((folder / lang / file.name).read_bytes(), BANK) for lang in LANGS]
        for other in others:
            assert (one.answers, one.conditions) == (other.answers, other.conditions)
            assert set(one.evidence) == set(other.evidence)
