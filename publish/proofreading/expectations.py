"""Holds the self-check against what a procurement expert expects of it.

The cases stand in selfcheck/bank/expected.yaml, whose head says what may be written there. Each is
an answer sheet; it is read, scored and reported on as an applicant's would be.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from selfcheck.model import Bank, numbers
from selfcheck.render.text import as_text
from selfcheck.reports.edition import Edition, load_edition
from selfcheck.reports.report import report
from selfcheck.scoring.result import Result
from selfcheck.scoring.score import score
from selfcheck.scoring.tally import tally
from selfcheck.sheets.reading import check as read
from selfcheck.sheets.sheet import FORMAT, VERSION, Sheet

FILE = Path("selfcheck/bank/expected.yaml")
WORDS = {"met": "yes", "open": "open", "missing": "no"}
STANDINGS = {True: "yes", False: "no", "unknown": "unknown"}  # as YAML reads yes and no
KEYS = {"name", "why", "rules", "theme", "kind", "returning", "answers", "conditions", "expect"}

type Case = dict[str, Any]


def unmet(root: Path, bank: Bank) -> list[str]:
    """List what comes out otherwise than expected, one line each; empty when all is as it should.

    A case that cannot be read is a line of its own.
    """
    edition = load_edition(bank, "fi")
    lines = []
    for case in cases(root):
        try:
            lines += [f"{FILE}: “{case['name']}”: {line}" for line in _check(edition, case)]
        except (KeyError, ValueError, StopIteration) as error:
            lines.append(f"{FILE}: “{case.get('name', '?')}”: cannot be read: {error!r}")
    return lines


def cases(root: Path) -> list[Case]:
    """Read the cases, each under a name of its own."""
    found: list[Case] = yaml.safe_load((root / FILE).read_text(encoding="utf-8"))
    return found


def _check(edition: Edition, case: Case) -> Iterator[str]:
    if unknown := set(case) - KEYS:
        raise KeyError(*unknown)
    outcome = _Outcome(edition, _sheet(edition.bank, case))
    for key, expected in case["expect"].items():
        yield from CHECKS[key](outcome, expected)


@dataclass(frozen=True)
class _Outcome:
    """What came out of a case."""

    edition: Edition
    sheet: Sheet

    @cached_property
    def result(self) -> Result:
        return score(tally(self.edition.bank, self.sheet))

    @cached_property
    def told(self) -> str:
        """The whole report as one line of text."""
        return " ".join(as_text(report(self.edition, self.sheet), self.edition.words).split())

    def steps(self, ask: bool) -> list[str]:
        """List what is to be found out, or what is to be changed."""
        return [s["question"] for s in self.result["steps"] if (s["kind"] == "ask") == ask]


def _sheet(bank: Bank, case: Case) -> Sheet:
    return read(
        {
            "format": FORMAT,
            "version": VERSION,
            "rules": case.get("rules", bank.version),
            "theme": case.get("theme"),
            "kind": case.get("kind"),
            "returning": case.get("returning", False),
            "conditions": _conditions(bank, case.get("conditions", {})),
            "answers": _answers(bank, case["answers"]),
        },
        bank,
    )


def _conditions(bank: Bank, given: Case) -> dict[str, str]:
    usual = dict.fromkeys(bank.standings, given["all"]) if "all" in given else {}
    said = usual | {key: value for key, value in given.items() if key != "all"}
    return {key: STANDINGS[value] for key, value in said.items()}


def _answers(bank: Bank, given: Case) -> dict[str, object]:
    ids = {number: id_ for id_, number in numbers(bank).items()}
    usual: dict[str, object] = {}
    for group, questions in (("all", bank.questions), ("scored", bank.scored)):
        if group in given:
            usual |= dict.fromkeys((question.id for question in questions), given[group])
    named = {str(key): value for key, value in given.items() if key not in ("all", "scored")}
    return usual | {ids.get(key, key): value for key, value in named.items()}


def _band(outcome: _Outcome, expected: str) -> Iterator[str]:
    if outcome.result["bands"] != [expected]:
        yield f"the band is {outcome.result['bands']}, expected {expected}"


def _bands(outcome: _Outcome, expected: list[str]) -> Iterator[str]:
    found = [outcome.result["bands"][0], outcome.result["bands"][-1]]
    if found != expected:
        yield f"the bands are {found}, expected {expected}"


def _not(outcome: _Outcome, forbidden: str) -> Iterator[str]:
    if forbidden in outcome.result["bands"]:
        yield f"{forbidden} is possible, and must not be"


def _halves(outcome: _Outcome, expected: dict[str, str]) -> Iterator[str]:
    for half, word in expected.items():
        found = outcome.result["halves"][half]
        if found["met"] != WORDS[word]:
            yield f"{half} is {found['low']}–{found['high']}, expected {word}"


def _asks(outcome: _Outcome, expected: list[str]) -> Iterator[str]:
    yield from _first("to find out", outcome.steps(ask=True), expected)


def _changes(outcome: _Outcome, expected: list[str]) -> Iterator[str]:
    yield from _first("to change", outcome.steps(ask=False), expected)


def _first(what: str, found: list[str], expected: list[str]) -> Iterator[str]:
    if found[: len(expected)] != expected:
        yield f"first {what}: {found[: len(expected)]}, expected {expected}"


def _no_changes(outcome: _Outcome, expected: bool) -> Iterator[str]:
    if bool(outcome.steps(ask=False)) == expected:
        yield f"to change: {outcome.steps(ask=False)}, expected {'none' if expected else 'some'}"


def _says(outcome: _Outcome, expected: list[str]) -> Iterator[str]:
    yield from (f"the report lacks “{text}”" for text in expected if text not in outcome.told)


def _never_says(outcome: _Outcome, forbidden: list[str]) -> Iterator[str]:
    yield from (f"the report says “{text}”" for text in forbidden if text in outcome.told)


CHECKS: dict[str, Callable[[_Outcome, Any], Iterator[str]]] = {
    "band": _band,
    "bands": _bands,
    "not": _not,
    "halves": _halves,
    "asks": _asks,
    "changes": _changes,
    "no-changes": _no_changes,
    "says": _says,
    "never-says": _never_says,
}
