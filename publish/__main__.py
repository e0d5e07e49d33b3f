"""The command line of publishing: ``python -m publish build|check|hash|serve``."""

import argparse
import sys
import time
from collections.abc import Callable

from macros.load import FactError
from publish.build import SITE, site
from publish.check import check
from publish.delivery import tree_hash
from publish.errors import BuildError
from publish.serve import serve
from selfcheck.errors import BankError


def build(say: Callable[[str], None]) -> None:
    """Build the whole site into ``site/``."""
    whole = site()
    whole.build(say)
    say(f"built {whole.into.name}/ for {whole.address}, SHA-256 {tree_hash(whole.into)}")


def tell_hash(_: Callable[[str], None]) -> None:
    """Print one hash of what stands in ``site/``: equal hashes, equal sites."""
    if not SITE.is_dir():
        raise BuildError(f"{SITE.name}/ is not there yet: make build")
    print(tree_hash(SITE))


COMMANDS = {"build": build, "check": check, "hash": tell_hash, "serve": serve}


def main() -> int:
    """Run one command; faults are told without a traceback, exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m publish", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    try:
        COMMANDS[parser.parse_args().command](_clock())
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
