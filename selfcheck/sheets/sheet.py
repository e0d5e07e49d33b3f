"""The answer sheet: what an organisation has answered, and the file it is kept in.

Contract: JSON, UTF-8, format "soske-selfcheck", version 2; see schema/answer-file.schema.json.
Reading is in `reading`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from ..model import Answer, Bank, Standing, Theme

FORMAT = "soske-selfcheck"
VERSION = 2
VERSIONS = (1, 2)  # 1 had no kind, partners and returning; files of it open for ever


@dataclass(frozen=True, slots=True)
class Sheet:
    """One organisation's answers; its fields are those of the file, in the order of the contract.

    `rules` is the version of the bank they were given under, `date` an ISO date or "".
    `kind` is the kind of organisation, `partners` the other organisations of a joint application,
    and `returning` tells that they have been in the academy before.
    A condition or question that is missing is not answered yet; it scores as unknown.
    `evidence` is filed under the id of a condition or question. `kept` is what the file holds
    besides, of things the rules ask no longer, under the name of its field: it counts for nothing
    and is written back.
    """

    rules: str
    organisation: str = ""
    role: str = ""
    date: str = ""
    theme: Theme | None = None
    kind: str | None = None
    partners: tuple[str, ...] = ()
    returning: bool = False
    conditions: Mapping[str, Standing] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


OWN = tuple(each.name for each in fields(Sheet) if each.name != "kept")
FIELDS = ("format", "version", *OWN)


def template(bank: Bank) -> Sheet:
    """Make an empty sheet in which every condition and question stands as unknown."""
    return Sheet(bank.version, conditions=bank.unknown_conditions, answers=bank.unknown_answers)


def plain(sheet: Sheet) -> dict[str, object]:
    """Turn a sheet into the JSON object of its file, fields in the order of the contract."""
    own = {name: _filed(getattr(sheet, name), sheet.kept.get(name, {})) for name in OWN}
    own["kind"] = sheet.kind or sheet.kept.get("kind", {}).get("kind")
    return {"format": FORMAT, "version": VERSION, **own}


def _filed(value: object, kept: Mapping[str, object]) -> object:
    """Put what is kept back where nothing newer is said."""
    if isinstance(value, tuple):
        return list(value)
    if not isinstance(value, Mapping):
        return value
    unsaid = {key: old for key, old in kept.items() if value.get(key, "unknown") == "unknown"}
    return {**value, **unsaid}


def write(sheet: Sheet) -> str:
    """Write the answer file, laid out for people; reading it gives the same sheet."""
    return json.dumps(plain(sheet), ensure_ascii=False, indent=2) + "\n"
