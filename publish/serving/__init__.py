"""Serves the site while it is being edited: a saved file rebuilds what depends on it.

Finnish pages come first, then the other languages, Python for the browser and the books.
"""

import os
import shutil
import signal
import socket
import threading
from pathlib import Path

from publish.config import ROOT
from publish.errors import BuildError
from publish.serving.editing import Editing
from publish.serving.web_server import HOST, WebServer
from publish.workers import Say

SERVED = ROOT / ".build" / "serve"


def serve(say: Say) -> None:
    """Build the site into a folder of its own, serve it, and keep it fresh until interrupted.

    SOSKE_PORT serves at another port than 8000, SOSKE_BOOKS=no leaves out the PDFs and EPUBs, and
    SOSKE_WATCH=poll looks for changes on folders that are shared with another machine. Raises
    :class:`BuildError` when the port is taken.
    """
    port = _free_port()
    shutil.rmtree(SERVED, ignore_errors=True)
    SERVED.mkdir(parents=True)
    server = WebServer(SERVED, port)
    editing = Editing(SERVED, f"http://{HOST}:{port}/", server, say)
    threading.Thread(target=editing.run, daemon=True).start()
    for kind in (signal.SIGINT, signal.SIGTERM):  # also where what started it had them ignored
        signal.signal(kind, signal.default_int_handler)
    try:
        server.run()
    finally:
        editing.close()


def _free_port() -> int:
    given = os.environ.get("SOSKE_PORT", "8000")
    if not given.isdigit() or not 0 < int(given) < 65536:
        raise BuildError(f"SOSKE_PORT is {given!r}; expected a number such as 8001")
    try:
        with socket.create_server((HOST, int(given))):
            return int(given)
    except OSError as error:
        told = f"port {given} is taken ({error.strerror}); for another: SOSKE_PORT=8001 make serve"
        raise BuildError(told) from error


def served_folder() -> Path:
    """Return where what is being edited is built."""
    return SERVED
