"""A real web server that serves the site badly, as servers, proxies and networks do."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

type Fault = Callable[["Handler", bytes], None]


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
        self.address = f"http://127.0.0.1:{self.server_port}/soske/"

    def mend(self) -> None:
        """Serve well from now on."""
        self.faults.clear()
        self.headers.clear()
        self.mended.set()


class Handler(SimpleHTTPRequestHandler):
    """Answers as the server's faults demand."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve the file, or spoil it."""
        server = cast("FaultyServer", self.server)
        server.asked.append(self.path)
        fault = server.faults.get(self.path.rsplit("/", 1)[-1])
        if fault:
            fault(self, Path(self.translate_path(self.path)).read_bytes())
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Add the server's own headers; nothing is kept by the browser, so that faults are met."""
        self.send_header("Cache-Control", "no-store")
        for name, value in cast("FaultyServer", self.server).headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send(self, content: bytes, length: int | None = None, kind: str | None = None) -> None:
        """Send a file's head, with any length and type, and its content."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind or self.guess_type(self.path))
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        self.wfile.write(content)


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
