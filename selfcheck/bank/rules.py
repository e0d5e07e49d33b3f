"""Loading the rules of the bank: typed, checked, ready to score with."""

from pathlib import Path
from typing import NamedTuple

from ..model import (
    LEVELS,
    STANDINGS,
    THEMES,
    TOP_LEVEL,
    Answer,
    Band,
    Bank,
    Branch,
    Carried,
    Condition,
    Contradiction,
    Criterion,
    Question,
    Role,
    Standing,
)
from ..toml import Reader, Table, parse
from .checks import check_rules

FILE = "bank/rules.toml"
OPTIONAL = ("conditions", "kinds", "branches", "contradictions", "retired", "carried")
SECTIONS = (
    *("version", "pace", "evidence", "ahead", "roles", "criteria", "questions", "bands"),
    *OPTIONAL,
)
WEIGHTS = (1, 1000)  # a slip of the finger shall not drown everything else
SCORES = (0, 100)
WEEKS = (1, 52)  # a step that takes longer than a year is no step
YEARS = (1, 100)
SAID: tuple[Answer | Standing, ...] = (*LEVELS, "na", *STANDINGS)


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
    def entries(kind: str) -> list[tuple[Table, str]]:
        return _entries(reader, document, kind)

    pace = _pace(reader, reader.section(document, "pace"))
    kinds = tuple(_id(reader, e, p) for e, p in entries("kinds"))
    roles = tuple(_role(reader, e, p, kinds) for e, p in entries("roles"))
    known = tuple(role.id for role in roles)
    return Bank(
        version=reader.text(document, "version", ""),
        roles=roles,
        conditions=tuple(_condition(reader, e, p, known, pace) for e, p in entries("conditions")),
        criteria=tuple(_criterion(reader, e, p) for e, p in entries("criteria")),
        questions=tuple(_question(reader, e, p, known, pace) for e, p in entries("questions")),
        bands=tuple(_band(reader, e, p) for e, p in entries("bands")),
        kinds=kinds,
        branches=tuple(_branch(reader, e, p, kinds) for e, p in entries("branches")),
        contradictions=tuple(_contradiction(reader, e, p) for e, p in entries("contradictions")),
        retired=tuple(_id(reader, e, p) for e, p in entries("retired")),
        carried=tuple(_carried(reader, e, p) for e, p in entries("carried")),
        ask_weeks=pace.ask,
        evidence_years=_one_number(reader, document, "evidence", "years", YEARS),
        ahead=_one_number(reader, document, "ahead", "overall", SCORES),
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


def _one_number(
    reader: Reader, document: Table, section: str, key: str, bounds: tuple[int, int]
) -> int:
    """Take the only number of a section."""
    table = reader.section(document, section)
    reader.keys(table, section, (key,), ())
    return reader.number(table, key, section, bounds)


def _entries(reader: Reader, document: Table, kind: str) -> list[tuple[Table, str]]:
    """List the entries of a kind, each with the place an error message names."""
    entries = reader.tables(document, kind)
    return [(entry, f"{kind}[{entry.get('id', n)}]") for n, entry in enumerate(entries, 1)]


def _id(reader: Reader, entry: Table, place: str) -> str:
    reader.keys(entry, place, ("id",), ())
    return reader.id(entry, "id", place)


def _role(reader: Reader, entry: Table, place: str, kinds: tuple[str, ...]) -> Role:
    reader.keys(entry, place, ("id", "themes", "kinds"), optional=("themes", "kinds"))
    return Role(
        id=reader.id(entry, "id", place),
        themes=reader.ids(entry, "themes", place, THEMES),
        kinds=reader.ids(entry, "kinds", place, kinds),
    )


def _condition(
    reader: Reader, entry: Table, place: str, roles: tuple[str, ...], pace: Pace
) -> Condition:
    reader.keys(entry, place, ("id", "ask", "does", "page", "weeks"), optional=("weeks",))
    return Condition(
        id=reader.id(entry, "id", place),
        ask=reader.ids(entry, "ask", place, roles),
        does=reader.choice(entry, "does", place, roles),
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
    optional = ("part", "strength", "round", "weeks")
    known = ("id", "criterion", "weight", "not_applicable", "ask", "does", "page", *optional)
    reader.keys(entry, place, known, optional)
    return Question(
        id=reader.id(entry, "id", place),
        criterion=reader.id(entry, "criterion", place),
        part=reader.id(entry, "part", place) or None,
        strength=reader.flag(entry, "strength", place),
        round=reader.flag(entry, "round", place),
        weight=reader.number(entry, "weight", place, WEIGHTS),
        not_applicable=reader.flag(entry, "not_applicable", place),
        ask=reader.ids(entry, "ask", place, roles),
        does=reader.choice(entry, "does", place, roles),
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


def _contradiction(reader: Reader, entry: Table, place: str) -> Contradiction:
    reader.keys(entry, place, ("id", "claims"), ())
    claims = reader.section(entry, "claims", place)
    return Contradiction(
        id=reader.id(entry, "id", place),
        claims={id_: reader.choices(claims, id_, f"{place}.claims", SAID) for id_ in claims},
    )


def _carried(reader: Reader, entry: Table, place: str) -> Carried:
    reader.keys(entry, place, ("from", "to", "levels"), ())
    return Carried(
        earlier=reader.id(entry, "from", place),
        now=reader.id(entry, "to", place),
        levels=reader.row(entry, "levels", place, (*LEVELS, "unknown"), len(LEVELS)),
    )


def _band(reader: Reader, entry: Table, place: str) -> Band:
    reader.keys(entry, place, ("id", "overall", "floor", "conditions"), ())
    return Band(
        id=reader.id(entry, "id", place),
        overall=reader.number(entry, "overall", place, SCORES),
        floor=reader.number(entry, "floor", place, SCORES),
        conditions=reader.flag(entry, "conditions", place),
    )
