"""What each command of the command line does; every one returns its exit status."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from ..bank import Texts, load, load_texts
from ..jsontext import canonical, printable
from ..model import LANGS, Bank, Lang
from ..render.html import as_html
from ..render.markdown import as_markdown
from ..render.text import as_text
from ..reports import questions
from ..reports.blocks import Block
from ..reports.brief import brief
from ..reports.compare import compare_report
from ..reports.explain import explain_report
from ..reports.merge import merge_report
from ..reports.preview import Ruleset, preview_report
from ..reports.report import report
from ..scoring.score import score
from ..scoring.timetable import Span, read_span
from ..sheets.sheet import template, write
from ..views.compare import compare
from ..views.explain import explain
from ..views.merge import merge
from ..views.preview import preview
from ..views.speakers import load_stems
from ..words import Words, load_words
from .lines import score_lines
from .terminal import BAD, GOOD, complain_of_file, opened, put, sheets

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
    def texts(self) -> Texts:
        """The words of the bank."""
        return load_texts(self.bank, self.lang)

    @cached_property
    def words(self) -> Words:
        """The tool's own words."""
        return load_words(self.lang)

    def show(self, data: object, blocks: Callable[[], tuple[Block, ...]]) -> int:
        """Print data as JSON, or blocks as the kind of text that was asked for."""
        if self.shape == "json":
            put(canonical(data) + "\n")
        else:
            put(RENDERERS[self.shape](blocks(), self.words))
        return GOOD


def desk(arguments: Namespace) -> Desk:
    """Set up for what was asked."""
    return Desk(arguments.lang, getattr(arguments, "format", None) or "text")


def run_template(_: Namespace) -> int:
    """Print an empty answer file."""
    put(write(template(load())))
    return GOOD


def run_questions(arguments: Namespace) -> int:
    """Print everything that is asked."""
    at = desk(arguments)
    if at.shape == "json":
        data = questions.as_data(at.bank, at.texts)
        put(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return GOOD
    return at.show(None, lambda: questions.as_blocks(at.bank, at.texts, at.words))


def run_score(arguments: Namespace) -> int:
    """Score one sheet, or as many as there are lines."""
    if arguments.jsonl:
        return _score_lines(arguments.file, arguments.lang)
    at = desk(arguments)
    span = _span(arguments)
    found = sheets([arguments.file], at.bank, at.lang)
    if not found:
        return BAD
    (sheet,) = found
    result = score(at.bank, sheet)
    return at.show(result, lambda: report(at.bank, at.texts, at.words, sheet, span))


def _score_lines(name: str, lang: Lang) -> int:
    words = cache(lambda: load_words(lang))  # not needed while all is well
    status = GOOD
    try:
        with opened(name) as source:
            for good, line in score_lines(source, load(), lambda fault: words().sentence(fault)):
                put(line + "\n")
                status = status if good else BAD
    except BrokenPipeError:
        raise
    except OSError as error:
        complain_of_file(error, name, lang)
        return BAD
    return status


def run_merge(arguments: Namespace) -> int:
    """Put several people's sheets together."""
    at = desk(arguments)
    found = sheets(arguments.files, at.bank, at.lang)
    if not found:
        return BAD
    picture = merge(at.bank, found, load_stems())
    if arguments.sheet:
        put(json.dumps(picture["sheet"], ensure_ascii=False, indent=2) + "\n")
        return GOOD
    return at.show(picture, lambda: merge_report(at.bank, at.texts, at.words, picture))


def run_compare(arguments: Namespace) -> int:
    """Tell what changed between two sheets."""
    at = desk(arguments)
    found = sheets([arguments.old, arguments.new], at.bank, at.lang)
    if not found:
        return BAD
    comparison = compare(at.bank, *found)
    return at.show(comparison, lambda: compare_report(at.bank, at.texts, at.words, comparison))


def run_explain(arguments: Namespace) -> int:
    """Take a result apart."""
    at = desk(arguments)
    found = sheets([arguments.file], at.bank, at.lang)
    if not found:
        return BAD
    (sheet,) = found
    explanation = explain(at.bank, sheet)
    return at.show(
        explanation, lambda: explain_report(at.bank, at.texts, at.words, sheet, explanation)
    )


def run_brief(arguments: Namespace) -> int:
    """Write the interview brief."""
    at = desk(arguments)
    span = _span(arguments)
    found = sheets([arguments.file], at.bank, at.lang)
    if not found:
        return BAD
    return at.show(None, lambda: brief(at.bank, at.texts, at.words, found[0], span))


def _span(arguments: Namespace) -> Span | None:
    """Take the days asked for; a closing day alone counts from this machine's today."""
    today, until = arguments.today, arguments.until
    if until and not today:
        today = date.today().isoformat()
    return read_span(today, until)


def run_preview(arguments: Namespace) -> int:
    """Show what changed rules would do to sheets."""
    at, folder = desk(arguments), Path(arguments.rules)
    new = _ruleset(folder, at)
    found = sheets(arguments.files, at.bank, at.lang)
    if not found:
        return BAD
    pairs = zip(arguments.files, found, strict=True)
    previews = {printable(name): preview(at.bank, new.bank, sheet) for name, sheet in pairs}
    old = Ruleset(at.bank, at.texts)
    return at.show(previews, lambda: preview_report(old, new, at.words, previews))


def _ruleset(folder: Path, at: Desk) -> Ruleset:
    """Load changed rules; a folder without words has those of the present rules."""
    bank = load(folder)
    own = any((folder / f"{lang}.toml").exists() for lang in LANGS)
    return Ruleset(bank, load_texts(bank, at.lang, folder if own else None))
