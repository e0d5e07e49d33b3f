"""The command line: which commands there are and what each of them takes."""

import argparse
from collections.abc import Callable, Sequence

from ..errors import BankError, Fault, SheetError
from ..model import LANGS
from ..words import load_words
from . import commands
from .terminal import (
    BAD,
    GOOD,
    INTERRUPTED,
    UNWRITTEN,
    FileError,
    OutputError,
    complain,
    put,
    silence,
)

EXAMPLES = """examples:
  python -m selfcheck template > answers.json
  python -m selfcheck questions --lang en
  python -m selfcheck score answers.json --lang en
  python -m selfcheck score answers.json --format html > report.html
  python -m selfcheck score answers.json --until 2030-12-10
  python -m selfcheck score --jsonl sheets.jsonl > results.jsonl
  python -m selfcheck explain answers.json
  python -m selfcheck merge anna.json ben.json --sheet > together.json
  python -m selfcheck compare spring.json autumn.json
  python -m selfcheck brief answers.json --format markdown
  python -m selfcheck preview changed-bank/ stored/*.json

Nothing leaves your machine. Exit status: 0 good; 2 bad input, one line for each fault; 1 the result
cannot be written."""
FILE = 'answer file; "-" reads standard input'
READABLE = ("text", "markdown", "html")
ALL = ("text", "json", "markdown", "html")

type Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 good, 1 nothing written, 2 bad input."""
    lang = LANGS[0]
    try:
        arguments = _parsed(argv)
        lang = getattr(arguments, "lang", lang)
        return int(arguments.run(arguments))
    except FileError as error:
        complain(*error.lines)
    except BankError as error:
        complain(*map(str, error.defects))
    except SheetError as error:  # days that make no sense
        complain(*map(load_words(lang).sentence, error.faults))
    except OutputError as error:
        silence()
        if error.left:
            return GOOD
        complain(load_words(lang).sentence(Fault("unwritable")))
        return UNWRITTEN
    except KeyboardInterrupt:
        return INTERRUPTED
    return BAD


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """Understand the call; help that was asked for is out before the command ends."""
    try:
        return _parser().parse_args(argv)
    except SystemExit:
        put("")
        raise


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m selfcheck",
        description="Self-check for the Soske academy: how ready is your organisation?",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    known = parser.add_subparsers(required=True, metavar="command")
    about = "print an empty answer file to fill in"
    known.add_parser("template", help=about, description=about).set_defaults(
        run=commands.run_template
    )
    _add_one_sheet(known)
    _add_many_sheets(known)
    return parser


def _add_one_sheet(known: Commands) -> None:
    about = "list the questions, their levels and ids"
    _add(known, "questions", about, commands.run_questions, ("text", "json"))
    about = "score an answer file, or many with --jsonl"
    command = _add(known, "score", about, commands.run_score, ())
    command.add_argument("file", metavar="FILE", help=FILE)
    shapes = command.add_mutually_exclusive_group()
    shapes.add_argument("--format", choices=ALL, help="default: text")
    about = "FILE has one sheet a line; print one JSON result a line, in order"
    shapes.add_argument("--jsonl", action="store_true", help=about)
    _add_days(command)
    about = "show the rule line by line, and what each open answer could move"
    _add(known, "explain", about, commands.run_explain, ALL).add_argument(
        "file", metavar="FILE", help=FILE
    )
    about = "write an interview brief: for each criterion claim, evidence, owner, open questions"
    command = _add(known, "brief", about, commands.run_brief, READABLE)
    command.add_argument("file", metavar="FILE", help=FILE)
    _add_days(command)


def _add_days(command: argparse.ArgumentParser) -> None:
    about = "date the next steps from this day (YYYY-MM-DD); else they are told in weeks"
    command.add_argument("--today", metavar="DAY", help=about)
    about = "tell which steps can be done by this day, such as the end of the application period"
    command.add_argument("--until", metavar="DAY", help=about)


def _add_many_sheets(known: Commands) -> None:
    about = "put several people's answer files together and show where they differ"
    command = _add(known, "merge", about, commands.run_merge, ())
    command.add_argument("files", metavar="FILE", nargs="+", help=FILE)
    about = "colleagues of one organisation, or partners of a joint application"
    about += " (default: partners when the files name different organisations)"
    kinds = ("colleagues", "partners")
    command.add_argument("--as", dest="kind", choices=kinds, help=about)
    shapes = command.add_mutually_exclusive_group()
    shapes.add_argument("--format", choices=ALL, help="default: text")
    about = "print the merged answer file alone, to save and go on with"
    shapes.add_argument("--sheet", action="store_true", help=about)
    about = "show what has changed from one answer file to another"
    command = _add(known, "compare", about, commands.run_compare, ALL)
    command.add_argument("old", metavar="OLD", help=FILE)
    command.add_argument("new", metavar="NEW", help=FILE)
    about = "show what changed rules would do to stored answer files"
    command = _add(known, "preview", about, commands.run_preview, ALL)
    about = "folder with a changed rules.toml, and with fi.toml, sv.toml, en.toml if words change"
    command.add_argument("rules", metavar="RULES_DIR", help=about)
    command.add_argument("files", metavar="FILE", nargs="+", help=FILE)


def _add(
    known: Commands,
    name: str,
    about: str,
    run: Callable[[argparse.Namespace], int],
    shapes: tuple[str, ...],
) -> argparse.ArgumentParser:
    """Add a command that speaks the reader's language."""
    command = known.add_parser(name, help=about, description=about)
    help_ = "language of texts and faults (default: fi)"
    command.add_argument("--lang", choices=LANGS, default=LANGS[0], help=help_)
    if shapes:
        command.add_argument("--format", choices=shapes, default=shapes[0], help="default: text")
    command.set_defaults(run=run)
    return command
