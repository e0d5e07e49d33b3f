"""Finds what the policy would refuse in the built pages: scripts and styles that stand in them."""

from html.parser import HTMLParser
from pathlib import Path

from publish.errors import BuildError

# A script element of another type is data: a browser does not execute it, and no policy applies.
EXECUTED = {"", "module", "text/javascript", "application/javascript"}


def check_nothing_inline(site: Path) -> None:
    """Raise :class:`BuildError` with page and place for every inline script, style and handler."""
    faults = [
        f"{page.relative_to(site)}, line {line}: {found}"
        for page in sorted(site.rglob("*.html"))
        for line, found in inline_parts(page.read_text("utf-8"))
    ]
    if faults:
        raise BuildError("inline in a page, which the policy refuses:\n" + "\n".join(faults))


def inline_parts(html: str) -> list[tuple[int, str]]:
    """Return each inline script, style, style attribute and event handler with its line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what stands in this tag."""
        given = dict(attrs)
        line = self.getpos()[0]
        self.found += [
            (line, f"<{tag} {name}={value!r}>")
            for name, value in attrs
            if name == "style" or name.startswith("on")
        ]
        runs = tag == "script" and "src" not in given and (given.get("type") or "") in EXECUTED
        if runs or tag == "style":
            self.found.append((line, f"<{tag}> without a file of its own"))
