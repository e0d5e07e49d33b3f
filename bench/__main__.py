"""Runs measurements: all, or those named. Prints a table and writes ``bench/results.json``."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from pkgutil import resolve_name

from bench.ratio import Result

RESULTS = Path(__file__).parent / "results.json"
NAMES = (
    "weighing",
    "reading",
    "starting",
    "answering",
    "scoring",
    "building",
    "saving",
    "comparing",
)


def main() -> None:
    """Measure, print, write; what was measured before stays in the file until measured again."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], metavar=f"{{{','.join(NAMES)}}}")
    names = parser.parse_args().names or NAMES
    known = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    for name in names:
        results = resolve_name(f"bench.{name}:{name}")()
        for one in results:
            print(_line(one))
        known[name] = [asdict(one) | {"reached": one.reached} for one in results]
        RESULTS.write_text(json.dumps(known, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"written to bench/{RESULTS.name}")


def _line(one: Result) -> str:
    """Write a result as a line of the table."""
    measured = f"{one.name:56} {one.value:>10,} {one.of:44}"
    if one.goal is None:
        return measured
    sign = "≥" if one.least else "≤"
    return f"{measured} {sign} {one.goal:<7,} {'reached' if one.reached else 'MISSED'}"


if __name__ == "__main__":
    main()
