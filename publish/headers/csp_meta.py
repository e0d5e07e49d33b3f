"""Puts the policy into every page, for servers that send no headers."""

import re
from html import escape
from pathlib import Path

from publish.errors import BuildError

# It must stand before anything that it is about; after the encoding, which comes first of all.
_ENCODING = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)
_STATED = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')


def write_csp_meta(site: Path, policy: str) -> None:
    """Write the policy into each page; one that has it keeps it once.

    Raises :class:`BuildError` for a page that does not state its encoding, where it would stand.
    """
    content = escape(policy, quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    for page in sorted(site.rglob("*.html")):
        html = _STATED.sub("", page.read_text("utf-8"))
        stated, count = _ENCODING.subn(lambda found: found[0] + meta, html, count=1)
        if not count:
            raise BuildError(f"{page.relative_to(site)}: no <meta charset>, where a policy belongs")
        page.write_text(stated, "utf-8")
