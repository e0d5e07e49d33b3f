"""Finds the Chromium that the browser tests drive; run as a module it prints its path."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def chromium() -> str | None:
    """The one named in CHROMIUM, the system's, or Playwright's own; None when none starts."""
    return next(filter(_starts, _candidates()), None)


def _candidates() -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
        return
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """Ubuntu has a file of this name that only says what to install."""
    try:
        return not subprocess.run([path, "--version"], capture_output=True, check=False).returncode
    except OSError:
        return False


if __name__ == "__main__":
    path = chromium()
    print(path or "no Chromium found")
    sys.exit(not path)
