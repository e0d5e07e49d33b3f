"""The browser's door: the same results as everywhere, and an answer to anything."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.errors import SheetError
from selfcheck.jsontext import canonical
from selfcheck.model import LANGS, Lang
from selfcheck.render.markdown import as_markdown
from selfcheck.render.text import as_text
from selfcheck.reports.blocks import as_data
from selfcheck.reports.brief import brief
from selfcheck.reports.compare import compare_report
from selfcheck.reports.edition import load_edition
from selfcheck.reports.report import report
from selfcheck.sheets.fingerprint import fingerprint
from selfcheck.sheets.reading import read
from selfcheck.sheets.sheet import Sheet, plain, template, write
from selfcheck.views.compare import compare
from selfcheck.web import handle
from selfcheck.words import load_words

from .cases import scored, sheet, sheets, tells

BANK = load()


def ask(**request: object) -> dict[str, Any]:
    """Send a request and read the answer."""
    reply: dict[str, Any] = json.loads(handle(json.dumps(request)))
    return reply


@given(sheets(BANK), st.sampled_from(LANGS))
def test_score_is_that_of_the_command_line(one: Sheet, lang: str) -> None:
    """The canonical JSON is the same bytes as the command line's, in every language."""
    reply = ask(op="score", lang=lang, sheet=plain(one))

    assert reply["canonical"] == canonical(scored(BANK, one))
    assert json.loads(reply["canonical"]) == reply["result"]
    assert reply["report"][0]["kind"] == "heading"


@given(sheets(BANK), st.sampled_from(LANGS))
def test_a_score_and_its_details_are_the_whole_report(one: Sheet, lang: Lang) -> None:
    """What a page shows in two steps is the report that the command line writes."""
    parts = [ask(op=op, lang=lang, sheet=plain(one))["report"] for op in ("score", "details")]
    whole = as_data(report(load_edition(BANK, lang), one))

    assert parts[0] + parts[1] == json.loads(json.dumps(whole))


@pytest.mark.parametrize("lang", LANGS)
def test_days_date_the_report_and_nothing_else(lang: str) -> None:
    """With days the report tells the closing day; the result is the same bytes as without."""
    begun = plain(replace(template(BANK), answers=dict.fromkeys(BANK.answers, 1)))
    dated = ask(op="score", lang=lang, sheet=begun, today="2037-11-02", until="2038-02-01")
    undated = ask(op="score", lang=lang, sheet=begun)

    assert dated["canonical"] == undated["canonical"]
    assert "2038" in str(dated["report"])
    assert "2037" not in str(undated["report"])


def test_a_written_file_is_read_back() -> None:
    """The text of a written answer file gives the sheet that was written."""
    reply = ask(op="read", lang="sv", text=write(template(BANK)))

    assert reply == {"sheet": plain(template(BANK))}


def judged(raw: bytes) -> dict[str, object]:
    """What the command line makes of a file."""
    try:
        return {"sheet": plain(read(raw, BANK))}
    except SheetError as error:
        return {"faults": [load_words("en").sentence(fault) for fault in error.faults]}


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_a_files_bytes_are_judged_as_on_the_command_line(code: str) -> None:
    """What is not UTF-8 is refused by both in the same words; a mark of UTF-8 is passed over."""
    raw = write(template(BANK)).replace('"organisation": ""', '"organisation": "Åbo"').encode(code)

    assert ask(op="read", lang="en", bytes=raw.decode("latin-1")) == judged(raw)
    assert ("sheet" in judged(raw)) == code.startswith("utf-8")


def test_a_score_comes_with_its_checksum() -> None:
    """The reply says from which answers the result comes."""
    reply = ask(op="score", lang="fi", sheet=plain(template(BANK)))

    assert reply["fingerprint"] == fingerprint(template(BANK))


@pytest.mark.parametrize("lang", LANGS)
def test_a_team_is_merged(lang: str) -> None:
    """Sheets come back as a picture, a merged sheet that can be checked, and a report."""
    sheets_ = [plain(sheet({"will-reason": level})) for level in (1, 2)]
    reply = ask(op="merge", lang=lang, sheets=sheets_)

    assert (reply["people"], reply["differ"]) == (2, 1)
    assert ask(op="read", lang=lang, text=json.dumps(reply["sheet"])) == {"sheet": reply["sheet"]}
    assert reply["report"][0]["level"] == 1


def test_partners_are_merged_as_such() -> None:
    """Other names are other applicants, unless the page says how the sheets are to be merged."""
    sheets_ = [plain(sheet({"will-reason": n})) | {"organisation": f"Org {n}"} for n in (1, 2)]
    by_name = ask(op="merge", lang="en", sheets=sheets_)
    told = {"op": "merge", "lang": "en", "sheets": sheets_}

    assert (by_name["as"], by_name["people"], by_name["differ"]) == ("partners", 2, 1)
    assert by_name["sheet"]["answers"]["will-reason"] == 1
    assert ask(**told, **{"as": "colleagues"})["as"] == "colleagues"
    assert ask(**told, **{"as": "partners"}) == by_name
    assert "as" in ask(**told, **{"as": "friends"})["faults"][0]


def test_a_large_team_fits_in_a_request() -> None:
    """A hundred sheets with every text at its longest are merged."""
    texts = {
        "organisation": "å" * 200,
        "role": "å" * 200,
        "evidence": dict.fromkeys(BANK.ids, "å" * 1000),
    }
    sheets_ = [
        plain(template(BANK)) | texts | {"date": f"2026-01-{n % 28 + 1:02}"} for n in range(100)
    ]

    assert ask(op="merge", lang="en", sheets=sheets_)["people"] == 28


def test_two_sheets_are_compared() -> None:
    """The earlier sheet is `old`, the later one `new`."""
    one, two = sheet({"will-owner": 1}), sheet({"will-owner": 2})
    reply = ask(op="compare", lang="en", old=plain(one), new=plain(two))
    told = compare_report(load_edition(BANK, "en"), compare(BANK, one, two))

    assert reply == {"report": json.loads(json.dumps(as_data(told)))}


def test_a_brief_comes_as_blocks_and_for_copying() -> None:
    """The interview brief is there as blocks, as text and as Markdown."""
    reply = ask(op="brief", lang="en", sheet=plain(template(BANK)))
    edition = load_edition(BANK, "en")
    blocks = brief(edition, template(BANK))

    assert reply["text"] == as_text(blocks, edition.words)
    assert reply["markdown"] == as_markdown(blocks, edition.words)
    assert reply["report"] == json.loads(json.dumps(as_data(blocks)))


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_is_made_into_markdown(lang: str) -> None:
    """The Markdown is the command line's, and what an answer holds cannot become markup."""
    one = plain(template(BANK)) | {"organisation": "<b>*Saari*</b>"}
    text = ask(op="markdown", lang=lang, sheet=one)["markdown"]

    assert text.startswith("# ")
    assert r"\<b\>\*Saari\*\</b\>" in text


@pytest.mark.parametrize("base", ["", "https://x.example/soske/en/", "http://127.0.0.1:8000/"])
def test_a_report_is_made_into_a_page(base: str) -> None:
    """The page stands alone; with the site's address it links there."""
    begun = replace(template(BANK), answers=dict.fromkeys(BANK.answers, 1))
    page = ask(op="html", lang="en", sheet=plain(begun), base=base)["html"]

    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert (f'href="{base}criteria/' in page) == bool(base)


@pytest.mark.parametrize(
    ("request_", "code", "field"),
    [
        ({"op": "dance", "lang": "en"}, "wrong_value", "op"),
        ({"op": "score", "lang": "de"}, "wrong_value", "lang"),
        ({"op": ["score"], "lang": "en"}, "wrong_value", "op"),
        ({"op": "score", "lang": "en"}, "not_object", ""),
        ({"op": "score", "lang": "en", "sheet": []}, "not_object", ""),
        ({"op": "read", "lang": "en"}, "not_text", "text"),
        ({"op": "read", "lang": "en", "text": "{"}, "not_json", ""),
        ({"op": "read", "lang": "en", "text": "x" * 1_000_001}, "too_large", ""),
        ({"op": "read", "lang": "sv", "text": ""}, "blank", ""),
        ({"op": "read", "lang": "en", "bytes": 3}, "not_text", "bytes"),
        ({"op": "read", "lang": "en", "bytes": "ŋ"}, "not_text", "bytes"),
        ({"op": "merge", "lang": "en"}, "sheets", "sheets"),
        ({"op": "merge", "lang": "en", "sheets": []}, "sheets", "sheets"),
        ({"op": "merge", "lang": "en", "sheets": [plain(template(BANK)), 3]}, "not_object", ""),
        (
            {"op": "merge", "lang": "en", "sheets": [plain(template(BANK)) | {"date": "x"}]},
            "date",
            "sheets[0].date",
        ),
        ({"op": "compare", "lang": "en", "old": plain(template(BANK))}, "not_object", ""),
        ({"op": "compare", "lang": "en", "old": {}}, "missing", "old.format"),
        ({"op": "brief", "lang": "en", "sheet": {"x": 1}}, "missing", "format"),
        ({"op": "html", "lang": "en", "base": "javascript:alert(1)/"}, "request", "base"),
        ({"op": "html", "lang": "en", "base": 3}, "request", "base"),
        (
            {"op": "score", "lang": "sv", "sheet": plain(template(BANK)), "today": "idag"},
            "date",
            "today",
        ),
        (
            {"op": "html", "lang": "en", "sheet": plain(template(BANK)), "until": "2026-12-03"},
            "missing",
            "today",
        ),
        (
            {
                "op": "brief",
                "lang": "fi",
                "sheet": plain(template(BANK)),
                "today": "2026-12-03",
                "until": "2026-12-02",
            },
            "too_early",
            "until",
        ),
    ],
)
def test_a_bad_request_is_told(request_: dict[str, object], code: str, field: str) -> None:
    """A bad request is answered with sentences in its language, Finnish when that is unknown."""
    reply = ask(**request_)
    lang: Lang = next((lang for lang in LANGS if lang == request_["lang"]), "fi")

    assert list(reply) == ["faults"]
    assert tells(reply["faults"][0], lang, code, field)


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

    assert tells(faults[-1], "en", "wrong_value", "format")
    assert '"x"' in faults[-1]
