"""What commands print is what the package finds: as data, and as every kind of text."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from selfcheck.bank import load
from selfcheck.cli.main import main
from selfcheck.jsontext import canonical
from selfcheck.model import LANGS, Lang
from selfcheck.render.html import as_html
from selfcheck.render.markdown import as_markdown
from selfcheck.render.text import as_text
from selfcheck.reports import questions
from selfcheck.reports.blocks import Block
from selfcheck.reports.brief import brief
from selfcheck.reports.compare import compare_report
from selfcheck.reports.edition import Edition, load_edition
from selfcheck.reports.explain import explain_report
from selfcheck.reports.merge import merge_report
from selfcheck.reports.partners import partners_report
from selfcheck.reports.preview import preview_report
from selfcheck.reports.report import report
from selfcheck.scoring.tally import tally
from selfcheck.scoring.timetable import Span
from selfcheck.sheets.reading import read
from selfcheck.sheets.sheet import Sheet, write
from selfcheck.views.compare import compare
from selfcheck.views.explain import explain
from selfcheck.views.merge import merge, merged
from selfcheck.views.merged_sheet import partners_sheet
from selfcheck.views.partners import in_order, join
from selfcheck.views.preview import preview
from selfcheck.views.speakers import load_stems

from .cases import scored

BANK = load()
HOME = Path(questions.__file__).parents[1]
FILES = sorted(map(str, HOME.glob("examples/en/*.json")))
SHEETS = [read(Path(file).read_bytes(), BANK) for file in FILES]
ONE, TWO, _ = SHEETS
HERE = tally(BANK, ONE)
PICTURE = merge(BANK, SHEETS, load_stems())
PREVIEWS = {file: preview(BANK, BANK, sheet) for file, sheet in zip(FILES, SHEETS, strict=True)}
RULES = str(HOME / "bank")
DATA: dict[str, tuple[list[str], object]] = {
    "score": (["score", FILES[0]], scored(BANK, ONE)),
    "explain": (["explain", FILES[0]], explain(HERE)),
    "merge": (["merge", "--as", "colleagues", *FILES], PICTURE),
    "merge --as": (["merge", "--as", "partners", *FILES], join(BANK, SHEETS)),
    "compare": (["compare", *FILES[:2]], compare(BANK, ONE, TWO)),
    "preview": (["preview", RULES, *FILES], PREVIEWS),
}
TEXTS: dict[str, tuple[list[str], Callable[[Edition], tuple[Block, ...]]]] = {
    "score": (["score", FILES[0]], lambda e: report(e, ONE)),
    "explain": (["explain", FILES[0]], lambda e: explain_report(e, HERE, explain(HERE))),
    "merge": (["merge", "--as", "colleagues", *FILES], lambda e: merge_report(e, PICTURE)),
    "merge --as": (
        ["merge", "--as", "partners", *FILES],
        lambda e: partners_report(e, join(BANK, SHEETS)),
    ),
    "compare": (["compare", *FILES[:2]], lambda e: compare_report(e, compare(BANK, ONE, TWO))),
    "brief": (["brief", FILES[0]], lambda e: brief(e, ONE)),
    "preview": (["preview", RULES, *FILES], lambda e: preview_report(e, e, PREVIEWS)),
    "questions": (["questions"], questions.as_blocks),
}
DAYS = ["--today", "2026-11-02", "--until", "2026-11-30"]
SPAN = Span(date(2026, 11, 2), date(2026, 11, 30))

type Capture = pytest.CaptureFixture[str]


def printed(capsys: Capture, *argv: str) -> str:
    """Run a command that succeeds and return what it prints."""
    assert main(argv) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("command", DATA)
def test_data_are_canonical(capsys: Capture, command: str) -> None:
    """`--format json` prints the data in canonical form, and a newline."""
    argv, data = DATA[command]

    assert printed(capsys, *argv, "--format", "json") == canonical(data) + "\n"


@pytest.mark.parametrize("lang", LANGS)
def test_the_questions_as_data_are_laid_out_for_people(capsys: Capture, lang: Lang) -> None:
    """Two blanks a level, and letters as they are."""
    data = questions.as_data(load_edition(BANK, lang))
    expected = json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    assert printed(capsys, "questions", "--lang", lang, "--format", "json") == expected


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", TEXTS)
def test_texts_are_the_reports(capsys: Capture, command: str, lang: Lang) -> None:
    """Without a format the report is plain text, in the language asked for."""
    argv, blocks = TEXTS[command]
    edition = load_edition(BANK, lang)

    assert printed(capsys, *argv, "--lang", lang) == as_text(blocks(edition), edition.words)


@pytest.mark.parametrize("command", sorted({*TEXTS} - {"questions"}))
def test_other_formats_are_the_same_report(capsys: Capture, command: str) -> None:
    """Markdown and HTML are drawn from the same blocks, in Finnish where no language is named."""
    argv, blocks = TEXTS[command]
    edition = load_edition(BANK, "fi")
    found = blocks(edition)

    markdown = printed(capsys, *argv, "--format", "markdown")
    assert markdown == as_markdown(found, edition.words)
    assert printed(capsys, *argv, "--format", "html") == as_html(found, edition.words)


def test_days_reach_the_reports_that_take_them(capsys: Capture) -> None:
    """`--today` and `--until` date the steps of a result and of a brief."""
    edition = load_edition(BANK, "en")
    for name, blocks in (("score", report), ("brief", brief)):
        told = as_text(blocks(edition, ONE, SPAN), edition.words)
        assert printed(capsys, name, FILES[0], *DAYS, "--lang", "en") == told


def test_the_merged_file_is_an_answer_file(capsys: Capture) -> None:
    """`merge --sheet` prints what every other command reads, laid out as a template is."""
    out = printed(capsys, "merge", "--as", "colleagues", *FILES, "--sheet")

    assert out == write(merged(BANK, SHEETS, load_stems()))
    assert isinstance(read(out, BANK), Sheet)


def test_the_file_of_the_group_is_an_answer_file(capsys: Capture) -> None:
    """`merge --as partners --sheet` prints what every other command reads."""
    out = printed(capsys, "merge", "--as", "partners", *FILES, "--sheet")

    assert out == write(partners_sheet(BANK, in_order(SHEETS)))
    assert isinstance(read(out, BANK), Sheet)
