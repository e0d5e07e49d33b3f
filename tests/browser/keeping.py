"""What the tests of the site kept on the device share."""

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from macros.model.load import facts
from publish.offline import make_offline
from publish.site_layout import shared_folder
from selfcheck.model import Lang

FACTS = facts()
NOTHING = {"workers": 0, "caches": []}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without telling each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has
        """Say nothing."""


class Host:
    """A server of one folder that can go away and come back at its address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        """Where the site stands on it, below a path of its own."""
        return f"http://127.0.0.1:{self.port}/soske/"

    def start(self) -> None:
        """Serve, always at the same port."""
        handler = partial(_Quiet, directory=str(self.folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Be gone: connections are refused."""
        self._server.shutdown()
        self._server.server_close()


def link(source: str, target: str) -> None:
    """Let a file of the copy be the file of the site, until it is changed."""
    Path(target).symlink_to(Path(source).resolve())


def publish_version(site: Path, page: str, words: str) -> None:
    """Publish a version of the site in which a page says something else."""
    file = site / page / "index.html"
    html = file.read_text("utf-8")
    file.unlink()
    file.write_text(html.replace("</h1>", f" {words}</h1>", 1), "utf-8")
    make_offline(FACTS.languages, site)


def copy_of(site: Path, into: Path) -> Path:
    """A copy of the built site, with lists of files of its own."""
    copy = into / "soske"
    ignore = shutil.ignore_patterns("*.map", "offline", "service-worker.js")
    shutil.copytree(site, copy, ignore=ignore, copy_function=link)
    scripts = shared_folder(site, "js") / "offline"
    shutil.copytree(scripts, copy / scripts.relative_to(site))
    make_offline(FACTS.languages, copy)
    return copy


def about(context: BrowserContext, host: Host, lang: Lang = "en") -> Page:
    """The page that has the panel."""
    page = context.new_page()
    page.goto(f"{host.address}{FACTS.language(lang).path}about/")
    return page


def keep(page: Page) -> None:
    """Keep the site on the device by a click, and wait until it is there."""
    page.locator("#offline-panel").scroll_into_view_if_needed()
    expect(page.locator("[data-size]")).not_to_be_empty()  # it moves the button, once
    page.locator("[data-action=keep-site]").click()
    expect(page.locator("#offline-panel")).to_have_attribute("data-state", "on")


def kept(page: Page) -> dict[str, Any]:
    """What the browser holds for this site."""
    held: dict[str, Any] = page.evaluate(
        "(async () => ({ workers: (await navigator.serviceWorker.getRegistrations()).length,"
        " caches: await caches.keys() }))()"
    )
    return held


def told(page: Page, key: str, lang: Lang = "en") -> str:
    """Wait for what the panel tells, and return it."""
    words = FACTS.words[f"offline.told.{key}"].to(lang).partition("{")[0]
    expect(page.locator("#offline-panel [role=status]")).to_contain_text(words)
    return page.locator("#offline-panel [role=status]").inner_text()
