"""Builds what a saved file changes, in processes that keep what they have read.

A process of its own reads the site's code anew when that has changed; until then it has the
generator, the facts and the templates at hand, and a page's language takes about a second.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.model.documents import FactError
from publish.build import SITE, site
from publish.errors import BuildError
from selfcheck.errors import BankError
from selfcheck.model import LANGS, Lang

FAULTS = (BuildError, FactError, BankError)


@dataclass(frozen=True)
class Plan:
    """What is to be built: pages of languages, what they share, and whether from changed code."""

    languages: frozenset[Lang]
    shared: bool
    code: bool


EVERYTHING = Plan(frozenset(LANGS), shared=True, code=True)


def plan_for(paths: Iterable[Path]) -> Plan:
    """Return what depends on files, given relative to the project's folder."""
    plans = [_plan(path.parts) for path in paths]
    return Plan(
        frozenset[Lang]().union(*(plan.languages for plan in plans)),
        any(plan.shared for plan in plans),
        any(plan.code for plan in plans),
    )


def _plan(parts: tuple[str, ...]) -> Plan:
    match parts:
        case ("docs", "fi" | "sv" | "en" as lang, *_):
            return Plan(frozenset({lang}), shared=False, code=False)
        case ("docs" | "web", *_):
            return Plan(frozenset(), shared=True, code=False)
        case ("macros", "facts", *_):
            return Plan(frozenset(LANGS), shared=True, code=False)
    return EVERYTHING


class IncrementalBuilder:
    """Does the work for the site at ``address``; one piece of work at a time."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._pool = _pool()

    def rebuild(self, plan: Plan) -> list[str]:
        """Build, and return the faults that kept something as it was."""
        if plan.code:
            self.close()
            self._pool = _pool()
            if faults := _faults([self._pool.submit(_told, _runtime, self._address)]):
                return faults
        return _faults(self._started(plan))

    def close(self) -> None:
        """End the processes once they have done what they are at."""
        self._pool.shutdown(cancel_futures=True)

    def _started(self, plan: Plan) -> list[Future[str]]:
        started = [
            self._pool.submit(_told, _pages, self._address, lang)
            for lang in LANGS
            if lang in plan.languages
        ]
        if plan.shared:
            started.append(self._pool.submit(_told, _shared, self._address))
        return started


def _pool() -> ProcessPoolExecutor:
    # Not forked: a new process shall read the code as it is now.
    return ProcessPoolExecutor(2, multiprocessing.get_context("spawn"), _leave_stopping)


def _leave_stopping() -> None:
    """Let the first process alone answer Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _faults(started: list[Future[str]]) -> list[str]:
    """Return what went wrong, each fault once."""
    return list(dict.fromkeys(fault for one in started if (fault := one.result())))


def _told(build: Callable[..., None], address: str, *rest: Any) -> str:
    """Run a part of the build in its process; return its fault in words, or nothing."""
    try:
        build(address, *rest)
    except FAULTS as fault:
        return str(fault)
    return ""


def _runtime(address: str) -> None:
    site(SITE, address).build_runtime()


def _pages(address: str, lang: Lang) -> None:
    whole = site(SITE, address)
    whole.build_language(whole.facts.language(lang))


def _shared(address: str) -> None:
    site(SITE, address).build_rest()
