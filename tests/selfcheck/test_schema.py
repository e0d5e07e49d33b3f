"""The JSON Schema of the answer file, for other people's tools."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from selfcheck.bank import load
from selfcheck.sheets import reading
from selfcheck.sheets.sheet import FIELDS, VERSIONS, plain, template

PACKAGE = Path(reading.__file__).parents[1]
SCHEMA = json.loads((PACKAGE / "schema" / "answer-file.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
EMPTY = plain(template(load()))


def test_the_schema_is_a_schema() -> None:
    """The schema itself follows draft 2020-12."""
    Draft202012Validator.check_schema(SCHEMA)


def test_the_template_fits() -> None:
    """The empty answer file is valid."""
    VALIDATOR.validate(EMPTY)


@pytest.mark.parametrize("file", sorted(PACKAGE.glob("examples/*/*.json")), ids=lambda f: f.stem)
def test_examples_fit(file: Path) -> None:
    """Every example is valid."""
    VALIDATOR.validate(json.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"version": 3},
        {"kind": 1},
        {"partners": "B"},
        {"returning": "yes"},
        {"theme": "x"},
        {"date": "1.1.2026"},
        {"answers": {"will-reason": 4}},
        {"answers": {"Not an id": 1}},
        {"evidence": {"base": "x" * 1001}},
    ],
)
def test_what_the_reader_refuses_does_not_fit(change: dict[str, object]) -> None:
    """Faults that need no knowledge of the bank are faults by the schema too."""
    assert not VALIDATOR.is_valid(EMPTY | change)


def test_schema_and_reader_know_the_same_fields() -> None:
    """Fields, required fields and longest texts are the same in both."""
    properties = SCHEMA["properties"]

    assert list(properties) == list(FIELDS)
    assert tuple(SCHEMA["required"]) == reading.REQUIRED
    assert properties["partners"]["maxItems"] == reading.MOST_PARTNERS
    assert properties["version"]["enum"] == list(VERSIONS)
    for field in ("rules", "organisation", "role"):
        assert properties[field]["maxLength"] == reading.LONGEST[field]
