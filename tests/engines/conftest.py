"""A browser of each engine, one at a time, and a server whose files can go missing."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from devtools.engines import STARTERS
from tests.engines.reader import Reader


@dataclass
class Host:
    """Where the site stands, what it sends with each file, and the ends of names not found now.

    Browsers tell it what the site's policy refuses; ``refused`` lists that.
    """

    headers: dict[str, str]
    address: str = ""
    missing: list[str] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)


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

    def do_POST(self) -> None:
        """Take a browser's report of what the policy has refused."""
        report = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._host.refused.append(report["csp-report"])
        self.send_response(204)
        self.end_headers()

    def end_headers(self) -> None:
        """Let nothing be kept, so that what is missing is missing."""
        self.send_header("Cache-Control", "no-store")
        for name, value in self._host.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""


@pytest.fixture(scope="session")
def host(web_root: Path, headers_sent: dict[str, str]) -> Iterator[Host]:
    """The site on a server, with its own headers."""
    policy = f"{headers_sent['Content-Security-Policy']}; report-uri /refused"
    served = Host(headers_sent | {"Content-Security-Policy": policy})
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


@pytest.fixture(autouse=True)
def policy_kept(host: Host) -> Iterator[None]:
    """Whatever a reader does, no browser reports that the site's policy was gone against."""
    host.refused.clear()
    yield
    assert host.refused == []
