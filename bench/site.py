"""The site to be measured, beside what it is measured against, on one server and in one browser."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.server import Server, serving
from devtools.chromium import chromium
from devtools.waiting import wait_until
from macros.self_check import EXAMPLES, ORDER
from publish.build import site
from publish.config import ROOT

FLAGS = ("--no-sandbox", "--disable-quic", "--disable-background-networking")
PEERS = Path(__file__).parent / "peers"
PAGES = Path(__file__).parent / "pages"
# What peers call the module by which Python reaches the page.
WINDOWS = {"brython": "browser", "pyscript": "pyscript"}

NOTHING = "/answer-file.schema.json"
REST = 500  # milliseconds
FIRST = "document.querySelector('#selfcheck input[type=radio]')"
INTEREST = f"addEventListener('DOMContentLoaded', () => {FIRST}?.focus());"


@dataclass(frozen=True)
class Ground:
    """A server with the site at its root, the stock page and the peers; and a browser."""

    server: Server
    browser: Browser

    @contextmanager
    def visitor(self) -> Iterator[BrowserContext]:
        """Someone who has never been here."""
        context = self.browser.new_context()
        context.set_default_timeout(120_000)
        yield context
        context.close()


@contextmanager
def ground() -> Iterator[Ground]:
    """Build and serve for a while."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        built, data = Path(folder) / "site", Path(folder) / "data"
        whole = site(built)
        whole.build_website(lambda _: None)
        whole.finish()
        _data(built, data)
        folders = {
            "/bench-data/": data,
            "/bench/": PAGES,
            "/pyodide/": ROOT / "node_modules" / "pyodide",
            "/peers/": PEERS / "node_modules",
            "/": built,
        }
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        with serving(folders) as server:
            yield Ground(server, browser)
        browser.close()


def _data(built: Path, into: Path) -> None:
    """Put our package, one request and the peers' job where their pages fetch them."""
    into.mkdir()
    (wheel,) = built.glob("runtime/*/*.whl")
    shutil.copyfile(wheel, into / "selfcheck.whl")
    sheet = json.loads((EXAMPLES / "en" / f"{ORDER[0]}.json").read_text("utf-8"))
    request = {"op": "score", "lang": "en", "sheet": sheet}
    (into / "request.json").write_text(json.dumps(request), "utf-8")
    job = (PAGES / "peers" / "job.py").read_text("utf-8")
    for peer, module in WINDOWS.items():
        shown = f"from {module} import window\n\nwindow.shown(SHOWN)\n"
        (into / f"job_{peer}.py").write_text(job + shown, "utf-8")


def tab(on: Ground, context: BrowserContext) -> Page:
    """Open a tab at the server, whose process is then the one that the next page will have.

    It has come to rest: what a browser does after opening it is none of the next page's.
    """
    page = context.new_page()
    page.goto(on.server.address + NOTHING)
    page.wait_for_timeout(REST)
    return page


def mark(page: Page, name: str) -> float:
    """Wait for a mark and return its milliseconds since navigation."""
    entry = f"performance.getEntriesByName('{name}')[0]?.startTime"
    wait_until(page, entry, seconds=120)
    return float(page.evaluate(entry))


def interested(page: Page, address: str) -> None:
    """Go to the self-check and turn to its form at once, which is what starts Python.

    The page itself does that: the tool's own ways would make the browser read a large script first.
    """
    page.add_init_script(INTEREST)
    page.goto(address, wait_until="commit")


def answered(page: Page) -> None:
    """Give one answer; its score follows when Python is there."""
    wait_until(page, f"{FIRST} !== null")
    page.evaluate(f"{FIRST}.click()")
