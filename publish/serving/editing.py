"""Builds the site part by part, and again what a save changes, for as long as it is edited."""

import os
import sys
from pathlib import Path

from publish.serving.books import Books
from publish.serving.incremental import RUNTIME, SHARED, IncrementalBuilder, Plan, plan_for
from publish.serving.watching import Changes
from publish.serving.web_server import WebServer
from publish.workers import Say

FIRST = Plan(frozenset({"fi", SHARED}))
NEXT = Plan(frozenset({"sv", "en"}))
LAST = Plan(frozenset({RUNTIME}))
TOLD = {RUNTIME: "Python for the browser"}
AGAIN = 30  # seconds, after which what lacked something on this machine is tried again


class Editing:
    """What an editor sees of a build: lines on the terminal, and pages that load again."""

    def __init__(self, into: Path, address: str, server: WebServer, say: Say) -> None:
        self._builder = IncrementalBuilder(into, address)
        self._address, self._server, self._say = address, server, say
        self._changes = Changes()
        wanted = os.environ.get("SOSKE_BOOKS") != "no"
        self._books = Books(into, address, self._on_books) if wanted else None
        self._told: dict[str, str] = {}

    def run(self) -> None:
        """Build all, the Finnish pages first; then wait for saves, and build what they change."""
        self._build(FIRST)
        self._say(f"serving at {self._address} (stop with Ctrl+C)")
        for plan, what in ((NEXT, "pages in Swedish and English"), (LAST, TOLD[RUNTIME])):
            if self._build(plan):
                self._say(what)
                self._server.reload(what)
        if self._books and not self._builder.faults:
            self._say("setting the PDFs and EPUBs meanwhile")
            self._books.start()
        while True:
            self._after(self._changes.wait(AGAIN))

    def close(self) -> None:
        """End what is being made."""
        if self._books:
            self._books.close()
        self._builder.close()

    def _after(self, saved: set[Path]) -> None:
        """Build what was saved; without a save, try again what could not be made."""
        lacking = self._books is not None and self._books.wanting
        if not saved and not lacking and RUNTIME not in self._builder.faults:
            return
        if self._build(plan_for(saved)) and saved:
            self._say(f"built anew for {', '.join(sorted(map(str, saved)))}")
            self._server.reload(str(max(saved)))
        if self._books and lacking and not self._builder.faults:
            self._books.start()

    def _build(self, plan: Plan) -> bool:
        """Build, tell each new fault once, and return whether all of the plan is there."""
        self._builder.rebuild(plan)
        faults = self._builder.faults
        for part in self._told:
            self._server.missing.pop(part, None)
        self._server.missing.update(faults)
        fresh = [
            words
            for part, words in faults.items()
            if part in plan.parts or self._told.get(part) != words
        ]
        if fresh:
            words = "\n".join(dict.fromkeys(fresh))
            print(f"\n{words}\nThe site still shows what it showed before.\n", file=sys.stderr)
        self._told = dict(faults)
        return not plan.parts & faults.keys()

    def _on_books(self, fault: str) -> None:
        """Tell what became of the books."""
        known = self._server.missing.get("pdf")
        if not fault:
            self._server.missing.pop("pdf", None)
            self._server.missing.pop("epub", None)
            self._say("a PDF and an EPUB in each language")
            self._server.reload("pdf")
        elif fault != known:
            self._server.missing.update(pdf=fault, epub=fault)
            self._server.reload("pdf")
            print(f"PDF and EPUB: {fault}", file=sys.stderr)
