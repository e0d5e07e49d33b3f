"""Finds what a strict policy would refuse in the built pages, and takes its fingerprints."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from publish.errors import BuildError

# A script element of another type is data: a browser does not execute it, and no policy applies.
EXECUTED = {"", "module", "text/javascript", "application/javascript"}


@dataclass(frozen=True)
class Inline:
    """Hashes of inline scripts and styles, sorted, and whether a style shows a data: picture."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    data_pictures: bool


def inline(site: Path) -> Inline:
    """Look through every page and style sheet of the site.

    Raises :class:`BuildError` for what no hash can allow: a handler or style in an attribute.
    """
    pages = [_read(page.read_text("utf-8")) for page in sorted(site.rglob("*.html"))]
    if refused := [fault for page in pages for fault in page.refused]:
        raise BuildError("inline in a page, which the policy refuses:\n" + "\n".join(refused))
    return Inline(
        scripts=_hashes(text for page in pages for text in page.scripts),
        styles=_hashes(text for page in pages for text in page.styles),
        data_pictures=any(_shows_data(sheet) for sheet in site.rglob("*.css")),
    )


class _Reader(HTMLParser):
    """Collects the inline scripts and styles of one page exactly as they stand."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.refused: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.refused += [
            f"<{tag} {name}={value!r}>"
            for name, value in attrs
            if name == "style" or name.startswith("on")
        ]
        if tag == "script" and "src" not in given and (given.get("type") or "") in EXECUTED:
            self._begin(self.scripts)
        elif tag == "style":
            self._begin(self.styles)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- whichever it is
        self._into = None

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data

    def _begin(self, texts: list[str]) -> None:
        texts.append("")
        self._into = texts


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def _hashes(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted({_hash(text) for text in texts}))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _shows_data(sheet: Path) -> bool:
    return "data:image/" in sheet.read_text("utf-8")
