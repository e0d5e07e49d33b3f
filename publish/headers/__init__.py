"""What a web server says with the site's files, and the site's Content-Security-Policy.

The policy goes into every page, as a fallback for servers that send no headers, and into the
servers' own configuration: one for nginx, one for static hosts.
"""

from pathlib import Path
from urllib.parse import urlsplit

from publish.headers.csp_meta import write_csp_meta
from publish.headers.inline import check_nothing_inline
from publish.headers.nginx import write_nginx
from publish.headers.rules import rules
from publish.headers.static_host import write_headers_file


def write_headers(site: Path, address: str, nginx: Path) -> None:
    """State the policy in each page of ``site`` and configure servers; nginx's part goes apart.

    Raises :class:`BuildError` when the site holds a file without a media type, or a page that the
    policy would break.
    """
    path = urlsplit(address).path
    known = rules()
    known.check(site)
    check_nothing_inline(site)
    write_csp_meta(site, known.policy_meta())
    write_headers_file(site, path, known)
    write_nginx(nginx, path, known)
