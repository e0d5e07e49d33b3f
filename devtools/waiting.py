"""Waiting for what a page's script says, under a policy that forbids ``eval``."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

STEP = 50  # milliseconds between two looks


def wait_for(page: Page, look: Callable[[], object], wanted: str, seconds: float = 60) -> None:
    """Look until what a page brings about, in words ``wanted``, is so; its events are heard."""
    end = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < end, f"never came: {wanted}"
        page.wait_for_timeout(STEP)


def wait_until(page: Page, script: str, arg: Any = None, seconds: float = 60) -> None:
    """Ask a page until the script's answer is true.

    ``Page.wait_for_function`` waits within the page by means that the site's policy refuses.
    """
    wait_for(page, lambda: page.evaluate(script, arg), script, seconds)
