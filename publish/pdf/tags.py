"""Completes the tags of a PDF where WeasyPrint leaves out what PDF/UA-1 asks for.

Works on pydyf's objects before the file is written, so that nothing has to be parsed again.
"""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]

from publish.pdf.source_elements import Origin
from publish.pdf.structure_repair import repair_structure_tree
from publish.pdf.structure_tree import Node, Thing, at, read_tree, write_tree

_POINTS = 0.75  # to a CSS pixel


def complete_tags(pdf: Any, origins: dict[int, Origin], labels: dict[str, str]) -> None:
    """Mend the structure tree and add what it lacks; ``labels`` tell where links lead."""
    document = read_tree(pdf, origins)
    for node in document.walk():
        _drop_inner_areas(node, pdf)
    repair_structure_tree(document, str(pdf.catalog["Lang"].string))
    for node in document.walk():
        _scope(node)
        _describe(node, labels)
        _place(node, pdf)
    write_tree(pdf, document)


def foreign_fonts(pdf: Any, typeface: str) -> list[str]:
    """Return the names of embedded fonts that are not of ``typeface``."""
    names = {str(font["FontName"]) for font in dictionaries(pdf, "FontDescriptor")}
    return sorted(name for name in names if typeface not in name)


def dictionaries(pdf: Any, kind: str) -> Iterator[Any]:
    """Yield the objects of a ``Type``."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == f"/{kind}":
            yield item


def _scope(table: Node) -> None:
    """Tell of a table's header cells whether they head a column or a row."""
    if table.tag == "Table":
        for part in table.nodes:
            for cell in part.walk():
                if cell.tag == "TH":
                    cell.entries["A"]["Scope"] = "/Column" if part.tag == "THead" else "/Row"


def _drop_inner_areas(link: Node, pdf: Any) -> None:
    """Leave one area to click: WeasyPrint adds one for each box within the link, too."""
    if link.tag != "Link":
        return
    for kid in link.nodes:
        for inner in kid.walk():
            inner.tag = "Span" if inner.tag == "Link" else inner.tag
            for thing in [thing for thing in inner.kids if isinstance(thing, Thing)]:
                inner.kids.remove(thing)
                page = at(pdf, pdf.page_references[thing.page])
                page["Annots"].remove(thing.annotation.reference)
                thing.annotation.clear()


def _describe(link: Node, labels: dict[str, str]) -> None:
    """Say in words where a link leads: the place within the book, or the link's own words."""
    if link.tag == "Link" and link.origin:
        for annotation in link.things:
            words = link.origin.words
            if "Dest" in annotation:
                words = labels.get(annotation["Dest"].string, words)
            annotation["Contents"] = pydyf.String(words)


def _place(figure: Node, pdf: Any) -> None:
    """Tell a figure's place in points from the page's foot; WeasyPrint counts from its top."""
    leaf = next(figure.leaves(), None)
    if figure.tag == "Figure" and leaf:
        height = at(pdf, pdf.page_references[leaf.page])["MediaBox"][3]
        left, top, right, bottom = (_POINTS * side for side in figure.entries["A"]["BBox"])
        box = (left, height - bottom, right, height - top)
        figure.entries["A"]["BBox"] = pydyf.Array(round(side, 2) for side in box)
