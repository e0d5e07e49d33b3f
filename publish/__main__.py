"""The command line of publishing: ``python -m publish books|build|check|hash|serve``."""

import argparse
import sys
import time
from collections.abc import Callable
from pkgutil import resolve_name

from macros.model.documents import FactError
from publish.errors import BuildError
from selfcheck.errors import BankError

# Loaded by name, so that each command loads no more than it needs.
COMMANDS = {
    "books": "publish.build:publications",
    "build": "publish.build:build",
    "check": "publish.check:check",
    "hash": "publish.build:tell_hash",
    "serve": "publish.serve:serve",
}


def main() -> int:
    """Run one command; faults are told without a traceback, exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m publish", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    command = COMMANDS[parser.parse_args().command]
    try:
        resolve_name(command)(_clock())
    except (BuildError, FactError, BankError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _clock() -> Callable[[str], None]:
    """Return a voice that tells what is done and after how many seconds."""
    started = time.monotonic()
    return lambda done: print(f"{time.monotonic() - started:6.1f} s  {done}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
