"""A real web server that serves the site badly, as servers, proxies and networks do."""

import gzip
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

type Fault = Callable[["Handler", bytes], None]
ALL = "*"  # the name under which a fault of every file stands


class FaultyServer(ThreadingHTTPServer):
    """Serves a folder; what is wrong with a file stands in ``faults`` under the file's name.

    ``headers`` go out with every file, ``asked`` lists the paths that were asked for, and
    ``mended`` is set when nothing should be held back any more.
    """

    daemon_threads = True

    def __init__(self, root: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(root)))
        self.faults: dict[str, Fault] = {}
        self.headers: dict[str, str] = {}
        self.asked: list[str] = []
        self.mended = threading.Event()
        self._out_of_reach = False
        self._open: list[socket.socket] = []
        self.address = f"http://127.0.0.1:{self.server_port}/soske/"

    def mend(self) -> None:
        """Serve well from now on."""
        self.faults.clear()
        self.headers.clear()
        self._out_of_reach = False
        self.mended.set()

    def lose(self) -> None:
        """Be out of reach until mended: what is on its way breaks off, nothing new is answered."""
        self._out_of_reach = True
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ARG002 -- inherited
        """Answer while in reach."""
        self._open.append(request)
        return not self._out_of_reach

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of connections that broke, as browsers break them too."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """Answers as the server's faults demand."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve the file, or spoil it."""
        server = cast("FaultyServer", self.server)
        server.asked.append(self.path)
        fault = server.faults.get(self.path.rsplit("/", 1)[-1], server.faults.get(ALL))
        if fault:
            fault(self, self._content())
        else:
            super().do_GET()

    def _content(self) -> bytes:
        file = Path(self.translate_path(self.path))
        return (file / "index.html" if file.is_dir() else file).read_bytes()

    def end_headers(self) -> None:
        """Add the server's own headers; nothing is kept by the browser, so that faults are met."""
        self.send_header("Cache-Control", "no-store")
        for name, value in cast("FaultyServer", self.server).headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send(self, content: bytes, length: int | None = None, kind: str | None = None) -> None:
        """Send a file's head, with any length and type, and its content."""
        self.begin(kind, len(content) if length is None else length)
        self.wfile.write(content)

    def begin(self, kind: str | None = None, length: int | None = None) -> None:
        """Send a file's head; without a length the end of the connection is the file's end."""
        name = f"{self.path}index.html" if self.path.endswith("/") else self.path
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind or self.guess_type(name))
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()


def missing(handler: Handler, _: bytes) -> None:
    """The file was not copied to the server."""
    handler.send_error(HTTPStatus.NOT_FOUND)


def shorter(handler: Handler, content: bytes) -> None:
    """The file was copied in part."""
    handler.send(content[: len(content) // 2])


def cut_off(handler: Handler, content: bytes) -> None:
    """The connection breaks half-way."""
    handler.send(content[: len(content) // 2], length=len(content))
    handler.close_connection = True


def damaged(handler: Handler, content: bytes) -> None:
    """One bit is wrong; the length is right."""
    half = len(content) // 2
    handler.send(content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :])


def still_packed(handler: Handler, content: bytes) -> None:
    """A proxy has taken away the word that the file is compressed, and has left it so."""
    handler.send(gzip.compress(content, 1))


def bare(handler: Handler, content: bytes) -> None:
    """A proxy has unpacked the file, and says nothing of its length."""
    handler.begin()
    handler.wfile.write(content)
    handler.close_connection = True


def wrong_type(handler: Handler, content: bytes) -> None:
    """The server does not know what the file is."""
    handler.send(content, kind="application/octet-stream")


def stalled(handler: Handler, content: bytes) -> None:
    """Half the file arrives, then nothing more, and the connection stays open."""
    handler.send(content[: len(content) // 2], length=len(content))
    cast("FaultyServer", handler.server).mended.wait(60)
    handler.close_connection = True


def slowly(seconds: float, pieces: int) -> Fault:
    """The file arrives in pieces, over some time."""

    def drip(handler: Handler, content: bytes) -> None:
        size = -(-len(content) // pieces)
        handler.send(b"", length=len(content))
        for at in range(0, len(content), size):
            cast("FaultyServer", handler.server).mended.wait(seconds / pieces)
            handler.wfile.write(content[at : at + size])

    return drip


def at_rate(per_second: int) -> Fault:
    """The file arrives at so many bytes a second, until all is mended."""

    def drip(handler: Handler, content: bytes) -> None:
        quarters = -(-4 * len(content) // per_second)
        slowly(quarters / 4, quarters)(handler, content)

    return drip


def with_script(line: str) -> Fault:
    """The script runs in a browser of which ``line`` takes something away."""
    return lambda handler, content: handler.send(line.encode() + b"\n" + content)


@contextmanager
def faulty_server(root: Path) -> Iterator[FaultyServer]:
    """Run a server for as long as the context lasts."""
    server = FaultyServer(root)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.mended.set()
    server.shutdown()
    server.server_close()
    thread.join()
