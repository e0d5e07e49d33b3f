"""What each command of the command line does; every one returns its exit status."""

import json
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from ..bank import load, load_texts
from ..errors import Fault
from ..jsontext import canonical, printable
from ..model import LANGS, Bank, Lang
from ..render.html import as_html
from ..render.markdown import as_markdown
from ..render.text import as_text
from ..reports import questions
from ..reports.blocks import Block
from ..reports.brief import brief
from ..reports.compare import compare_report
from ..reports.edition import Edition, load_edition
from ..reports.explain import explain_report
from ..reports.merge import merge_report
from ..reports.partners import partners_report
from ..reports.preview import preview_report
from ..reports.report import report
from ..scoring.score import score
from ..scoring.tally import tally
from ..scoring.timetable import Span, read_span
from ..sheets.sheet import Sheet, template, write
from ..views.compare import compare
from ..views.explain import explain
from ..views.merge import merge, merged
from ..views.merged_sheet import partners_sheet
from ..views.naming import distinct
from ..views.partners import are_partners, in_order, join
from ..views.preview import preview
from ..views.speakers import load_stems
from ..words import Words, load_words
from .lines import score_lines
from .terminal import BAD, GOOD, FileError, file_fault, opened, put, sheets

RENDERERS: dict[str, Callable[[tuple[Block, ...], Words], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
}


@dataclass(frozen=True)
class Desk:
    """What a command works with, each loaded when it is first needed."""

    lang: Lang
    shape: str

    @cached_property
    def bank(self) -> Bank:
        """The rules."""
        return load()

    @cached_property
    def edition(self) -> Edition:
        """The rules with their words."""
        return load_edition(self.bank, self.lang)

    def sentence(self, fault: Fault) -> str:
        """Tell a fault in the reader's language, whose words are not loaded while all is well."""
        return self.words.sentence(fault)

    @cached_property
    def words(self) -> Words:
        """The tool's own phrases."""
        return load_words(self.lang)

    @property
    def as_json(self) -> bool:
        """Whether data are asked for rather than something to read."""
        return self.shape == "json"

    def sheets(self, names: Sequence[str]) -> list[Sheet]:
        """Read answer files; raises `FileError`."""
        return sheets(names, self.bank, self.lang)

    def tell(self, blocks: tuple[Block, ...]) -> int:
        """Print blocks as the kind of text that was asked for."""
        put(RENDERERS[self.shape](blocks, self.edition.words))
        return GOOD


def desk(arguments: Namespace) -> Desk:
    """Set up for what was asked."""
    return Desk(arguments.lang, getattr(arguments, "format", None) or "text")


def _put_data(data: object) -> int:
    put(canonical(data) + "\n")
    return GOOD


def run_template(_: Namespace) -> int:
    """Print an empty answer file."""
    put(write(template(load())))
    return GOOD


def run_questions(arguments: Namespace) -> int:
    """Print everything that is asked."""
    at = desk(arguments)
    if at.as_json:
        data = questions.as_data(at.edition)
        put(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return GOOD
    return at.tell(questions.as_blocks(at.edition))


def run_score(arguments: Namespace) -> int:
    """Score one sheet, or as many as there are lines."""
    at, span = desk(arguments), _span(arguments)
    if arguments.jsonl:
        return _score_lines(arguments.file, at)
    (sheet,) = at.sheets([arguments.file])
    if at.as_json:
        return _put_data(score(tally(at.bank, sheet)))
    return at.tell(report(at.edition, sheet, span))


def _score_lines(name: str, at: Desk) -> int:
    status = GOOD
    try:
        with opened(name) as source:
            for good, line in score_lines(source, at.bank, at.sentence):
                put(line + "\n")
                status = status if good else BAD
    except OSError as error:
        raise FileError([file_fault(error, name, at.lang)]) from None
    return status


def run_merge(arguments: Namespace) -> int:
    """Put several people's sheets together."""
    at, stems = desk(arguments), load_stems()
    found = at.sheets(arguments.files)
    if arguments.kind == "partners" or (arguments.kind is None and are_partners(found)):
        return _join(at, found, arguments.sheet)
    if arguments.sheet:
        put(write(merged(at.bank, found, stems)))
        return GOOD
    picture = merge(at.bank, found, stems)
    return _put_data(picture) if at.as_json else at.tell(merge_report(at.edition, picture))


def _join(at: Desk, found: Sequence[Sheet], sheet_alone: bool) -> int:
    """Put the sheets of partners of a joint application together."""
    if sheet_alone:
        put(write(partners_sheet(at.bank, in_order(found))))
        return GOOD
    joint = join(at.bank, found)
    return _put_data(joint) if at.as_json else at.tell(partners_report(at.edition, joint))


def run_compare(arguments: Namespace) -> int:
    """Tell what changed between two sheets."""
    at = desk(arguments)
    old, new = at.sheets([arguments.old, arguments.new])
    comparison = compare(at.bank, old, new)
    return _put_data(comparison) if at.as_json else at.tell(compare_report(at.edition, comparison))


def run_explain(arguments: Namespace) -> int:
    """Take a result apart."""
    at = desk(arguments)
    (sheet,) = at.sheets([arguments.file])
    here = tally(at.bank, sheet)
    explanation = explain(here)
    if at.as_json:
        return _put_data(explanation)
    return at.tell(explain_report(at.edition, here, explanation))


def run_brief(arguments: Namespace) -> int:
    """Write the interview brief."""
    at, span = desk(arguments), _span(arguments)
    (sheet,) = at.sheets([arguments.file])
    return at.tell(brief(at.edition, sheet, span))


def _span(arguments: Namespace) -> Span | None:
    """Take the days asked for; a closing day alone counts from this machine's today."""
    today, until = arguments.today, arguments.until
    if until and not today:
        today = date.today().isoformat()
    return read_span(today, until)


def run_preview(arguments: Namespace) -> int:
    """Show what changed rules would do to sheets."""
    at = desk(arguments)
    new = _changed(Path(arguments.rules), at.lang)
    names = distinct([printable(name) for name in arguments.files])
    pairs = zip(names, at.sheets(arguments.files), strict=True)
    previews = {name: preview(at.bank, new.bank, sheet) for name, sheet in pairs}
    return _put_data(previews) if at.as_json else at.tell(preview_report(at.edition, new, previews))


def _changed(folder: Path, lang: Lang) -> Edition:
    """Load changed rules; a folder without words has those of the present rules."""
    bank = load(folder)
    own = any((folder / f"{other}.toml").exists() for other in LANGS)
    return Edition(bank, load_texts(bank, lang, folder if own else None), load_words(lang))
