"""What a report is made of: a few kinds of blocks that a page, a terminal or Markdown can show."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3; a page shows what is under a `folded` one only on request."""

    kind: ClassVar[str] = "heading"
    level: int
    text: str
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from 0 to 100 that shows a range; `text` is the same in words.

    `group` is the id of the group it stands in.
    """

    id: str
    label: str
    low: float
    high: float
    text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that belong together, and the range of them all; one bar alone may be a group."""

    id: str
    label: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A threshold drawn across the bars."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under a caption; a table with the same caption and numbers always follows."""

    kind: ClassVar[str] = "bars"
    caption: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts; the first cell of a row is its heading."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list; `page` is a page of the site, as in the bank ("criteria.md#will")."""

    text: str
    detail: str | None = None
    page: str | None = None

    @property
    def heads(self) -> bool:
        """Whether the text is the heading of more, and so stands out."""
        return bool(self.detail or self.page)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of entries."""

    kind: ClassVar[str] = "items"
    items: tuple[Item, ...]


type Block = Heading | Text | Bars | Table | Items


def as_data(blocks: tuple[Block, ...]) -> list[dict[str, object]]:
    """Turn the blocks into plain objects for JSON, each with its `kind`."""
    return [{"kind": block.kind, **_fields(block), **_parts(block)} for block in blocks]


def _parts(block: Block) -> dict[str, object]:
    match block:
        case Bars():
            return {
                "bars": [*map(_fields, block.bars)],
                "marks": [*map(_fields, block.marks)],
                "groups": [*map(_fields, block.groups)],
            }
        case Items():
            return {"items": [*map(_fields, block.items)]}
    return {}


def _fields(part: Block | Group | Bar | Mark | Item) -> dict[str, object]:
    # dataclasses.asdict looks into every text: a third of the time of a whole answer.
    return {name: getattr(part, name) for name in part.__slots__}
