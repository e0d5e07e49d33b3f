"""A browser of each engine, one at a time, and a server whose files can go missing."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.engines.engines import STARTERS
from tests.engines.reader import Reader


@dataclass
class Host:
    """Where the site stands, and the ends of names that are not found meanwhile."""

    address: str = ""
    missing: list[str] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, host: Host, *args: object, directory: str) -> None:
        self._host = host
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Serve a file unless it is missing now."""
        if self.path.endswith(tuple(self._host.missing)):
            self.send_error(404)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Let nothing be kept, so that what is missing is missing."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""


@pytest.fixture(scope="session")
def host(web_root: Path) -> Iterator[Host]:
    """The site on a server."""
    served = Host()
    handler = partial(_Handler, served, directory=str(web_root))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    served.address = f"http://127.0.0.1:{server.server_port}/soske/"
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session", params=STARTERS)
def reader(
    request: pytest.FixtureRequest, host: Host, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """A reader with a browser of each engine."""
    folder = tmp_path_factory.mktemp(request.param)
    driver = STARTERS[request.param](folder)
    yield Reader(driver, request.param, host.address, folder)
    driver.quit()


@pytest.fixture(scope="session")
def agreed() -> dict[str, str]:
    """What the first engine has made, for the others to make the same."""
    return {}
