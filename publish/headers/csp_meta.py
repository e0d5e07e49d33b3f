"""Puts the policy into every page, for servers that send no headers."""

import re
from html import escape
from pathlib import Path

from publish.errors import BuildError
from publish.headers.policy import Policy

# It must stand before anything that it is about; after the encoding, which comes first of all.
_ENCODING = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)
_SEAL = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')


def write_csp_meta(site: Path, policy: Policy) -> None:
    """Write the policy into each page; a page that has one gets the new one.

    Raises :class:`BuildError` for a page that does not state its encoding, where it would stand.
    """
    content = escape(policy.meta(), quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    for page in sorted(site.rglob("*.html")):
        html = _SEAL.sub("", page.read_text("utf-8"))
        sealed, count = _ENCODING.subn(lambda found: found[0] + meta, html, count=1)
        if not count:
            raise BuildError(f"{page.relative_to(site)}: no <meta charset>, where a policy belongs")
        page.write_text(sealed, "utf-8")
