"""The structure tree of a PDF as plain objects: read from pydyf's, changed, and written anew."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf  # type: ignore[import-untyped]

from publish.pdf.source_elements import Origin


@dataclass(frozen=True, slots=True)
class Content:
    """A marked piece of a page's content."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Thing:
    """An annotation: a link's area or a form's field."""

    page: int
    annotation: Any


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. ``entries`` are those beyond type, parent, page and children."""

    tag: str
    kids: list["Node | Content | Thing"] = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)
    origin: Origin | None = None

    @property
    def nodes(self) -> list["Node"]:
        """The children that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    @property
    def things(self) -> list[Any]:
        """The annotations that stand directly in it."""
        return [kid.annotation for kid in self.kids if isinstance(kid, Thing)]

    def walk(self) -> Iterator["Node"]:
        """Yield the element and all below it, in reading order."""
        yield self
        for node in self.nodes:
            yield from node.walk()

    def leaves(self) -> Iterator[Content | Thing]:
        """Yield all content below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.leaves()
            else:
                yield kid

    def made_from(self, *kinds: str) -> bool:
        """Tell whether it comes from an HTML element of one of these kinds."""
        return self.origin is not None and self.origin.kind in kinds


_OWN = frozenset({"Type", "S", "K", "Pg", "P"})


def read_tree(pdf: Any, origins: dict[int, Origin]) -> Node:
    """Read the tree that WeasyPrint has made."""
    pages = {reference: number for number, reference in enumerate(pdf.page_references)}

    def read(reference: bytes) -> Node | Thing:
        item = at(pdf, reference)
        if item["Type"] == "/OBJR":
            return Thing(pages[item["Pg"]], at(pdf, item["Obj"]))
        kids = [
            Content(pages[item["Pg"]], kid) if isinstance(kid, int) else read(kid)
            for kid in item["K"]
        ]
        entries = {key: value for key, value in item.items() if key not in _OWN}
        return Node(item["S"][1:], kids, entries, origins.get(item.number))

    document = read(_root(pdf)["K"][0])
    assert isinstance(document, Node)
    return document


def write_tree(pdf: Any, document: Node) -> None:
    """Put the tree in place of the one that is there; content outside it becomes artifacts."""
    root = _root(pdf)
    _forget(pdf, at(pdf, root["ParentTree"]).number)
    parents = pydyf.Dictionary({"Nums": pydyf.Array()})
    pdf.add_object(parents)
    root["ParentTree"] = parents.reference
    root.generation = 0
    pdf.add_object(root)
    pdf.catalog["StructTreeRoot"] = root.reference
    pages = pdf.page_references
    writer = _Writer(pdf, pages, [{} for _ in pages])
    root["K"] = pydyf.Array([writer.write(document, root.reference)])
    parents["Nums"] = writer.parents()
    root["IDTree"] = writer.ids()
    root["ParentTreeNextKey"] = len(parents["Nums"]) // 2
    for page, owners in zip(pages, writer.owners, strict=True):
        _mark_artifacts(at(pdf, at(pdf, page)["Contents"]).stream, owners)


def at(pdf: Any, reference: bytes) -> Any:
    """Return the object that a reference like ``12 0 R`` means."""
    return pdf.objects[int(reference.split()[0])]


def _root(pdf: Any) -> Any:
    return at(pdf, pdf.catalog["StructTreeRoot"])


def _forget(pdf: Any, start: int) -> None:
    """Drop the old tree, the last that was added, but keep the metadata behind it."""
    metadata = at(pdf, pdf.catalog["Metadata"])
    del pdf.objects[start:]
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference


@dataclass
class _Writer:
    """Writes elements and notes who owns what: ``owners`` by page and marked content."""

    pdf: Any
    pages: tuple[bytes, ...]
    owners: list[dict[int, bytes]]
    things: list[bytes] = field(default_factory=list)
    named: dict[str, bytes] = field(default_factory=dict)

    def write(self, node: Node, parent: bytes) -> bytes:
        """Add a node and all below it; return its reference."""
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.tag}", "P": parent})
        self.pdf.add_object(element)
        page = next((leaf.page for leaf in node.leaves()), None)
        if page is not None:
            element["Pg"] = self.pages[page]
        element.update(node.entries)
        if "ID" in node.entries:
            self.named[node.entries["ID"].string] = element.reference
        element["K"] = pydyf.Array(self._kid(kid, element.reference, page) for kid in node.kids)
        return bytes(element.reference)

    def _kid(self, kid: Node | Content | Thing, parent: bytes, page: int | None) -> Any:
        if isinstance(kid, Node):
            return self.write(kid, parent)
        if isinstance(kid, Thing):
            return self._thing(kid, parent)
        self.owners[kid.page][kid.mcid] = parent
        if kid.page == page:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[kid.page], "MCID": kid.mcid})

    def _thing(self, thing: Thing, parent: bytes) -> Any:
        thing.annotation["StructParent"] = len(self.owners) + len(self.things)
        self.things.append(parent)
        reference = thing.annotation.reference
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": reference, "Pg": self.pages[thing.page]})

    def parents(self) -> Any:
        """Return the number tree from content to its owner: pages first, then annotations."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self.owners):
            owned = [owners.get(mcid, b"null") for mcid in range(max(owners, default=-1) + 1)]
            numbers.extend([page, pydyf.Array(owned)])
        for number, owner in enumerate(self.things, start=len(self.owners)):
            numbers.extend([number, owner])
        return numbers

    def ids(self) -> Any:
        """Return the name tree from ids to elements, in the order that it needs."""
        names = pydyf.Array()
        for name, element in sorted(self.named.items()):
            names.extend([pydyf.String(name), element])
        return pydyf.Dictionary({"Names": names})


def _mark_artifacts(content: list[Any], owners: dict[int, bytes]) -> None:
    """Mark what no element owns: running heads, page numbers, repeated table heads."""
    for place, item in enumerate(content):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID", -1) not in (-1, *owners):
            content[place - 1] = "/Artifact"
            content[place] = pydyf.Dictionary({"Type": "/Pagination"})
