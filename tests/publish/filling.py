"""Fills the worksheet of a PDF edition and reads it back, as a PDF library does."""

from collections.abc import Mapping

import pikepdf

from selfcheck.model import THEMES, Bank
from selfcheck.sheets.reading import check
from selfcheck.sheets.sheet import FORMAT, VERSION, Sheet


def fields(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Dictionary]:
    """Return the file's fields by name."""
    return {str(field.T): field for field in dictionaries(pdf.Root.AcroForm.Fields)}


def buttons(group: pikepdf.Object) -> dict[str, pikepdf.Dictionary]:
    """Return the buttons of a group by what they set it to."""
    kids = dictionaries(group.get("/Kids", pikepdf.Array()))
    return {_on(kid): kid for kid in kids}


def dictionaries(array: pikepdf.Object) -> list[pikepdf.Dictionary]:
    """Return the dictionaries in an array."""
    items = list(array.as_list())
    return [item for item in items if isinstance(item, pikepdf.Dictionary)]


def fill(pdf: pikepdf.Pdf, filled: Mapping[str, str]) -> None:
    """Set each named group to one of the options of its buttons."""
    named = fields(pdf)
    for name, value in filled.items():
        named[name].V = buttons(named[name])[value].AS = pikepdf.Name(f"/{value}")


def values(sheet: Sheet) -> dict[str, str]:
    """Return what a sheet's answers are in the worksheet's fields."""
    said = {name: str(value) for name, value in {**sheet.conditions, **sheet.answers}.items()}
    return {**said, "theme": sheet.theme or "none"}


def read(pdf: pikepdf.Pdf, bank: Bank) -> Sheet:
    """Return the sheet that has been filled in; raises ``SheetError`` like any answer file."""
    filled = {name: _value(field) for name, field in fields(pdf).items()}
    document = {
        "format": FORMAT,
        "version": VERSION,
        "rules": bank.version,
        "theme": filled["theme"] if filled["theme"] in THEMES else None,
        "conditions": _given(filled, bank.standings),
        "answers": _given(filled, bank.answers),
    }
    return check(document, bank)


def _given(filled: Mapping[str, object], ids: Mapping[str, object]) -> dict[str, object]:
    return {id_: filled[id_] for id_ in ids if filled[id_] != "Off"}


def _value(field: pikepdf.Dictionary) -> object:
    value = str(field.V).removeprefix("/")
    return int(value) if "/Kids" in field and value.isdigit() else value


def _on(button: pikepdf.Dictionary) -> str:
    (name,) = set(button.AP.N.keys()) - {"/Off"}
    return name.removeprefix("/")
