"""How soon an open browser shows what an editor has saved, with the real command."""

import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from bench.ratio import PAIRS, Result
from bench.site import FLAGS
from devtools.chromium import chromium
from devtools.sources import copy_sources

ALLOWED = 1.5


def saving() -> list[Result]:
    """Save a page again and again while a browser has it open."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        with _serving(Path(folder)) as address:
            page = browser.new_page()
            page.goto(f"{address}/privacy/", wait_until="networkidle")
            times = [_save(page, Path(folder), turn) for turn in range(PAIRS)]
        browser.close()
    share = statistics.median(times) / ALLOWED
    return [Result("saved until shown", round(share, 2), f"of the {ALLOWED} s allowed", 1)]


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """Serve a copy of the sources."""
    copy_sources(folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "publish", "serve"]
    environment = os.environ | {"SOSKE_PORT": str(port), "SOSKE_BOOKS": "no"}
    with subprocess.Popen(command, cwd=folder, env=environment) as server:  # noqa: S603 -- our own
        address = f"http://127.0.0.1:{port}"
        while not _answers(address):
            if server.poll() is not None:
                raise SystemExit("the server has ended")
            time.sleep(0.2)
        yield address
        server.send_signal(signal.SIGTERM)


def _answers(address: str) -> bool:
    try:
        with urlopen(address):  # noqa: S310 -- our own server
            return True
    except OSError:
        return False


def _save(page: Page, folder: Path, turn: int) -> float:
    source, sentence = folder / "docs" / "fi" / "privacy.md", f"Lisätty virke {turn}."
    text = source.read_text("utf-8")
    start = time.perf_counter()
    source.write_text(f"{text}\n{sentence}\n", "utf-8")
    page.get_by_text(sentence).wait_for(timeout=60_000)
    return time.perf_counter() - start
