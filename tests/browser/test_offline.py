"""The site kept on the device, in a real browser whose server is really gone."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, expect

from macros.consistency import facts
from macros.models import LANGS, Lang
from publish.delivery import assets
from publish.offline import make_offline
from tests.browser.chromium import chromium
from tests.browser.conftest import FLAGS, PATIENCE
from tests.browser.selfcheck import result
from tests.browser.waiting import wait_until
from tests.sheets import command_line, example

FACTS = facts()
ROUND = FACTS.round.id

type Visit = Callable[..., Page]


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


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Path:
    """A copy of the built site, with lists of files of its own."""
    copy = tmp_path / "web" / "soske"
    ignore = shutil.ignore_patterns("*.map", "offline", "service-worker.js")
    shutil.copytree(built_site, copy, ignore=ignore, copy_function=link)
    scripts = assets(built_site) / "js" / "offline"
    shutil.copytree(scripts, copy / scripts.relative_to(built_site))
    make_offline(FACTS.languages, copy)
    return copy


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A server of the copy."""
    started = Host(site.parent)
    yield started
    started.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A device of its own."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def about(context: BrowserContext, host: Host, lang: Lang = "en") -> Page:
    """The page that has the panel."""
    page = context.new_page()
    page.goto(f"{host.address}{FACTS.language(lang).path}about/")
    return page


def keep(page: Page) -> None:
    """Keep the site on the device by a click, and wait until it is there."""
    page.locator("[data-offline-action=keep]").click()
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


NOTHING = {"workers": 0, "caches": []}


@pytest.mark.parametrize("lang", LANGS)
def test_everything_works_when_the_server_is_gone(
    lang: Lang, context: BrowserContext, host: Host, site: Path
) -> None:
    """The self-check scores, search finds, the PDF and the calendar come: from the device."""
    page = about(context, host, lang)
    keep(page)
    root = host.address + FACTS.language(lang).path
    path, _ = example(lang)
    host.stop()

    page.goto(f"{root}self-check")
    assert page.url == f"{root}self-check/"
    page.set_input_files("[data-file]", path)
    assert result(page) == command_line(path)
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "memory")
    page.goto("about:blank")
    page.goto(f"{root}schedule/index.html")
    with page.expect_download() as saving:
        page.locator("a[href$='.ics']").click()
    calendar = site / "calendar" / f"soske-{ROUND}-{lang}.ics"
    assert saving.value.suggested_filename == calendar.name
    assert saving.value.path().read_bytes() == calendar.read_bytes()
    pdf = f"{host.address}pdf/soske-{lang}.pdf"
    size = page.evaluate("url => fetch(url).then(got => got.blob()).then(({ size }) => size)", pdf)
    assert size == (site / "pdf" / f"soske-{lang}.pdf").stat().st_size
    page.goto(f"{root}about/")
    page.locator(".md-search__input").fill("KEINO")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_response(pdf) as opened:
        page.locator("a[href$='.pdf']").click()
    assert opened.value.from_service_worker
    assert opened.value.headers["content-type"] == "application/pdf"
    host.start()


def test_without_a_network_each_page_is_whole(context: BrowserContext, host: Host) -> None:
    """Cut off from the network, every page of the language opens with all that it asks for."""
    page = about(context, host)
    keep(page)
    addresses = page.locator(".site-footer__columns a").evaluate_all("all => all.map(a => a.href)")
    missing: list[str] = []

    def failed(request: Request) -> None:
        # The next page cuts off what the one before was still about to load.
        if request.failure != "net::ERR_ABORTED" and not request.url.endswith("/offline/en.json"):
            missing.append(request.url)

    def answered(response: Response) -> None:
        if not response.ok:
            missing.append(response.url)

    page.on("requestfailed", failed)
    page.on("response", answered)
    context.set_offline(True)
    host.stop()

    for address in addresses:
        page.goto(address)

    assert len(addresses) > 25
    assert missing == []
    host.start()


def test_a_page_that_is_not_kept_says_so(context: BrowserContext, host: Host) -> None:
    """Another language, or no page at all: without a network it is told, in the kept language."""
    page = about(context, host, "sv")
    keep(page)
    assert page.goto(f"{host.address}sv/none/such/").status == 404  # type: ignore[union-attr]
    assert page.goto(f"{host.address}en/").status == 200  # type: ignore[union-attr]
    host.stop()

    for path in ("en/criteria/", "sv/none/such/"):
        answer = page.goto(host.address + path)
        assert answer
        assert answer.status == 503
        expect(page.locator("h1")).to_have_text(FACTS.words["offline.missing.title"].sv)
    page.locator("article a.button, main a.button").first.click()
    expect(page).to_have_url(f"{host.address}sv/")
    host.start()


def test_a_new_version_is_fetched_told_and_shown_next(
    context: BrowserContext, host: Host, site: Path
) -> None:
    """A visit with a network fetches what is new; the next page shows it, online or not."""
    page = about(context, host)
    keep(page)
    publish_version(site, "en/criteria", "(new)")
    page.goto(f"{host.address}en/criteria/")
    expect(page.locator("h1")).not_to_contain_text("(new)")
    expect(page.locator("[data-offline-updated]")).to_have_text(FACTS.words["offline.updated"].en)
    host.stop()

    page.goto(f"{host.address}en/criteria/")
    expect(page.locator("h1")).to_contain_text("(new)")
    expect(page.locator("[data-offline-updated]")).to_have_text("")
    host.start()
    publish_version(site, "en/criteria", "(newer)")
    page.reload()
    expect(page.locator("[data-offline-updated]")).not_to_have_text("")
    page.reload()
    expect(page.locator("h1")).to_contain_text("(newer)")
    files = len(json.loads((site / "offline" / "en.json").read_text("utf-8"))["files"])
    count = "caches.keys().then(([name]) => caches.open(name)).then(one => one.keys())"
    wait_until(page, f"async most => (await {count}).length <= most", files + 2)


def test_a_second_language_joins_the_first(context: BrowserContext, host: Host, site: Path) -> None:
    """Languages are kept one by one, all of one version, and what they share only once."""
    keep(about(context, host, "fi"))
    publish_version(site, "criteria", "(uusi)")
    page = about(context, host, "sv")
    expect(page.locator("#offline-panel")).to_have_attribute("data-state", "off")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    keep(page)
    host.stop()

    assert [url for url in asked if "/runtime/" in url] == []
    page.goto(f"{host.address}sv/criteria/")
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    page.goto(f"{host.address}criteria/")
    expect(page.locator("h1")).to_contain_text("(uusi)")
    host.start()


def test_removing_leaves_nothing(context: BrowserContext, host: Host) -> None:
    """One click unregisters the worker and deletes every file."""
    page = about(context, host)
    keep(page)
    page.reload()
    page.locator("[data-offline-action=remove]").click()

    told(page, "removed")
    assert kept(page) == NOTHING
    expect(page.locator("[data-offline-action=keep]")).to_be_focused()
    page.reload()
    expect(page.locator("#offline-panel")).to_have_attribute("data-state", "off")
    assert page.evaluate("navigator.serviceWorker.controller") is None


def test_nothing_is_kept_without_a_click(context: BrowserContext, host: Host) -> None:
    """Reading pages, the panel's too, registers no worker and keeps no file."""
    page = about(context, host)
    page.locator("#offline-panel").scroll_into_view_if_needed()
    expect(page.locator("[data-size]")).to_contain_text("MB")
    page.goto(f"{host.address}en/self-check/")
    page.locator("#offline-panel").scroll_into_view_if_needed()

    assert kept(page) == NOTHING


def test_too_little_room_is_told(context: BrowserContext, host: Host) -> None:
    """A device without room is told how much is needed, and holds nothing."""
    page = about(context, host)
    session = context.new_cdp_session(page)
    quota = {"origin": host.address.removesuffix("/soske/"), "quotaSize": 10_000_000}
    session.send("Storage.overrideQuotaForOrigin", quota)
    page.locator("[data-offline-action=keep]").click()

    assert "MB" in told(page, "space")
    assert kept(page) == NOTHING


def test_room_that_runs_out_is_told(context: BrowserContext, host: Host) -> None:
    """When the device fills up in the middle, what had come is removed."""
    page = about(context, host)
    page.evaluate("navigator.storage.estimate = () => Promise.resolve({})")
    session = context.new_cdp_session(page)
    quota = {"origin": host.address.removesuffix("/soske/"), "quotaSize": 10_000_000}
    session.send("Storage.overrideQuotaForOrigin", quota)
    page.locator("[data-offline-action=keep]").click()

    told(page, "space")
    assert kept(page) == NOTHING


def test_a_spoilt_file_keeps_nothing(context: BrowserContext, host: Host, site: Path) -> None:
    """A file that is not as listed, as while a version is being published, ends it with words."""
    file = site / "en" / "criteria" / "index.html"
    file.unlink()
    file.write_text("half a p", "utf-8")
    page = about(context, host)
    page.locator("[data-offline-action=keep]").click()

    told(page, "failed")
    assert kept(page) == NOTHING
    expect(page.locator("[data-offline-action=keep]")).to_be_focused()


def test_it_can_be_cancelled(context: BrowserContext, host: Host) -> None:
    """While files are on their way, Cancel stops them and leaves nothing."""
    page = about(context, host)
    held: list[object] = []
    page.route("**/memory.bin", lambda route: held.append(route))  # noqa: PLW0108
    page.locator("[data-offline-action=keep]").click()
    expect(page.locator("[data-offline-action=cancel]")).to_be_focused()
    expect(page.locator("[data-amount]")).to_contain_text("files")
    page.keyboard.press("Enter")

    told(page, "cancelled")
    assert kept(page) == NOTHING


def test_a_closed_page_leaves_nothing_for_long(context: BrowserContext, host: Host) -> None:
    """Files of a page that was closed too early are removed when the panel opens again."""
    page = about(context, host)
    page.route("**/memory.bin", lambda _: None)
    page.locator("[data-offline-action=keep]").click()
    wait_until(page, "async () => (await caches.keys()).length > 0")
    page.goto("about:blank")
    page = about(context, host)
    expect(page.locator("#offline-panel")).to_have_attribute("data-state", "off")

    wait_until(page, "async () => (await caches.keys()).length === 0")


def test_where_it_is_impossible_it_says_so(browser: Browser, host: Host) -> None:
    """On an unprotected connection there are no workers: the panel says so and has no button."""
    other = browser.browser_type.launch(
        executable_path=chromium(),
        args=[*FLAGS, "--host-resolver-rules=MAP soske.example 127.0.0.1"],
    )
    page = other.new_page()
    page.goto(f"http://soske.example:{host.port}/soske/sv/about/")
    panel = page.locator("#offline-panel")

    expect(panel).to_have_attribute("data-state", "impossible")
    expect(panel).to_contain_text(FACTS.words["offline.impossible"].sv)
    expect(panel.locator("button:visible")).to_have_count(0)
    other.close()
