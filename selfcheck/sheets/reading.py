"""Reading an answer file: every fault found, each one named by its field."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import cast

from ..errors import Fault, SheetError
from ..jsontext import Repeated, parse, shown, shown_key
from ..model import LEVELS, STANDINGS, THEMES, Answer, Bank, Standing, Theme
from ..toml import ID
from .dates import iso_day
from .sheet import FIELDS, FORMAT, VERSIONS, Sheet

REQUIRED = ("format", "version", "rules")
LONGEST = {"rules": 40, "organisation": 200, "role": 200, "evidence": 1000}  # characters
# All that a condition or question has ever been answered with.
EVER: dict[str, tuple[object, ...]] = {
    "conditions": STANDINGS,
    "answers": (*LEVELS, "unknown", "na"),
}
MOST_PARTNERS = 20
MOST_FAULTS = 200  # more than an honest sheet can have

type Object = dict[str, object]


def read(raw: bytes | str, bank: Bank) -> Sheet:
    """Read the sheet in an answer file.

    Answers may be partial and optional fields may be missing. A sheet written under earlier rules
    is read for ever: what its answers say about questions of today is carried over, and what is
    asked no longer is kept apart. Raises `SheetError`.
    """
    return check(parse(raw), bank)


def check(document: object, bank: Bank) -> Sheet:
    """Check a parsed answer file and return its sheet; raises `SheetError` with all faults."""
    if not isinstance(document, dict):
        raise SheetError((Fault("not_object", found=shown(document)),))
    checker = _Checker(bank)
    sheet = _sheet(checker, document, bank)
    if checker.faults:
        raise SheetError(_at_most(MOST_FAULTS, checker.faults))
    return carried_over(bank, sheet)


def carried_over(bank: Bank, sheet: Sheet) -> Sheet:
    """Add to a sheet of other rules what its answers, with their evidence, say about today's."""
    if sheet.rules == bank.version:
        return sheet
    said: Object = {**sheet.kept.get("answers", {}), **sheet.answers}
    noted: Object = {**sheet.kept.get("evidence", {}), **sheet.evidence}
    answers, evidence = dict(sheet.answers), dict(sheet.evidence)
    for carried in bank.carried:
        earlier = said.get(carried.earlier)
        level = carried.levels[earlier] if isinstance(earlier, int) else "unknown"
        if level == "unknown" or answers.get(carried.now, "unknown") != "unknown":
            continue
        answers[carried.now] = level
        if carried.earlier in noted:
            evidence.setdefault(carried.now, str(noted[carried.earlier]))
    return replace(
        sheet,
        answers={id_: answers[id_] for id_ in bank.answers if id_ in answers},
        evidence={id_: evidence[id_] for id_ in bank.ids if id_ in evidence},
    )


def _sheet(checker: "_Checker", document: Object, bank: Bank) -> Sheet:
    checker.keys(document)
    checker.one_of(document, "format", (FORMAT,))
    checker.one_of(document, "version", VERSIONS)
    return Sheet(
        rules=checker.rules(document),
        organisation=checker.text(document, "organisation", LONGEST["organisation"]),
        role=checker.text(document, "role", LONGEST["role"]),
        date=checker.date(document),
        theme=cast("Theme | None", checker.one_of(document, "theme", (*THEMES, None))),
        kind=checker.kind(document),
        partners=checker.partners(document),
        returning=checker.flag(document, "returning"),
        conditions=cast(
            "Mapping[str, Standing]", checker.choices(document, "conditions", bank.standings)
        ),
        answers=cast("Mapping[str, Answer]", checker.choices(document, "answers", bank.answers)),
        evidence=checker.evidence(document),
        kept=checker.kept,
    )


def _at_most(most: int, faults: list[Fault]) -> tuple[Fault, ...]:
    """Cut the list short: a hostile file shall not fill the screen."""
    if len(faults) <= most:
        return tuple(faults)
    return (*faults[:most], Fault("more", found=str(len(faults) - most)))


class _Checker:
    """Takes typed values out of a parsed file, remembers each fault and keeps what is past."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.faults: list[Fault] = []
        self.kept: dict[str, dict[str, object]] = {}

    def keep(self, name: str, key: str, value: object) -> None:
        self.kept.setdefault(name, {})[key] = value

    def fault(self, code: str, field: str = "", found: str = "", expected: str = "") -> None:
        self.faults.append(Fault(code, field, found, expected))

    def keys(self, document: Object) -> None:
        """Expect required fields, no unknown ones, and none twice."""
        self.once(document, "")
        for key in REQUIRED:
            if key not in document:
                self.fault("missing", key)
        for key in document:
            if key not in FIELDS:
                self.fault("unknown_field", shown_key(key), expected=", ".join(FIELDS))

    def once(self, table: Object, path: str) -> None:
        if isinstance(table, Repeated):
            for key in table.keys_twice:
                self.fault("duplicate", path + shown_key(key))

    def one_of(self, document: Object, key: str, allowed: Collection[object]) -> object:
        value = document.get(key)
        if key in document and not _among(value, allowed):
            code = "version" if key == "version" else "wrong_value"
            self.fault(code, key, shown(value), _listed(allowed))
            return None
        return value

    def kind(self, document: Object) -> str | None:
        """Take the kind of organisation; one that other rules had is kept and counts as none."""
        kinds, value = self.bank.kinds, document.get("kind")
        if document.get("rules") != self.bank.version and _is_id(value) and value not in kinds:
            self.keep("kind", "kind", value)
            return None
        return cast("str | None", self.one_of(document, "kind", (*kinds, None)))

    def rules(self, document: Object) -> str:
        value = self.text(document, "rules", LONGEST["rules"])
        if document.get("rules") == "":
            self.fault("missing", "rules")
        return value

    def text(self, table: Object, key: str, longest: int, path: str = "") -> str:
        value = table.get(key, "")
        field = path + key
        if not isinstance(value, str):
            self.fault("not_text", field, shown(value))
        elif len(value) > longest:
            self.fault("too_long", field, str(len(value)), str(longest))
        elif _half_characters(value):
            self.fault("surrogate", field)
        else:
            return value
        return ""

    def date(self, document: Object) -> str:
        value = document.get("date", "")
        if value == "" or iso_day(value):
            return str(value)
        self.fault("date", "date", shown(value))
        return ""

    def flag(self, document: Object, key: str) -> bool:
        value = document.get(key, False)
        if not isinstance(value, bool):
            self.fault("wrong_value", key, shown(value), "true, false")
        return value is True

    def partners(self, document: Object) -> tuple[str, ...]:
        value = document.get("partners", [])
        if not isinstance(value, list) or len(value) > MOST_PARTNERS:
            self.fault("partners", "partners", shown(value), str(MOST_PARTNERS))
            return ()
        longest = LONGEST["organisation"]
        names: Object = {f"[{n}]": name for n, name in enumerate(value)}
        return tuple(self.text(names, key, longest, "partners") for key in names)

    def choices(
        self, document: Object, name: str, allowed: Mapping[str, Collection[object]]
    ) -> Mapping[str, object]:
        """Take the entries of `conditions` or `answers`, in the order of the bank."""
        table = self.table(document, name, allowed)
        for key in self.bank.retired:
            if key in table and self.choice(table[key], EVER[name], f"{name}.{key}"):
                self.keep(name, key, table[key])
        good = {key: table[key] for key in allowed if key in table}
        for key, value in good.items():
            if value == "na" and "na" not in allowed[key] and "na" in EVER[name]:
                self.keep(name, key, value)
                good[key] = "unknown"
            else:
                self.choice(value, allowed[key], f"{name}.{key}")
        return good

    def choice(self, value: object, choices: Collection[object], field: str) -> bool:
        if _among(value, choices):
            return True
        self.fault("wrong_value", field, shown(value), _listed(choices))
        return False

    def evidence(self, document: Object) -> Mapping[str, str]:
        table = self.table(document, "evidence", self.bank.ids)
        notes = {
            key: self.text(table, key, LONGEST["evidence"], "evidence.")
            for key in (*self.bank.ids, *self.bank.retired)
            if key in table
        }
        for key in self.bank.retired:
            if key in notes:
                self.keep("evidence", key, notes.pop(key))
        return notes

    def table(self, document: Object, name: str, known: Collection[str]) -> Object:
        value = document.get(name, {})
        if not isinstance(value, dict):
            self.fault("not_table", name, shown(value))
            return {}
        self.once(value, f"{name}.")
        for key in value:
            if key not in known and key not in self.bank.retired:
                self.fault("unknown_id", f"{name}.{shown_key(key)}")
        return value


def _among(value: object, allowed: Collection[object]) -> bool:
    """Tell whether it is one of these; Python holds True equal to 1, an answer sheet does not."""
    return type(value) is not bool and type(value) is not float and value in allowed


def _is_id(value: object) -> bool:
    return isinstance(value, str) and ID.fullmatch(value) is not None


def _listed(allowed: Collection[object]) -> str:
    return ", ".join(shown(value) for value in allowed)


def _half_characters(text: str) -> bool:
    """Tell whether the text holds half of a surrogate pair, which no file can be written with."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
