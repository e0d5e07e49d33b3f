"""Mends the structure tree: one element for one thing, each under the name that fits it.

WeasyPrint makes an element for every box that it draws, so that a paragraph over two pages is two
paragraphs, a link over two lines two links, and a table head is read anew on every page.
"""

import pydyf  # type: ignore[import-untyped]

from publish.pdf.structure_tree import Content, Node, Thing

_NAMES = {
    **dict.fromkeys(("em", "strong", "small", "time", "abbr", "cite", "b", "i"), "Span"),
    **dict.fromkeys(("figure", "form", "fieldset", "header", "footer", "nav", "aside"), "Div"),
    "code": "Code",
}
# These hold text directly; elsewhere a line keeps a Span of its own around it.
_TEXT = frozenset({"P", "H1", "H2", "H3", "H4", "Span", "Link", "Lbl", "LBody", "TH", "TD"}) | {
    "Caption",
    "Code",
}
_CELLS = frozenset({"TH", "TD", "TR"})
_CONTENTS = {"L": "TOC", "LI": "TOCI", "LBody": "NonStruct"}

type _Kids = list[Node | Content | Thing]


def repair_structure_tree(document: Node, language: str) -> None:
    """Mend the whole tree in place; ``language`` is the document's own."""
    for node in document.walk():
        _name(node, language)
    for node in document.walk():
        if node.origin and "contents" in node.origin.get("class").split():
            _list_contents(node)
    _join_all(document)
    for node in document.walk():
        if node.made_from("dl"):
            _define(node)
    document.kids = _tidy(document)


def _name(node: Node, language: str) -> None:
    """Name the element by what it is made from, and tell a language that differs."""
    if not node.origin:
        return
    node.tag = _NAMES.get(node.origin.kind, node.tag)
    own = node.origin.get("lang")
    if own and own != language:
        node.entries["Lang"] = pydyf.String(own)


def _list_contents(section: Node) -> None:
    for node in section.walk():
        if node.tag == "LBody":
            links = [kid for kid in node.nodes if kid.tag == "Link"]
            node.kids[: len(links)] = [Node("Reference", [*links])]
        node.tag = _CONTENTS.get(node.tag, node.tag)


def _join_all(node: Node) -> None:
    if node.tag == "Table":
        _drop_repeated_heads(node)
    node.kids = _joined(node.kids)
    for kid in node.nodes:
        _join_all(kid)


def _joined(kids: _Kids) -> _Kids:
    """Make one of neighbours that come from the same HTML element."""
    joined: _Kids = []
    for kid in kids:
        last = joined[-1] if joined else None
        if isinstance(last, Node) and isinstance(kid, Node) and _same(last, kid):
            last.kids += kid.kids
        else:
            joined.append(kid)
    return joined


def _same(one: Node, other: Node) -> bool:
    return one.origin is not None and (one.origin, one.tag) == (other.origin, other.tag)


def _drop_repeated_heads(table: Node) -> None:
    """Leave the first head; the cells of later pages are headed by its cells."""
    heads = [node for node in table.nodes if node.tag == "THead"]
    for repeated in heads[1:]:
        for cell, original in zip(_headers(repeated), _headers(heads[0]), strict=True):
            cell.entries["ID"].string = original.entries["ID"].string
        table.kids.remove(repeated)


def _headers(part: Node) -> list[Node]:
    return [node for node in part.walk() if node.tag == "TH" and "ID" in node.entries]


def _define(definitions: Node) -> None:
    """Make each term a label and what it means the body of one list item."""
    items: list[Node] = []
    for body in [node for node in definitions.walk() if node.made_from("dt", "dd")]:
        if body.tag != "LBody":
            continue
        if body.made_from("dt"):
            body.tag = "Lbl"
            items.append(Node("LI"))
        items[-1].kids.append(body)
    definitions.kids = [*items]


def _tidy(node: Node) -> _Kids:
    """Return the children without empty elements and without those that mean nothing."""
    kids: _Kids = []
    for kid in node.kids:
        if not isinstance(kid, Node):
            kids.append(kid)
            continue
        kid.kids = _tidy(kid)
        if kid.tag == "NonStruct" or _same(kid, node) or _is_bare_text(kid, node):
            kids += kid.kids
        elif kid.kids or kid.tag in _CELLS:
            kids.append(kid)
    return kids


def _is_bare_text(span: Node, parent: Node) -> bool:
    if span.tag != "Span" or "Lang" in span.entries or parent.tag not in _TEXT:
        return False
    return all(isinstance(kid, Content) for kid in span.kids)
