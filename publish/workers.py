"""Processes that do parts of the work beside one another, and what is told of it."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from pkgutil import resolve_name
from typing import Any

from publish.errors import BuildError, MissingError, speaks, told

type Say = Callable[[str], None]

QUIET = 10  # seconds without news, after which it is told what is being made


def call(function: str, *arguments: Any) -> Any:
    """Call a function given as ``module:name``, whose code is loaded in this process, and now.

    What speaks for itself is raised as its words, which every error can carry to another process.
    """
    try:
        return resolve_name(function)(*arguments)
    except Exception as error:
        if not speaks(error):
            raise
        kind = MissingError if isinstance(error, MissingError) else BuildError
        raise kind(told(error)) from None


def pool() -> ProcessPoolExecutor:
    """Return processes, one for each core, that start from nothing: they read code as it is now."""
    cores = max(2, os.cpu_count() or 2)
    return ProcessPoolExecutor(cores, multiprocessing.get_context("spawn"), _prepare)


@contextmanager
def workers() -> Iterator[ProcessPoolExecutor]:
    """Lend processes for a while; what is left undone when something fails is given up."""
    made = pool()
    try:
        yield made
    except BaseException:
        give_up(made)
        raise
    made.shutdown()


def give_up(started: ProcessPoolExecutor) -> None:
    """End the processes at once, whatever they are at."""
    # What Python 3.14 has as `terminate_workers`.
    children = list((started._processes or {}).values())
    started.shutdown(wait=False, cancel_futures=True)
    for child in children:
        child.terminate()


def _prepare() -> None:
    """Let the first process alone answer Ctrl+C, and collect no garbage.

    A process lives for a few parts of the work: collecting would take a sixth of its time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


class Steps:
    """Parts of a build that are made beside one another, told one by one as they are there."""

    def __init__(self, processes: ProcessPoolExecutor, say: Say, total: int) -> None:
        self._processes, self._say, self._total = processes, say, total
        self._names: dict[Future[Any], str] = {}
        self._done = 0

    def start(self, name: str, function: str, *arguments: Any) -> Future[Any]:
        """Hand a part to the next process that is free."""
        future = self._processes.submit(call, function, *arguments)
        self._names[future] = name
        return future

    def finish(self, *futures: Future[Any]) -> None:
        """Wait for parts, and raise what the first that failed has raised."""
        left = self._names.keys() & set(futures)
        while left:
            ready, _ = wait(self._names, QUIET, FIRST_COMPLETED)
            if not ready:
                self._say(f"… {', '.join(self._names.values())}")
            for future in ready:
                future.result()
                self.tell(self._names.pop(future))
            left -= ready

    def tell(self, name: str) -> None:
        """Tell that a part is there, and how many of all are."""
        self._done += 1
        self._say(f"[{self._done}/{self._total}] {name}")
