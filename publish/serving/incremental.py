"""Builds what a saved file changes, in processes that keep what they have read.

A process of its own reads the site's code anew when that has changed; until then it has the
generator, the facts and the templates at hand, and a page's language takes about a second.
"""

from collections.abc import Iterable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publish.errors import told
from publish.workers import call, give_up, pool

LANGUAGES = frozenset({"fi", "sv", "en"})
SHARED, RUNTIME = "shared", "runtime"
EDITED = LANGUAGES | {SHARED}


@dataclass(frozen=True)
class Plan:
    """Which parts are to be built: languages, what they share, the runtime; and if code changed."""

    parts: frozenset[str]
    code: bool = False


def plan_for(paths: Iterable[Path]) -> Plan:
    """Return what depends on files, given relative to the project's folder."""
    plans = [_plan(path.parts) for path in paths]
    parts = frozenset[str]().union(*(plan.parts for plan in plans))
    return Plan(parts, any(plan.code for plan in plans))


def _plan(parts: tuple[str, ...]) -> Plan:
    match parts:
        case ("docs", "fi" | "sv" | "en" as lang, *_):
            return Plan(frozenset({lang}))
        case ("docs" | "web", *_):
            return Plan(frozenset({SHARED}))
        case ("macros", "facts", *_):
            return Plan(EDITED)
        case ("selfcheck", *_):
            return Plan(EDITED | {RUNTIME}, code=True)
    return Plan(EDITED, code=True)


class IncrementalBuilder:
    """Builds parts of the site at ``address`` into a folder; one plan at a time.

    ``faults`` says of each part that could not be built why; such a part stays as it was, and is
    tried again with the next plan.
    """

    def __init__(self, into: Path, address: str) -> None:
        self._given = (into, address)
        self._pool = pool()
        self.faults: dict[str, str] = {}

    def rebuild(self, plan: Plan) -> None:
        """Build all parts of the plan, whatever becomes of each."""
        if plan.code:
            self.close()
            self._pool = pool()
        parts = sorted(plan.parts | self.faults.keys(), key=_order)
        started = {part: self._start(part) for part in parts}
        for part, future in started.items():
            fault = _fault(future)
            self.faults.pop(part, None)
            if fault:
                self.faults[part] = fault
        if any(isinstance(each.exception(), BrokenProcessPool) for each in started.values()):
            self._pool = pool()

    def close(self) -> None:
        """End the processes."""
        give_up(self._pool)

    def _start(self, part: str) -> Future[Any]:
        return self._pool.submit(call, "publish.build:build_part", *self._given, part)


def _order(part: str) -> tuple[bool, bool, str]:
    """Finnish pages first, then what all languages share; what takes longest comes last."""
    return part == RUNTIME, part not in ("fi", SHARED), part


def _fault(future: Future[Any]) -> str:
    try:
        future.result()
    except Exception as error:
        return told(error)
    return ""
