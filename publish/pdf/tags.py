"""Completes the tags of a PDF where WeasyPrint leaves out what PDF/UA-1 asks for.

Works on pydyf's objects before the file is written, so that nothing has to be parsed again.
"""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]


def complete_tags(pdf: Any, labels: dict[str, str]) -> None:
    """Give table headers their scope, cells a tree of ids, and links words for where they lead."""
    elements = {item.reference: item for item in _dictionaries(pdf, "StructElem")}
    headers = [element for element in elements.values() if element["S"] == "/TH"]
    for header in headers:
        header["A"]["Scope"] = "/Column" if _in_head(header, elements) else "/Row"
    _add_ids(pdf, headers)
    for link in _dictionaries(pdf, "Annot"):
        if "Dest" in link:
            place = link["Dest"].string
            link["Contents"] = pydyf.String(labels.get(place, place))


def foreign_fonts(pdf: Any, typeface: str) -> list[str]:
    """Return the names of embedded fonts that are not of ``typeface``."""
    names = {str(font["FontName"]) for font in _dictionaries(pdf, "FontDescriptor")}
    return sorted(name for name in names if typeface not in name)


def _dictionaries(pdf: Any, kind: str) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == f"/{kind}":
            yield item


def _in_head(cell: Any, elements: dict[bytes, Any]) -> bool:
    row = elements[cell["P"]]
    return bool(elements[row["P"]]["S"] == "/THead")


def _add_ids(pdf: Any, headers: list[Any]) -> None:
    """List the headers by id, in the order of the ids that a name tree needs."""
    names = pydyf.Array()
    for header in sorted(headers, key=lambda header: str(header["ID"].string)):
        names.extend([header["ID"], header.reference])
    root = next(_dictionaries(pdf, "StructTreeRoot"))
    root["IDTree"] = pydyf.Dictionary({"Names": names})
