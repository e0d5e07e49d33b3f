"""The command line: print an empty answer file, list the questions, score answers."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import BinaryIO

from . import questions, render
from .bank import load
from .errors import BankError, Fault, SheetError
from .jsontext import LIMIT, printable
from .model import LANGS, Bank, Lang
from .reading import read
from .report import report
from .result import canonical
from .score import score
from .sheet import Sheet, template, write
from .stream import score_lines
from .texts import load_texts
from .words import load_words

GOOD, BAD = 0, 2
EXAMPLES = """examples:
  python -m selfcheck template > answers.json
  python -m selfcheck questions --lang en
  python -m selfcheck score answers.json --lang en
  python -m selfcheck score --jsonl sheets.jsonl > results.jsonl

Nothing leaves your machine. Exit status: 0 good, 2 bad input, one line for each fault."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 good, 2 bad input."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except BankError as error:
        _complain(*map(str, error.defects))
        return BAD
    except BrokenPipeError:  # the reader has seen enough, as in `… | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m selfcheck",
        description="Self-check for the Soske academy: how ready is your organisation?",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    about = "print an empty answer file to fill in"
    commands.add_parser("template", help=about, description=about).set_defaults(run=_template)
    _add_questions(commands)
    _add_score(commands)
    return parser


type Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_questions(commands: Commands) -> None:
    about = "list the questions, their levels and ids"
    command = commands.add_parser("questions", help=about, description=about)
    _add_lang(command)
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=_questions)


def _add_score(commands: Commands) -> None:
    about = "score an answer file, or many with --jsonl"
    command = commands.add_parser("score", help=about, description=about)
    command.add_argument("file", metavar="FILE", help='answer file; "-" reads standard input')
    _add_lang(command)
    shapes = command.add_mutually_exclusive_group()
    shapes.add_argument("--format", choices=("text", "json", "markdown"), help="default: text")
    about = "FILE has one sheet a line; print one JSON result a line, in order"
    shapes.add_argument("--jsonl", action="store_true", help=about)
    command.set_defaults(run=_score)


def _add_lang(command: argparse.ArgumentParser) -> None:
    about = "language of texts and faults (default: fi)"
    command.add_argument("--lang", choices=LANGS, default=LANGS[0], help=about)


def _template(_: argparse.Namespace) -> int:
    _print(write(template(load())))
    return GOOD


def _questions(arguments: argparse.Namespace) -> int:
    bank = load()
    texts = load_texts(bank, arguments.lang)
    if arguments.format == "json":
        data = questions.as_data(bank, texts)
        _print(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        words = load_words(arguments.lang)
        _print(render.text(questions.as_blocks(bank, texts, words), words))
    return GOOD


def _score(arguments: argparse.Namespace) -> int:
    name, lang = arguments.file, arguments.lang
    try:
        with _opened(name) as source:
            if arguments.jsonl:
                return _score_lines(source, lang)
            raw = source.read(LIMIT + 1)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        _complain(load_words(lang).sentence(Fault(_trouble(error), name)))
        return BAD
    return _score_one(raw, name, lang, arguments.format)


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb")


def _trouble(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "file_missing"
        case IsADirectoryError():
            return "file_directory"
        case PermissionError():
            return "file_permission"
    return "file_unreadable"


def _score_lines(source: BinaryIO, lang: Lang) -> int:
    words = cache(lambda: load_words(lang))  # not needed while all is well
    status = GOOD
    for good, line in score_lines(source, load(), lambda fault: words().sentence(fault)):
        _print(line + "\n")
        status = status if good else BAD
    return status


def _score_one(raw: bytes, name: str, lang: Lang, shape: str | None) -> int:
    bank = load()
    try:
        sheet = read(raw, bank)
    except SheetError as error:
        words = load_words(lang)
        _complain(*(f"{name}: {words.sentence(fault)}" for fault in error.faults))
        return BAD
    _print(_shaped(bank, sheet, lang, shape))
    return GOOD


def _shaped(bank: Bank, sheet: Sheet, lang: Lang, shape: str | None) -> str:
    result = score(bank, sheet)
    if shape == "json":
        return canonical(result) + "\n"
    words = load_words(lang)
    blocks = report(bank, load_texts(bank, lang), words, sheet, result)
    return (render.markdown if shape == "markdown" else render.text)(blocks, words)


def _print(text: str) -> None:
    """Write UTF-8 whatever the terminal's encoding, and at once: someone may wait in a pipe."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _complain(*lines: str) -> None:
    for line in lines:
        sys.stderr.buffer.write(f"{printable(line)}\n".encode())
    sys.stderr.buffer.flush()
