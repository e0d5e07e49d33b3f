"""A ratio of two durations, measured in turns so that a busy machine weighs on both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Ratio:
    """Median duration of one thing over that of another, measured in pairs."""

    name: str
    of: str
    against: str
    pairs: int
    ratio: float


def measure(
    name: str,
    of: tuple[str, Callable[[], object]],
    against: tuple[str, Callable[[], object]],
    pairs: int,
) -> Ratio:
    """Run both sides in turns, ``pairs`` times, and compare the medians."""
    ours, theirs = [], []
    for _ in range(pairs):
        ours.append(seconds(of[1]))
        theirs.append(seconds(against[1]))
    ratio = statistics.median(ours) / statistics.median(theirs)
    return Ratio(name, of[0], against[0], pairs, round(ratio, 3))


def seconds(act: Callable[[], object]) -> float:
    """Time one run."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
