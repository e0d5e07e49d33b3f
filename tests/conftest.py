"""What many tests share: the site, built once per run, and its address on a real server."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from publish.build import site

ADDRESS = "https://example.org/soske/"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without telling each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run test a site that stands already, look at more, or store what it sees."""
    parser.addoption("--site", type=Path, help=f"a folder built for {ADDRESS}; else it is built")
    about = "look at every page in every width and both colour schemes, not at two looks of each"
    parser.addoption("--all-looks", action="store_true", help=about)
    about = "write the stored outlines of pages anew"
    parser.addoption("--write-outlines", action="store_true", help=about)


@pytest.fixture(scope="session")
def web_root(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to serve, with the site under a path of its own as it would be on a shared host."""
    root = tmp_path_factory.mktemp("web")
    given: Path | None = pytestconfig.getoption("--site")
    if given:
        (root / "soske").symlink_to(given.resolve())
    else:
        site(root / "soske", ADDRESS).build(lambda _: None)
    return root


@pytest.fixture(scope="session")
def built_site(web_root: Path) -> Path:
    """The built site's folder."""
    return web_root / "soske"


@pytest.fixture(scope="session")
def address(web_root: Path) -> Iterator[str]:
    """The site's address on a server that runs for the whole test run."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(web_root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/soske/"
    server.shutdown()
    server.server_close()
    thread.join()
