"""Notes which sources an editor has saved."""

import os
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from publish.config import ROOT

FOLDERS = ("docs", "macros", "selfcheck", "overrides", "web")
FILES = ("mkdocs.yml",)
CHANGES = frozenset({"created", "modified", "moved", "deleted"})
LOOKS = 0.5  # seconds between two looks where the system tells of no changes
SETTLED = 0.05  # seconds without a further change, after which a save is over


class Changes:
    """The sources that were saved since one last asked.

    The system tells of them; where it cannot (too many files are watched already, or the folder is
    shared with another machine and SOSKE_WATCH=poll says so), files are looked at again and again.
    """

    def __init__(self) -> None:
        self._paths = SimpleQueue[Path]()
        try:
            self._watch(PollingObserver(timeout=LOOKS) if _polls() else Observer())
        except OSError:
            self._watch(PollingObserver(timeout=LOOKS))

    def wait(self, seconds: float | None = None) -> set[Path]:
        """Wait for a change, and for those that come with it; nothing when the time is over."""
        try:
            paths = {self._paths.get(timeout=seconds)}
        except Empty:
            return set()
        try:
            while True:
                paths.add(self._paths.get(timeout=SETTLED))
        except Empty:
            return paths

    def _watch(self, observer: BaseObserver) -> None:
        noted = _Noted(self._paths)
        for folder in FOLDERS:
            observer.schedule(noted, str(ROOT / folder), recursive=True)
        # Not the file itself: editors put a new one in its place.
        observer.schedule(noted, str(ROOT), recursive=False)
        observer.daemon = True
        observer.start()


def _polls() -> bool:
    return os.environ.get("SOSKE_WATCH") == "poll"


class _Noted(FileSystemEventHandler):
    def __init__(self, paths: SimpleQueue[Path]) -> None:
        self._paths = paths

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a source that was written, moved or removed."""
        if event.is_directory or event.event_type not in CHANGES:
            return
        for given in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(given))
            if given and is_source(path):
                self._paths.put(path.relative_to(ROOT))


def is_source(path: Path) -> bool:
    """Tell whether a file is one of the site's, and not one that an editor or Python keeps."""
    if not path.is_relative_to(ROOT):
        return False
    parts = path.relative_to(ROOT).parts
    kept = path.name.startswith((".", "#", "4913")) or path.name.endswith(("~", ".tmp", ".pyc"))
    return not kept and "__pycache__" not in parts and parts[0] in (*FOLDERS, *FILES)
