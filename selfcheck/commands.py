"""What each command of the command line does; every one returns its exit status."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from . import questions, render
from .bank import load
from .blocks import Block
from .brief import brief
from .compare import compare
from .compare_report import compare_report
from .explain import explain
from .explain_report import explain_report
from .jsontext import printable
from .merge import merge
from .merge_report import merge_report
from .model import LANGS, Bank, Lang
from .preview import preview
from .preview_report import Ruleset, preview_report
from .render_html import html
from .report import report
from .result import canonical
from .score import score
from .sheet import template, write
from .speakers import load_stems
from .stream import score_lines
from .terminal import BAD, GOOD, complain_of_file, opened, put, sheets
from .texts import Texts, load_texts
from .timetable import Span, read_span
from .words import Words, load_words

RENDERERS: dict[str, Callable[[tuple[Block, ...], Words], str]] = {
    "text": render.text,
    "markdown": render.markdown,
    "html": html,
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
