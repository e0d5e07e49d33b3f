"""Reads the structure tree and the marked content of a PDF, for rules to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf

from tests.publish.filling import dictionaries

# What a reader sees: text, lines and areas, images. Paths that only clip paint nothing.
PAINTS = frozenset(
    {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}
)


@dataclass(frozen=True)
class Place:
    """A marked piece of content: its page and its number there."""

    page: int
    mcid: int


@dataclass(eq=False)
class Element:
    """A structure element with its children of each kind."""

    raw: pikepdf.Dictionary
    parent: "Element | None"
    elements: list["Element"] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    annotations: list[pikepdf.Dictionary] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """The structure type, without its slash."""
        return str(self.raw.S)[1:]

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, in reading order."""
        yield self
        for element in self.elements:
            yield from element.walk()

    def above(self) -> Iterator["Element"]:
        """Yield the elements around it, from the inside."""
        if self.parent:
            yield self.parent
            yield from self.parent.above()


@dataclass(frozen=True)
class Mark:
    """A marked sequence of a page's content: its tag, its number, the sequence around it."""

    tag: str
    mcid: int | None
    around: "Mark | None"
    kind: str = ""


@dataclass
class Page:
    """What a page's content holds: its marks, and for each painting step the mark it is in."""

    marks: list[Mark] = field(default_factory=list)
    painted: list[tuple[str, Mark | None]] = field(default_factory=list)


class Tagged:
    """A tagged PDF."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self._numbers = {str(page.objgen): number for number, page in enumerate(pdf.pages)}

    @cached_property
    def document(self) -> Element:
        """The root of the structure."""
        (root,) = dictionaries(self.pdf.Root.StructTreeRoot.K)
        return self._read(root, None)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element, in reading order."""
        return list(self.document.walk())

    def tagged(self, *tags: str) -> list[Element]:
        """Return the elements of these types."""
        return [element for element in self.elements if element.tag in tags]

    @cached_property
    def pages(self) -> list[Page]:
        """The content of every page."""
        return [_marks(page) for page in self.pdf.pages]

    @cached_property
    def annotations(self) -> list[pikepdf.Dictionary]:
        """Every annotation, page by page."""
        lists = [page.get("/Annots", pikepdf.Array()) for page in self.pdf.pages]
        return [note for notes in lists for note in dictionaries(notes)]

    def all(self, kind: str) -> list[pikepdf.Dictionary]:
        """Return every dictionary of a ``Type``."""
        items = [item for item in self.pdf.objects if isinstance(item, pikepdf.Dictionary)]
        return [item for item in items if item.get("/Type") == f"/{kind}"]

    def _number(self, page: pikepdf.Object) -> int:
        return self._numbers[str(page.objgen)]

    def _read(self, raw: pikepdf.Dictionary, parent: Element | None) -> Element:
        element = Element(raw, parent)
        for kid in raw.K.as_list():
            if isinstance(kid, int):
                element.places.append(Place(self._number(raw.Pg), kid))
            elif isinstance(kid, pikepdf.Dictionary):
                self._take(kid, element)
        return element

    def _take(self, kid: pikepdf.Dictionary, element: Element) -> None:
        kind = str(kid.get("/Type"))
        if kind == "/OBJR":
            element.annotations += dictionaries(pikepdf.Array([kid.Obj]))
        elif kind == "/MCR":
            element.places.append(Place(self._number(kid.Pg), int(kid.MCID)))
        else:
            element.elements.append(self._read(kid, element))


def _marks(page: pikepdf.Page) -> Page:
    found, stack = Page(), list[Mark]()
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator in ("BMC", "BDC"):
            stack.append(_mark(list(step.operands), stack[-1] if stack else None))
            found.marks.append(stack[-1])
        elif operator == "EMC":
            stack.pop()
        elif operator in PAINTS:
            found.painted.append((operator, stack[-1] if stack else None))
    assert not stack
    return found


def _mark(operands: list[pikepdf.Object], around: Mark | None) -> Mark:
    entries = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
    mcid = entries.get("/MCID")
    kind = str(entries.get("/Type", ""))
    return Mark(str(operands[0]), None if mcid is None else int(mcid), around, kind)
