"""The answer sheet: what an organisation has answered, and the file it is kept in.

Contract: JSON, UTF-8, format "soske-selfcheck", version 1; see schema/answer-file.schema.json.
Reading is in `reading`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Answer, Bank, Standing, Theme

FORMAT = "soske-selfcheck"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One organisation's answers.

    `rules` is the version of the bank they were given under, `date` an ISO date or "".
    A condition or question that is missing is not answered yet; it scores as unknown.
    `evidence` is filed under the id of a condition or question.
    """

    rules: str
    organisation: str = ""
    role: str = ""
    date: str = ""
    theme: Theme | None = None
    conditions: Mapping[str, Standing] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)


def template(bank: Bank) -> Sheet:
    """Make an empty sheet in which every condition and question stands as unknown."""
    return Sheet(
        rules=bank.version,
        conditions={condition.id: "unknown" for condition in bank.conditions},
        answers={question.id: "unknown" for question in bank.questions},
    )


def plain(sheet: Sheet) -> dict[str, object]:
    """Turn a sheet into the JSON object of its file, fields in the order of the contract."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "rules": sheet.rules,
        "organisation": sheet.organisation,
        "role": sheet.role,
        "date": sheet.date,
        "theme": sheet.theme,
        "conditions": dict(sheet.conditions),
        "answers": dict(sheet.answers),
        "evidence": dict(sheet.evidence),
    }


def write(sheet: Sheet) -> str:
    """Write the answer file, laid out for people; reading it gives the same sheet."""
    return json.dumps(plain(sheet), ensure_ascii=False, indent=2) + "\n"
