"""Loading the rules of the bank: typed, checked, ready to score with."""

from pathlib import Path

from .consistency import check_rules
from .model import Band, Bank, Condition, Criterion, Question
from .tables import Reader, Table, parse

FILE = "bank/rules.toml"
SECTIONS = ("version", "roles", "conditions", "criteria", "questions", "bands")
WEIGHTS = (1, 1000)  # a slip of the finger shall not drown everything else
SCORES = (0, 100)


def load(directory: Path | None = None) -> Bank:
    """Load the rules, from the package's own bank or from the `rules.toml` of another folder.

    Raises `BankError` with every defect found.
    """
    reader = Reader(FILE)
    document = parse(FILE, directory)
    reader.keys(document, "", SECTIONS, optional=("conditions",))
    bank = _bank(reader, document)
    reader.finish()
    check_rules(reader, bank)
    reader.finish()
    return bank


def _bank(reader: Reader, document: Table) -> Bank:
    roles = tuple(_role(reader, e, p) for e, p in _entries(reader, document, "roles"))
    conditions = _entries(reader, document, "conditions")
    questions = _entries(reader, document, "questions")
    return Bank(
        version=reader.text(document, "version", ""),
        roles=roles,
        conditions=tuple(_condition(reader, e, p, roles) for e, p in conditions),
        criteria=tuple(_criterion(reader, e, p) for e, p in _entries(reader, document, "criteria")),
        questions=tuple(_question(reader, e, p, roles) for e, p in questions),
        bands=tuple(_band(reader, e, p) for e, p in _entries(reader, document, "bands")),
    )


def _entries(reader: Reader, document: Table, kind: str) -> list[tuple[Table, str]]:
    """List the entries of a kind, each with the place an error message names."""
    entries = reader.tables(document, kind)
    return [(entry, f"{kind}[{entry.get('id', n)}]") for n, entry in enumerate(entries, 1)]


def _role(reader: Reader, entry: Table, place: str) -> str:
    reader.keys(entry, place, ("id",), ())
    return reader.id(entry, "id", place)


def _condition(reader: Reader, entry: Table, place: str, roles: tuple[str, ...]) -> Condition:
    reader.keys(entry, place, ("id", "roles", "page"), ())
    return Condition(
        id=reader.id(entry, "id", place),
        roles=reader.ids(entry, "roles", place, roles),
        page=reader.page(entry, "page", place),
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


def _question(reader: Reader, entry: Table, place: str, roles: tuple[str, ...]) -> Question:
    known = ("id", "criterion", "part", "weight", "not_applicable", "roles", "page")
    reader.keys(entry, place, known, optional=("part",))
    return Question(
        id=reader.id(entry, "id", place),
        criterion=reader.id(entry, "criterion", place),
        part=reader.id(entry, "part", place) or None,
        weight=reader.number(entry, "weight", place, WEIGHTS),
        not_applicable=reader.flag(entry, "not_applicable", place),
        roles=reader.ids(entry, "roles", place, roles),
        page=reader.page(entry, "page", place),
    )


def _band(reader: Reader, entry: Table, place: str) -> Band:
    reader.keys(entry, place, ("id", "overall", "floor", "conditions"), ())
    return Band(
        id=reader.id(entry, "id", place),
        overall=reader.number(entry, "overall", place, SCORES),
        floor=reader.number(entry, "floor", place, SCORES),
        conditions=reader.flag(entry, "conditions", place),
    )
