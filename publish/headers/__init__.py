"""What a web server says with the site's files, and the site's Content-Security-Policy.

The policy is worked out from the built pages. It goes into every page, as a fallback for servers
that send no headers, and into the servers' own configuration: one for nginx, one for static hosts.
"""

from pathlib import Path
from urllib.parse import urlsplit

from publish.headers.csp_meta import write_csp_meta
from publish.headers.inline import inline
from publish.headers.nginx import write_nginx
from publish.headers.policy import Policy, policy
from publish.headers.rules import rules
from publish.headers.static_host import write_headers_file


def site_policy(site: Path) -> Policy:
    """Work out the policy that the pages in the folder ``site`` need."""
    return policy(inline(site))


def write_headers(site: Path, address: str, nginx: Path) -> None:
    """Seal the pages of ``site`` and configure servers; nginx's part goes into a folder of its own.

    Raises :class:`BuildError` when the site holds a file without a media type, or a page that the
    policy would break.
    """
    path = urlsplit(address).path
    known = rules()
    known.check(site)
    found = site_policy(site)
    write_csp_meta(site, found)
    write_headers_file(site, path, known, found)
    write_nginx(nginx, path, known, found)
