"""How soon Python answers in the page: from the picture of its memory, and the stock way."""

import statistics
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from bench.ratio import Ratio
from publish.build import site
from tests.browser.chromium import chromium

PAIRS = 7
FLAGS = ("--no-sandbox", "--disable-quic", "--disable-background-networking")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""


def starting() -> Ratio:
    """First visits with empty caches, in turns: our start against the stock start, same server."""
    with TemporaryDirectory() as folder:
        whole = site(Path(folder))
        whole.build_runtime()
        whole.build_language(whole.facts.language("en"))
        whole.build_rest()
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = f"http://127.0.0.1:{server.server_port}/en/self-check/"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            pairs = [
                (_visit(browser, page, "memory"), _visit(browser, page, "plain"))
                for _ in range(PAIRS)
            ]
            browser.close()
        server.shutdown()
    ours, stock = (statistics.median(times) for times in zip(*pairs, strict=True))
    name = "first visit until Python answers (uncompressed, local)"
    return Ratio(name, "from memory", "stock loadPyodide", PAIRS, round(ours / stock, 3))


def _visit(browser: Browser, address: str, how: str) -> float:
    """Milliseconds from navigation to Python's first answer."""
    context = browser.new_context()
    if how == "plain":
        context.route("**/memory.bin", lambda route: route.abort())
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(f"#selfcheck[data-start={how}]", timeout=60_000)
    marks = "performance.getEntriesByName('selfcheck:interactive')[0].startTime"
    time = float(page.evaluate(marks))
    context.close()
    return time
