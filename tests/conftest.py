"""What many tests share: the site, built once per run, and its address on a real server."""

import fcntl
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from publish.build import site
from publish.headers.rules import rules

ADDRESS = "https://example.org/soske/"

# How many examples a law is tried on: few in `make test`, many in `make test-all`, and hardly any
# where the tests themselves are tried. A machine may be as slow as it likes.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("tiny", PATIENT, max_examples=3)
settings.register_profile("small", PATIENT, max_examples=30)
settings.register_profile("large", PATIENT, max_examples=300)
settings.load_profile("small")


class _Host(SimpleHTTPRequestHandler):
    """Serves files with the site's own headers, without telling each request."""

    def __init__(self, *args: Any, headers_sent: dict[str, str], **options: Any) -> None:
        self.headers_sent = headers_sent
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        """Send what a real server of the site sends with every answer."""
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """Says nothing of connections that browsers break off, as they do when a page is left."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of any other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run test a site that stands already, look at more, or store what it sees."""
    parser.addoption("--site", type=Path, help=f"a folder built for {ADDRESS}; else it is built")
    about = "look at every page in every width and both colour schemes, not at two looks of each"
    parser.addoption("--all-looks", action="store_true", help=about)
    about = "write the stored outlines of pages anew"
    parser.addoption("--write-outlines", action="store_true", help=about)


# What takes longest comes first, so that two processes end together. While one of them builds the
# site, the other has what needs no site.
ORDER = ("tests/browser/test_walk", "tests/selfcheck", "tests/macros", "tests/browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests into that order, all others last."""
    items.sort(key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    return next((n for n, start in enumerate(ORDER) if nodeid.startswith(start)), len(ORDER))


@pytest.fixture(scope="session")
def web_root(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to serve, with the site under a path of its own as it would be on a shared host.

    It is one for all processes of a run: who comes first builds, the others wait for it.
    """
    run = tmp_path_factory.getbasetemp()
    root = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "web"
    with _alone(root):
        if not root.exists():
            _put_site(root, pytestconfig.getoption("--site"))
    return root


def _put_site(root: Path, given: Path | None) -> None:
    """Bring the site to its place: one that stands already, or a new one."""
    made = Path(mkdtemp(dir=root.parent))
    if given:
        (made / "soske").symlink_to(given.resolve())
        (made / "soske-nginx").symlink_to(given.resolve().with_name(f"{given.name}-nginx"))
    else:
        site(made / "soske", ADDRESS).build(lambda _: None)
    made.rename(root)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Hold the others back that want the same place."""
    with place.with_name(f"{place.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def built_site(web_root: Path) -> Path:
    """The built site's folder."""
    return web_root / "soske"


@pytest.fixture(scope="session")
def headers_sent(built_site: Path) -> dict[str, str]:
    """What the built site says is to be sent with every file; else what the rules say."""
    written = built_site / "_headers"
    if not written.exists():
        return {**rules().security, "Content-Security-Policy": rules().policy_header()}
    first = written.read_text("utf-8").split("\n\n")[0]
    assert first.startswith("/soske/*\n")
    return dict(line.strip().split(": ", 1) for line in first.splitlines()[1:])


@pytest.fixture(scope="session")
def address(web_root: Path, headers_sent: dict[str, str]) -> Iterator[str]:
    """The site's address on a server that runs for the whole test run."""
    host = partial(_Host, directory=str(web_root), headers_sent=headers_sent)
    server = _Server(("127.0.0.1", 0), host)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/soske/"
    server.shutdown()
    server.server_close()
    thread.join()
