"""The command line of publishing: ``python -m publish build|check|serve``."""

import argparse
import sys
import time

from macros.load import FactError
from publish.build import site
from publish.languages import BuildError
from selfcheck.errors import BankError


def build() -> None:
    """Build the whole site into ``site/``."""
    started = time.monotonic()

    def say(done: str) -> None:
        print(f"  {time.monotonic() - started:5.1f} s  {done}", flush=True)

    whole = site()
    whole.build(say)
    print(f"Built {whole.into.name}/ for {whole.address}")


COMMANDS = {"build": build}


def main() -> int:
    """Run one command; faults are told without a traceback, exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m publish", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    try:
        COMMANDS[parser.parse_args().command]()
    except (BuildError, FactError, BankError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
