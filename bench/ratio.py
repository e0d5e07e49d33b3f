"""What a measurement tells: a ratio of two durations measured in turns, or a number of things."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

PAIRS = 7


@dataclass(frozen=True)
class Result:
    """``value`` ``of`` something; ``goal`` is the most, or with ``least`` the least, it may be.

    What is told for the record alone has no goal.
    """

    name: str
    value: float
    of: str
    goal: float | None
    least: bool = False

    @property
    def reached(self) -> bool:
        """Tell whether the goal is reached."""
        if self.goal is None:
            return True
        return self.value >= self.goal if self.least else self.value <= self.goal


def ratio(name: str, goal: float | None, ours: list[float], theirs: list[float], of: str) -> Result:
    """Compare the medians of two series."""
    value = statistics.median(ours) / statistics.median(theirs)
    return Result(name, round(value, 3), of, goal)


def in_turns(
    ours: Callable[[], float], theirs: Callable[[], float], pairs: int = PAIRS
) -> tuple[list[float], list[float]]:
    """Measure both in turns, so that a busy machine weighs on both alike."""
    measured = [(ours(), theirs()) for _ in range(pairs)]
    return [one for one, _ in measured], [other for _, other in measured]


def timed(act: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
