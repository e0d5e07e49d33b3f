"""Small tools for HTML trees."""

from bs4 import Tag


def new(name: str, class_: str, text: str = "") -> Tag:
    """Make an element."""
    made = Tag(name=name, attrs={"class": class_})
    if text:
        made.string = text
    return made


def rename(element: Tag, name: str, class_: str) -> None:
    """Turn an element into another that holds the same."""
    element.name = name
    element["class"] = class_


def remove(tree: Tag, *selectors: str) -> None:
    """Take out everything that the selectors find."""
    for element in tree.select(", ".join(selectors)):
        element.extract()


def text_of(element: Tag | None) -> str:
    """Return the words of an element, on one line."""
    return " ".join(element.get_text().split()) if element else ""
