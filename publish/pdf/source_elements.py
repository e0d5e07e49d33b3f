"""Remembers from which HTML element WeasyPrint made each structure element of a PDF.

WeasyPrint forgets it as it goes, and without it nothing tells that two elements on two pages are
one paragraph, or in which language a run of words is.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from weasyprint.pdf import tags

from publish.pdf.engine import explained

# A link's ``::after`` is made from the link too; its kind tells them apart.
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Origin:
    """An HTML element and what of it is drawn: ``a``, ``a::after``, ``li::marker``."""

    element: Any
    kind: str

    def get(self, attribute: str) -> str:
        """Return an attribute's value, or nothing for what CSS has added to the element."""
        return str(self.element.get(attribute) or "") if self.kind == self.element.tag else ""

    @property
    def words(self) -> str:
        """What the element says."""
        return " ".join("".join(self.element.itertext()).split())


@dataclass(frozen=True, slots=True)
class _Quick:
    """What building the tree needs of a PDF, which would list its pages anew for every element."""

    add_object: Callable[[Any], None]
    page_references: tuple[bytes, ...]


@contextmanager
def recorded() -> Iterator[dict[int, Origin]]:
    """Record meanwhile the origin of every structure element, by its object number."""
    origins: dict[int, Origin] = {}
    with explained():
        build = tags._build_box_tree

    def record(box: Any, parent: Any, pdf: Any, *context: Any) -> Iterator[Any]:
        pdf = pdf if isinstance(pdf, _Quick) else _Quick(pdf.add_object, pdf.page_references)
        for element in build(box, parent, pdf, *context):
            if box.element is not None:
                # A page yields on what its own children have yielded: the innermost is right.
                origins.setdefault(element.number, Origin(box.element, box.element_tag))
            yield element

    tags._build_box_tree = record
    try:
        yield origins
    finally:
        tags._build_box_tree = build
