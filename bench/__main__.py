"""Runs every measurement, prints them as a table and writes ``bench/results.json``."""

import json
from pathlib import Path

from bench.building import building
from bench.scoring import scoring
from bench.starting import starting

RESULTS = Path(__file__).parent / "results.json"
MEASUREMENTS = (scoring, starting, building)


def main() -> None:
    """Measure, print, write."""
    results = [measurement() for measurement in MEASUREMENTS]
    for result in results:
        print(f"{result.name:58} {result.ratio:8.2f}   ({result.of} : {result.against})")
    RESULTS.write_text(json.dumps([vars(result) for result in results], indent=2) + "\n", "utf-8")
    print(f"written to bench/{RESULTS.name}")


if __name__ == "__main__":
    main()
