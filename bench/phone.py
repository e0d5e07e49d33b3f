"""A slow phone: four times slower than this machine, on a poor link.

The browser's own way to slow down (Emulation.setCPUThrottlingRate) slows the page but not its
workers, where Python runs. Here the processes of pages rest three quarters of the time.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Browser, BrowserContext, Page

SLOWER = 4
WORK = 0.005  # seconds at a time
LINK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,  # 1.6 Mbit/s
    "uploadThroughput": 93_750,
}


def poor_link(context: BrowserContext) -> None:
    """Put every page of a context, with its workers, on a poor link."""

    def link(page: Page) -> None:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINK)

    context.on("page", link)


@contextmanager
def slowed(browser: Browser) -> Iterator[None]:
    """Slow down the processes of all pages that are open now."""
    session = browser.new_browser_cdp_session()
    known = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    pids = [process["id"] for process in known if process["type"] == "renderer"]
    over = threading.Event()
    thread = threading.Thread(target=_in_turns, args=(pids, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _in_turns(pids: list[int], over: threading.Event) -> None:
    while not over.is_set():
        _signal(pids, signal.SIGSTOP)
        time.sleep(WORK * (SLOWER - 1))
        _signal(pids, signal.SIGCONT)
        time.sleep(WORK)


def _signal(pids: list[int], kind: signal.Signals) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, kind)
