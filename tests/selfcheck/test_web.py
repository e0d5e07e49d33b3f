"""The browser's door: the same results as everywhere, and an answer to anything."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.model import LANGS
from selfcheck.result import canonical
from selfcheck.score import score
from selfcheck.sheet import Sheet, plain, template, write
from selfcheck.web import handle

from .cases import sheets

BANK = load()


def ask(**request: object) -> dict[str, Any]:
    """Send a request and read the answer."""
    reply: dict[str, Any] = json.loads(handle(json.dumps(request)))
    return reply


@settings(deadline=None, max_examples=15)
@given(sheets(BANK), st.sampled_from(LANGS))
def test_score_is_that_of_the_command_line(sheet: Sheet, lang: str) -> None:
    """The canonical JSON is the same bytes as the command line's, in every language."""
    reply = ask(op="score", lang=lang, sheet=plain(sheet))

    assert reply["canonical"] == canonical(score(BANK, sheet))
    assert json.loads(reply["canonical"]) == reply["result"]
    assert reply["report"][0]["kind"] == "heading"


def test_a_written_file_is_read_back() -> None:
    """The text of a written answer file gives the sheet that was written."""
    reply = ask(op="read", lang="sv", text=write(template(BANK)))

    assert reply == {"sheet": plain(template(BANK))}


@pytest.mark.parametrize(
    ("request_", "part"),
    [
        ({"op": "dance", "lang": "en"}, "op: the value is"),
        ({"op": "score", "lang": "de"}, "lang: arvo on"),
        ({"op": ["score"], "lang": "en"}, "op: the value is"),
        ({"op": "score", "lang": "en"}, "should be a JSON object"),
        ({"op": "score", "lang": "en", "sheet": []}, "should be a JSON object"),
        ({"op": "read", "lang": "en"}, "text: the value is null"),
        ({"op": "read", "lang": "en", "text": "{"}, "not valid JSON"),
        ({"op": "read", "lang": "en", "text": "x" * 1_000_001}, "too large"),
        ({"op": "read", "lang": "sv", "text": ""}, "tomt"),
    ],
)
def test_a_bad_request_is_told(request_: dict[str, object], part: str) -> None:
    """A bad request is answered with sentences in its language, Finnish when that is unknown."""
    reply = ask(**request_)

    assert list(reply) == ["faults"]
    assert part in reply["faults"][0]


@pytest.mark.parametrize(
    "raw", ["", "[]", "null", "[" * 100_000, "NaN", "\ud800", '{"lang":"\ud800"}']
)
def test_anything_is_answered(raw: str) -> None:
    """What is no request at all is answered with faults too."""
    assert list(json.loads(handle(raw))) == ["faults"]


def test_a_full_size_file_fits_in_a_request() -> None:
    """A file at the limit is read even when each of its characters is escaped in the request."""
    text = json.dumps({"format": "x"}) + " " * 900_000
    raw = json.dumps({"op": "read", "lang": "en", "text": text})

    faults = json.loads(handle(raw.replace("    ", "\\u0020" * 4)))["faults"]

    assert faults[-1].startswith('format: the value is "x"')
