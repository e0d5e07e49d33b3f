"""Makes ready what a command needs: ``python -m setup.ready build|dev [--spare] [NEED…]``.

The Python packages of ``requirements/build.txt`` or ``dev.txt``, the npm packages, and what
``setup/packages.txt`` names of the system. What is there already takes a moment. With ``--spare``
the command goes on without anything of the system.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from setup import environment, system
from setup.node import install_node_packages
from setup.steps import ROOT, SetupError, beside_one_another, reason, stop_when_told


def main() -> int:
    """Make ready; tell in words what is in the way, exit code 1."""
    asked = read(sys.argv[1:])
    stop_when_told()
    try:
        needed = system.needs(asked.needs)
        make_ready(asked.lock, needed)
        lacking = supply(needed)
    except KeyboardInterrupt:
        print("\nStopped. The same command starts again from what is whole.", file=sys.stderr)
        return 130
    except (SetupError, OSError) as error:
        told = str(error) if isinstance(error, SetupError) else reason(str(error))
        print(f"The set-up stopped: {told}", file=sys.stderr)
        return 1
    stops = not asked.spare and any(need.name not in system.SPARED for need in lacking)
    if lacking:
        print(system.message(lacking, goes_on=not stops), file=sys.stderr)
    return int(stops)


def read(arguments: list[str]) -> argparse.Namespace:
    """Read what the command line asks for: ``lock``, ``spare`` and ``needs``."""
    parser = argparse.ArgumentParser(prog="sh setup/ready.sh")
    parser.add_argument("lock", choices=("build", "dev"))
    parser.add_argument("--spare", action="store_true", help="go on without what is missing")
    parser.add_argument("needs", nargs="*")
    return parser.parse_intermixed_args(arguments)


def make_ready(lock: str, needed: list[system.Need]) -> None:
    """Fetch all packages that are not there yet, beside one another. Raises :class:`SetupError`."""
    if environment.is_whole() and environment.has_packages(lock):
        install_node_packages()
        return
    if not os.access(ROOT, os.W_OK):
        raise SetupError(f"{ROOT} cannot be written to: copy it to a folder of your own")
    started = time.monotonic()
    print("Setting up, which takes a minute once: Python packages, npm packages …", flush=True)
    environment.make_environment()
    steps: list[Callable[[], None]] = [
        partial(environment.install, lock),
        install_node_packages,
    ]
    if system.may_install():
        steps.append(partial(install_early, needed))
    beside_one_another(steps)
    print(f"Set up in {time.monotonic() - started:.0f} s.", flush=True)


def supply(needed: list[system.Need]) -> list[system.Need]:
    """Return what of the system does not work, once what may be installed has been."""
    lacking = system.missing(needed)
    if lacking and system.may_install():
        print(
            f"Installing for the system: {', '.join(need.name for need in lacking)} …", flush=True
        )
        try:
            system.install(lacking)
        except SetupError as error:
            print(error, file=sys.stderr)
        lacking = system.missing(lacking)
    if any(need.name == "browser" for need in lacking):
        system.fetch_browser()
        lacking = system.missing(lacking)
    return lacking


def install_early(needed: list[system.Need]) -> None:
    """Install with apt while packages are fetched; what that leaves missing is looked at later."""
    with suppress(SetupError):
        system.install(needed)


if __name__ == "__main__":
    sys.exit(main())
