"""Serves the site while it is being edited: a saved file rebuilds what depends on it."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from publish.build import SITE
from publish.config import ROOT
from publish.errors import BuildError
from publish.incremental import EVERYTHING, IncrementalBuilder, plan_for

HOST = "127.0.0.1"
SOURCES = ("docs", "macros", "selfcheck", "overrides", "web", "mkdocs.yml")
LOOKS = 0.15  # seconds between two looks at the sources, which also work on shared folders
PANGO_LOOKS = 10  # seconds between two looks for what sets the PDFs, where it was missing
SETTLED = 0.05  # seconds without a further change, after which a save is over

type Say = Callable[[str], None]


def serve(say: Say) -> None:
    """Build the pages, serve them, and keep them fresh until interrupted.

    The books are made meanwhile, once. SOSKE_PORT serves at another port than 8000. Raises
    :class:`BuildError` when the port is taken or the site cannot be built.
    """
    port = int(os.environ.get("SOSKE_PORT", "8000"))
    _check_free(port)
    address = f"http://{HOST}:{port}/"
    builder = IncrementalBuilder(address)
    if faults := builder.rebuild(EVERYTHING):
        raise BuildError("\n".join(faults))
    say("pages in three languages")
    books = _Books(address, say)
    books.start()
    loop, changes = IOLoop.current(), SimpleQueue[Path]()
    threading.Thread(target=_rebuild, args=(builder, changes, loop, say), daemon=True).start()
    _watch(changes)
    loop.add_callback(say, f"serving at {address} (stop with Ctrl+C)")
    for kind in (signal.SIGINT, signal.SIGTERM):  # also where what started it had them ignored
        signal.signal(kind, signal.default_int_handler)
    try:
        Server(watcher=_NoWatcher()).serve(root=str(SITE), host=HOST, port=port)
    finally:
        books.stop()
        builder.close()


def _check_free(port: int) -> None:
    try:
        with socket.create_server((HOST, port)):
            return
    except OSError as error:
        told = f"port {port} is taken ({error.strerror}); for another: SOSKE_PORT=8001 make serve"
        raise BuildError(told) from error


class _NoWatcher(Watcher):  # type: ignore[misc]
    """Leaves watching to us: livereload looks but once a second and passes over quick saves."""

    def start(self, _callback: Callable[[], None]) -> bool:
        """Say that someone else calls."""
        return True


def _watch(changes: SimpleQueue[Path]) -> None:
    """Put every changed source into ``changes``."""
    observer = PollingObserver(timeout=LOOKS)
    for source in SOURCES:
        observer.schedule(_Notes(changes), str(ROOT / source), recursive=True)
    observer.daemon = True
    observer.start()


class _Notes(FileSystemEventHandler):
    def __init__(self, changes: SimpleQueue[Path]) -> None:
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a source that was written, moved or removed."""
        path = Path(os.fsdecode(event.dest_path or event.src_path))
        if not event.is_directory and "__pycache__" not in path.parts:
            self._changes.put(path.relative_to(ROOT))


def _rebuild(
    builder: IncrementalBuilder, changes: SimpleQueue[Path], loop: IOLoop, say: Say
) -> None:
    """Build what changes ask for and let browsers load it; tell a fault and go on."""
    while True:
        paths = _next(changes)
        faults = builder.rebuild(plan_for(paths))
        if faults:
            told = "\n".join(faults)
            print(f"\n{told}\nThe site still shows what it showed before.\n", file=sys.stderr)
        else:
            say(f"built anew for {', '.join(sorted(map(str, paths)))}")
            loop.add_callback(LiveReloadHandler.reload_waiters, str(max(paths)))


def _next(changes: SimpleQueue[Path]) -> set[Path]:
    """Wait for a change, and for those that come with it."""
    paths = {changes.get()}
    try:
        while True:
            paths.add(changes.get(timeout=SETTLED))
    except Empty:
        return paths


class _Books:
    """Makes the books that pages link to beside the serving, if there are none.

    Where Pango is missing this is told once, and they are made as soon as it is there.
    """

    def __init__(self, address: str, say: Say) -> None:
        self._env = os.environ | {"SOSKE_ADDRESS": address}
        self._say = say
        self._ended = threading.Event()
        self._making: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin, unless they stand already."""
        if not (SITE / "pdf").exists():
            threading.Thread(target=self._make, daemon=True).start()

    def stop(self) -> None:
        """End what is at work."""
        self._ended.set()
        if self._making and self._making.poll() is None:
            os.killpg(self._making.pid, signal.SIGTERM)

    def _make(self) -> None:
        if not self._wait_for_pango():
            return
        self._say("setting the PDFs and EPUBs meanwhile, once")
        command = ["nice", sys.executable, "-m", "publish", "books"]
        quiet = subprocess.DEVNULL
        self._making = subprocess.Popen(
            command, cwd=ROOT, env=self._env, stdout=quiet, process_group=0
        )
        if self._making.wait() == 0:
            self._say("a PDF and an EPUB in each language")

    def _wait_for_pango(self) -> bool:
        """Wait until it can be loaded; False when the serving ends before."""
        look = [sys.executable, "-c", "from publish.system_libraries import load_pango as p; p()"]
        told = False
        while subprocess.run(look, cwd=ROOT, capture_output=True, check=False).returncode:
            if not told:
                self._say("Pango is missing: the PDFs and EPUBs are made once it is there")
            told = True
            if self._ended.wait(PANGO_LOOKS):
                return False
        return not self._ended.is_set()
