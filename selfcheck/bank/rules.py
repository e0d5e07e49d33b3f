"""Loading the rules of the bank: typed, checked, ready to score with."""

from pathlib import Path
from typing import NamedTuple

from ..model import THEMES, TOP_LEVEL, Band, Bank, Branch, Condition, Criterion, Question
from ..toml import Reader, Table, parse
from .checks import check_rules

FILE = "bank/rules.toml"
OPTIONAL = ("conditions", "kinds", "branches", "retired")
SECTIONS = ("version", "pace", "roles", "criteria", "questions", "bands", *OPTIONAL)
WEIGHTS = (1, 1000)  # a slip of the finger shall not drown everything else
SCORES = (0, 100)
WEEKS = (1, 52)  # a step that takes longer than a year is no step


def load(directory: Path | None = None) -> Bank:
    """Load the rules, from the package's own bank or from the `rules.toml` of another folder.

    Raises `BankError` with every defect found.
    """
    reader = Reader(FILE)
    document = parse(FILE, directory)
    reader.keys(document, "", SECTIONS, OPTIONAL)
    bank = _bank(reader, document)
    reader.finish()
    check_rules(reader, bank)
    reader.finish()
    return bank


def _bank(reader: Reader, document: Table) -> Bank:
    pace = _pace(reader, reader.section(document, "pace"))
    roles = tuple(_id(reader, e, p) for e, p in _entries(reader, document, "roles"))
    kinds = tuple(_id(reader, e, p) for e, p in _entries(reader, document, "kinds"))
    conditions = _entries(reader, document, "conditions")
    questions = _entries(reader, document, "questions")
    return Bank(
        version=reader.text(document, "version", ""),
        roles=roles,
        conditions=tuple(_condition(reader, e, p, roles, pace) for e, p in conditions),
        criteria=tuple(_criterion(reader, e, p) for e, p in _entries(reader, document, "criteria")),
        questions=tuple(_question(reader, e, p, roles, pace) for e, p in questions),
        bands=tuple(_band(reader, e, p) for e, p in _entries(reader, document, "bands")),
        kinds=kinds,
        branches=tuple(
            _branch(reader, e, p, kinds) for e, p in _entries(reader, document, "branches")
        ),
        ask_weeks=pace.ask,
        retired=tuple(_id(reader, e, p) for e, p in _entries(reader, document, "retired")),
    )


class Pace(NamedTuple):
    """The weeks that hold where an entry has none of its own."""

    ask: int
    condition: int
    levels: tuple[int, ...]


def _pace(reader: Reader, table: Table) -> Pace:
    reader.keys(table, "pace", Pace._fields, ())
    return Pace(
        ask=reader.number(table, "ask", "pace", WEEKS),
        condition=reader.number(table, "condition", "pace", WEEKS),
        levels=reader.numbers(table, "levels", "pace", WEEKS, TOP_LEVEL),
    )


def _entries(reader: Reader, document: Table, kind: str) -> list[tuple[Table, str]]:
    """List the entries of a kind, each with the place an error message names."""
    entries = reader.tables(document, kind)
    return [(entry, f"{kind}[{entry.get('id', n)}]") for n, entry in enumerate(entries, 1)]


def _id(reader: Reader, entry: Table, place: str) -> str:
    reader.keys(entry, place, ("id",), ())
    return reader.id(entry, "id", place)


def _condition(
    reader: Reader, entry: Table, place: str, roles: tuple[str, ...], pace: Pace
) -> Condition:
    reader.keys(entry, place, ("id", "roles", "page", "weeks"), optional=("weeks",))
    return Condition(
        id=reader.id(entry, "id", place),
        roles=reader.ids(entry, "roles", place, roles),
        page=reader.page(entry, "page", place),
        weeks=(reader.number(entry, "weeks", place, WEEKS) if "weeks" in entry else pace.condition),
    )


def _criterion(reader: Reader, entry: Table, place: str) -> Criterion:
    reader.keys(entry, place, ("id", "weight", "page", "parts"), optional=("parts",))
    parts = entry.get("parts", [])
    return Criterion(
        id=reader.id(entry, "id", place),
        weight=reader.number(entry, "weight", place, WEIGHTS),
        page=reader.page(entry, "page", place),
        parts=reader.texts(entry, "parts", place, len(parts) if isinstance(parts, list) else 2),
    )


def _question(
    reader: Reader, entry: Table, place: str, roles: tuple[str, ...], pace: Pace
) -> Question:
    known = ("id", "criterion", "part", "weight", "not_applicable", "roles", "page", "weeks")
    reader.keys(entry, place, known, optional=("part", "weeks"))
    return Question(
        id=reader.id(entry, "id", place),
        criterion=reader.id(entry, "criterion", place),
        part=reader.id(entry, "part", place) or None,
        weight=reader.number(entry, "weight", place, WEIGHTS),
        not_applicable=reader.flag(entry, "not_applicable", place),
        roles=reader.ids(entry, "roles", place, roles),
        page=reader.page(entry, "page", place),
        weeks=(
            reader.numbers(entry, "weeks", place, WEEKS, TOP_LEVEL)
            if "weeks" in entry
            else pace.levels
        ),
    )


def _branch(reader: Reader, entry: Table, place: str, kinds: tuple[str, ...]) -> Branch:
    reader.keys(entry, place, ("id", "entry", "kinds", "themes", "preset"), ("kinds", "themes"))
    return Branch(
        id=reader.id(entry, "id", place),
        entry=reader.id(entry, "entry", place),
        kinds=reader.ids(entry, "kinds", place, kinds),
        themes=reader.ids(entry, "themes", place, THEMES),
        preset=reader.flag(entry, "preset", place),
    )


def _band(reader: Reader, entry: Table, place: str) -> Band:
    reader.keys(entry, place, ("id", "overall", "floor", "conditions"), ())
    return Band(
        id=reader.id(entry, "id", place),
        overall=reader.number(entry, "overall", place, SCORES),
        floor=reader.number(entry, "floor", place, SCORES),
        conditions=reader.flag(entry, "conditions", place),
    )
