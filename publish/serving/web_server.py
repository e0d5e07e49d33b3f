"""A web server for one editor, whose open pages load again when told to."""

import logging
from html import escape
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop

HOST = "127.0.0.1"
BUILDING = {
    "fi": "Sivustoa rakennetaan. Tämä sivu latautuu itsestään, kun se on valmis.",
    "sv": "Webbplatsen byggs. Den här sidan laddas av sig själv när den är klar.",
    "en": "The site is being built. This page loads by itself once it is there.",
}
FAILED = {
    "fi": "Tätä ei voitu tehdä. Muu sivusto toimii. Syy:",
    "sv": "Detta kunde inte göras. Resten av webbplatsen fungerar. Orsak:",
    "en": "This could not be made. The rest of the site works. The reason:",
}
_PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1><pre>{reason}</pre></main></body></html>"""


class WebServer:
    """Serves a folder at a port. ``missing`` says why the files of a folder in it are not there."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder, self._port = folder, port
        self._loop = IOLoop.current()
        self.missing: dict[str, str] = {}

    def run(self) -> None:
        """Serve until interrupted."""
        _Server(self._folder, self.missing).serve(str(self._folder), HOST, self._port)

    def reload(self, changed: str) -> None:
        """Let open pages load again; from any thread."""
        self._loop.add_callback(LiveReloadHandler.reload_waiters, changed)


class _Server(Server):  # type: ignore[misc]
    def __init__(self, folder: Path, missing: dict[str, str]) -> None:
        super().__init__(watcher=_NoWatcher())
        self._folder, self._missing = folder, missing

    def serve(self, root: str, host: str, port: int) -> None:
        """Serve without a word: the address is told once there is something to see."""
        super().serve(root=root, host=host, port=port)

    def get_web_handlers(self, _script: object) -> list[Any]:
        """Answer with the built files, or say why there is none."""
        given = {"path": str(self._folder), "default_filename": "index.html"}
        return [(r"/(.*)", _Files, {**given, "missing": self._missing})]

    def _setup_logging(self) -> None:
        logging.getLogger("livereload").setLevel(logging.WARNING)
        logging.getLogger("tornado.access").setLevel(logging.CRITICAL)


class _NoWatcher(Watcher):  # type: ignore[misc]
    """Leaves watching to us: livereload looks but once a second and passes over quick saves."""

    def start(self, _callback: object) -> bool:
        """Say that someone else calls."""
        return True


class _Files(StaticFileHandler):  # type: ignore[misc]
    def initialize(self, path: str, default_filename: str, missing: dict[str, str]) -> None:
        """Take what the server was made with."""
        super().initialize(path, default_filename)
        self._folder, self._missing = Path(path), missing

    def set_extra_headers(self, _path: str) -> None:
        """Let browsers ask anew each time."""
        self.set_header("Cache-Control", "no-cache")

    def write_error(self, status_code: int, **_told: object) -> None:
        """Say in the address's language that a page is being built, or cannot be, or is not."""
        lang, path = _language(self.request.path), self.request.path.strip("/")
        page = self._folder / ("" if lang == "fi" else lang) / "404.html"
        folder = path.split("/")[0]
        reason = self._missing.get(folder, "") or self._missing.get(lang, "")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if status_code == 404 and page.exists() and not reason and folder not in ("pdf", "epub"):
            self.finish(page.read_text("utf-8"))
            return
        title = (FAILED if reason else BUILDING)[lang]
        self.set_status(503)
        self.finish(_PAGE.format(lang=lang, title=title, reason=escape(reason)))


def _language(path: str) -> str:
    """Tell an address's language by its folder, or a file's by the end of its name."""
    for lang in ("sv", "en"):
        if path.startswith(f"/{lang}/") or f"-{lang}." in path:
            return lang
    return "fi"
