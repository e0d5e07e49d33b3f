"""Colours and drawings of the book.

WeasyPrint styles a drawing by the style sheet within it alone, so each takes its own along: the
site's rules for drawings, with the site's colours as plain values. A drawing that only decorates
becomes a background, which no screen reader meets.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from bs4 import Tag

from publish.book.markup import new
from publish.site_layout import shared_folder

_HERE = Path(__file__).parent
_LIGHT = re.compile(r":root \{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"(--[\w-]+): (#\w+);")
_USE = re.compile(r"var\((--[\w-]+)\)")
# A rule on a line of its own; what stands in front of "text" or a class is outside the drawing.
_RULE = re.compile(r"^(?:\.[\w-]+ )*(\.[\w-]+|text\S*) \{ ([^{}]+) \}$", re.MULTILINE)
_DRAWS = re.compile(r"\b(fill|stroke|stroke-\w+): ")
# HTML has these in small letters, XML does not.
_CASES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}


class Drawings:
    """The drawings' style, in the colours for light mode of the site built in ``folder``."""

    def __init__(self, folder: Path) -> None:
        styles = shared_folder(folder, "css")
        sheet = (styles / "colours.css").read_text("utf-8")
        light = _LIGHT.search(sheet)
        self.colours: dict[str, str] = dict(_COLOUR.findall(light.group(1) if light else ""))
        rules = [*_rules(styles), (_HERE / "drawings.css").read_text("utf-8")]
        self._style = _USE.sub(lambda use: self.colours.get(use[1], "inherit"), "\n".join(rules))

    @property
    def root(self) -> str:
        """The colours as custom properties."""
        values = " ".join(f"{name}: {value};" for name, value in self.colours.items())
        return f":root {{ {values} }}"

    def inline_svg_styles(self, article: Tag) -> None:
        """Give every drawing its style; lay decorations into the background."""
        for drawing in article.select("svg"):
            if drawing.title:
                drawing.insert(0, self._sheet())
            else:
                drawing.replace_with(self.background(drawing))

    def background(self, drawing: Tag) -> Tag:
        """Return an empty box with the drawing as its background and the drawing's class."""
        drawing["xmlns"] = "http://www.w3.org/2000/svg"
        for small, cased in _CASES.items():
            if small in drawing.attrs:
                drawing[cased] = drawing.attrs.pop(small)
        drawing.insert(0, self._sheet())
        data = b64encode(str(drawing).encode()).decode()
        box = new("div", str(drawing.get_attribute_list("class")[0]))
        box["style"] = f"background-image: url(data:image/svg+xml;base64,{data})"
        return box

    def _sheet(self) -> Tag:
        sheet = Tag(name="style")
        sheet.string = self._style
        return sheet


def _rules(folder: Path) -> Iterator[str]:
    """Yield the site's rules that draw: those that fill or stroke, or set text in drawings."""
    for sheet in sorted(folder.glob("*.css")):
        for selector, values in _RULE.findall(sheet.read_text("utf-8")):
            if _DRAWS.search(values) or selector.startswith("text"):
                yield f"{selector} {{ {values} }}"
