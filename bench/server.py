"""A server as a real one would be set up: Brotli, and all but pages cached for a year."""

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from publish.build import WORK
from publish.packaging import compressed

TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}
CACHE = WORK / "compressed"
COMPRESSED = {".woff2", ".png"}  # by themselves
POLICY = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


@cache
def _content(file: Path) -> tuple[bytes, str | None]:
    """Return a file as it goes over the wire, and its encoding."""
    raw = file.read_bytes()
    return (raw, None) if file.suffix in COMPRESSED else (compressed(raw, ".br", CACHE), "br")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Server"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with the file of the first folder whose path fits."""
        file = self.server.file(unquote(urlsplit(self.path).path))
        if file is None:
            self.send_response(HTTPStatus.NOT_FOUND)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body, encoding = _content(file)
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        lasting = file.suffix != ".html"
        self.send_header("Cache-Control", f"max-age={31_536_000 if lasting else 0}, immutable")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        for name, value in POLICY.items():
            self.send_header(name, value)
        self.end_headers()
        self.server.sent += len(body)
        with suppress(ConnectionError):  # a page that was closed meanwhile
            self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Serves folders at paths; ``sent`` counts the bytes of all bodies so far."""

    daemon_threads = True

    def __init__(self, folders: dict[str, Path]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folders = {path: folder.resolve() for path, folder in folders.items()}
        self.sent = 0
        self.address = f"http://127.0.0.1:{self.server_port}"

    def file(self, path: str) -> Path | None:
        """Return the file at a path, or None."""
        for start, folder in self.folders.items():
            found = (folder / path.removeprefix(start)).resolve()
            found = found / "index.html" if found.is_dir() else found
            if path.startswith(start) and found.is_relative_to(folder) and found.is_file():
                return found
        return None

    def weight(self, path: str) -> int:
        """Return how many bytes the file at a path has on the wire."""
        file = self.file(path)
        return len(_content(file)[0]) if file else 0


@contextmanager
def serving(folders: dict[str, Path]) -> Iterator[Server]:
    """Serve for a while."""
    server = Server(folders)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
