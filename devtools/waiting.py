"""Waiting for what a page's script says, under a policy that forbids ``eval``."""

import time
from typing import Any

from playwright.sync_api import Page

STEP = 50  # milliseconds between two looks


def wait_until(page: Page, script: str, arg: Any = None, seconds: float = 60) -> None:
    """Ask a page until the script's answer is true.

    ``Page.wait_for_function`` waits within the page by means that the site's policy refuses.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(script, arg):
        assert time.monotonic() < end, f"never true: {script}"
        page.wait_for_timeout(STEP)
