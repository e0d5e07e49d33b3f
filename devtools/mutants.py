"""Tells what the tests would not notice: ``python -m devtools.mutants [MODULE...]``.

mutmut changes one thing at a time in a copy of the code and runs the tests that reach it. What no
test notices is told with its change, unless ``devtools/mutants.toml`` accepts it for a reason.
Ends with status 1 when too much goes unnoticed.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ACCEPTED = Path(__file__).with_suffix(".toml")
MUTMUT = (sys.executable, "-m", "mutmut")
ENOUGH = 90  # per cent that the tests must notice
NOTICED = ("killed", "timeout", "segfault", "caught by type check")
RESULT = re.compile(r"\s*(?P<name>\S+__mutmut_\d+): (?P<state>.+)")
CHANGED = re.compile(r"[-+](?![-+]{2} )")
NAME = re.compile(r"(?P<module>.+)\.x(ǁ(?P<owner>\w+)ǁ|_)(?P<function>\w+)__mutmut_\d+")


@dataclass(frozen=True, slots=True)
class Accepted:
    """Changes that need no test: in functions and lines that match, for a reason."""

    where: str
    change: re.Pattern[str]
    reason: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: its function as ``module.function`` and what became of it."""

    name: str
    state: str

    @property
    def where(self) -> str:
        """The changed function, with its class, by its full name."""
        found = NAME.fullmatch(self.name)
        parts = found.group("module", "owner", "function") if found else (self.name,)
        return ".".join(filter(None, parts))


def main(patterns: Sequence[str]) -> int:
    """Run mutmut on functions that match, on all without patterns; return the exit status."""
    run = subprocess.run([*MUTMUT, "run", *patterns], check=False)
    if run.returncode:
        return run.returncode
    rules, noticed, untested, excused = accepted(), 0, 0, 0
    for mutant in results(patterns):
        if mutant.state in NOTICED:
            noticed += 1
        elif needs_no_test(mutant, change := difference(mutant), rules):
            excused += 1
        else:
            untested += 1
            print(f"\n{mutant.where}: {mutant.state}\n{change}")
    share = 100 * noticed / max(1, noticed + untested)
    print(f"\nnoticed: {noticed} of {noticed + untested}, {share:.1f} % (at least {ENOUGH} %)")
    print(f"accepted, as {ACCEPTED.name} says why: {excused}")
    return 0 if share >= ENOUGH else 1


def results(patterns: Sequence[str]) -> Iterator[Mutant]:
    """List what became of every change that was tried."""
    for line in _told("results", "--all", "true").splitlines():
        found = RESULT.fullmatch(line)
        if not found or found["state"] == "not checked":
            continue
        if not patterns or any(fnmatch(found["name"], pattern) for pattern in patterns):
            yield Mutant(found["name"], found["state"])


def difference(mutant: Mutant) -> str:
    """Show the changed lines, before and after."""
    lines = _told("show", mutant.name).splitlines()
    return "\n".join(line for line in lines if CHANGED.match(line))


def _told(*command: str) -> str:
    """Let mutmut tell."""
    run = subprocess.run([*MUTMUT, *command], check=True, capture_output=True, text=True)
    return run.stdout


def accepted() -> list[Accepted]:
    """Read what needs no test."""
    entries = tomllib.loads(ACCEPTED.read_text("utf-8"))["accepted"]
    return [Accepted(e["where"], re.compile(e["change"]), e["reason"]) for e in entries]


def needs_no_test(mutant: Mutant, change: str, rules: Sequence[Accepted]) -> bool:
    """Tell whether a change is accepted."""
    return any(fnmatch(mutant.where, rule.where) and rule.change.search(change) for rule in rules)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
