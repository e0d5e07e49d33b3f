"""The command line of publishing: ``python -m publish books|build|check|hash|serve``."""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name

from publish.errors import LACKS, MissingError, speaks, told

# Loaded by name, so that each command loads no more than it needs.
COMMANDS = {
    "books": "publish.build:publications",
    "build": "publish.build:build",
    "check": "publish.check:check",
    "hash": "publish.build:tell_hash",
    "serve": "publish.serving:serve",
}
FAULT, STOPPED = 1, 130


def main() -> int:
    """Run one command; faults are told without a traceback, exit code 1.

    The code is 69 when something is missing on this machine, and 130 after Ctrl+C.
    """
    parser = argparse.ArgumentParser(prog="python -m publish", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--into", type=Path, help="another folder than site/")
    given = parser.parse_args()
    folder = {"into": given.into.absolute()} if given.into else {}
    try:
        resolve_name(COMMANDS[given.command])(_clock(), **folder)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return STOPPED
    except Exception as error:
        if not speaks(error):
            raise
        print(told(error), file=sys.stderr)
        return LACKS if isinstance(error, MissingError) else FAULT
    return 0


def _clock() -> Callable[[str], None]:
    """Return a voice that tells what is done and after how many seconds."""
    started = time.monotonic()
    return lambda done: print(f"{time.monotonic() - started:6.1f} s  {done}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
