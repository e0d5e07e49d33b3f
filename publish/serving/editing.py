"""Builds the site part by part, and again what a save changes, for as long as it is edited."""

import os
import sys
import threading
from pathlib import Path

from publish.serving.books import Books
from publish.serving.incremental import RUNTIME, SHARED, IncrementalBuilder, Plan, plan_for
from publish.serving.watching import Changes
from publish.serving.web_server import WebServer
from publish.workers import Say

FIRST = Plan(frozenset({"fi", SHARED}))
NEXT = Plan(frozenset({"sv", "en"}))
LATER = Plan(frozenset({RUNTIME}))
AGAIN = 30  # seconds, after which what lacked something on this machine is tried again


class Editing:
    """What an editor sees of a build: lines on the terminal, and pages that load again."""

    def __init__(self, into: Path, address: str, server: WebServer, say: Say) -> None:
        self._pages = Telling(IncrementalBuilder(into, address), server)
        self._runtime = Telling(IncrementalBuilder(into, address), server)
        self._address, self._server, self._say = address, server, say
        self._changes = Changes()
        wanted = os.environ.get("SOSKE_BOOKS") != "no"
        self._books = Books(into, address, self._on_books) if wanted else None

    def run(self) -> None:
        """Build all pages, the Finnish ones first; then wait for saves, and build what they change.

        What takes long and no page waits for is made meanwhile.
        """
        self._pages.build(FIRST)
        self._say(f"serving at {self._address} (stop with Ctrl+C)")
        if self._pages.build(NEXT):
            self._say("pages in Swedish and English")
            self._server.reload("sv")
        threading.Thread(target=self._make_the_rest, daemon=True).start()
        while True:
            self._after(self._changes.wait(AGAIN))

    def close(self) -> None:
        """End what is being made."""
        if self._books:
            self._books.close()
        self._pages.close()
        self._runtime.close()

    def _make_the_rest(self) -> None:
        if self._runtime.build(LATER):
            self._say("Python for the browser")
            self._server.reload(RUNTIME)
        if self._books and not self._books.made and not self._pages.faults:
            self._say("setting the PDFs and EPUBs meanwhile")
            self._books.start()

    def _after(self, saved: set[Path]) -> None:
        """Build what was saved; while nothing is, try again what lacked something."""
        if saved and self._pages.build(plan_for(saved)):
            self._say(f"built anew for {', '.join(sorted(map(str, saved)))}")
            self._server.reload(str(max(saved)))
        elif not saved and self._runtime.faults:
            self._make_the_rest()
        books = self._books
        if books and not self._pages.faults and (books.lacking or (saved and not books.made)):
            books.start()

    def _on_books(self, fault: str) -> None:
        """Tell what became of the books."""
        known = self._server.missing.get("pdf")
        for folder in ("pdf", "epub"):
            self._server.missing.pop(folder, None)
            if fault:
                self._server.missing[folder] = fault
        if not fault:
            self._say("a PDF and an EPUB in each language")
        elif fault != known:
            print(f"PDF and EPUB: {fault}", file=sys.stderr)
        if fault != known:
            self._server.reload("pdf")


class Telling:
    """A builder whose faults are told on the terminal, and in the place of a missing page."""

    def __init__(self, builder: IncrementalBuilder, server: WebServer) -> None:
        self._builder, self._server = builder, server
        self._told: dict[str, str] = {}

    @property
    def faults(self) -> dict[str, str]:
        """Why parts could not be built."""
        return self._builder.faults

    def build(self, plan: Plan) -> bool:
        """Build, tell faults that are new or asked for, and return whether all of it is there."""
        self._builder.rebuild(plan)
        for part in self._told:
            self._server.missing.pop(part, None)
        self._server.missing.update(self.faults)
        fresh = [
            words
            for part, words in self.faults.items()
            if part not in self._told or (part in plan.parts and part != RUNTIME)
        ]
        if fresh:
            words = "\n".join(dict.fromkeys(fresh))
            print(f"\n{words}\nThe site still shows what it showed before.\n", file=sys.stderr)
        self._told = dict(self.faults)
        return not plan.parts & self.faults.keys()

    def close(self) -> None:
        """End its processes."""
        self._builder.close()
