"""Keeping the site on a device with little room, on a bad link, or where it is impossible."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from devtools.chromium import chromium
from devtools.waiting import wait_for, wait_until
from selfcheck.model import LANGS, Lang
from tests.browser.conftest import FLAGS
from tests.browser.keeping import (
    FACTS,
    NOTHING,
    Host,
    about,
    keep,
    kept,
    publish_version,
    told,
)
from tests.matrix import one_of


def allow(page: Page, host: Host, megabytes: int) -> None:
    """Leave the site so much room on the device."""
    quota = {"origin": host.address.removesuffix("/soske/"), "quotaSize": megabytes * 1_000_000}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)


@pytest.mark.slow
def test_64_megabytes_hold_all_languages(context: BrowserContext, host: Host) -> None:
    """On a device with little room the site can be kept, in the three languages together."""
    for lang in LANGS:
        page = about(context, host, lang)
        allow(page, host, megabytes=64)
        keep(page)

    host.stop()
    for lang in LANGS:
        page.goto(f"{host.address}{FACTS.language(lang).path}self-check/")
        expect(page.locator("html")).to_have_attribute("lang", lang)
        expect(page.locator("#selfcheck")).to_have_attribute("data-state", "ready")
    host.start()


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_too_little_room_is_told(lang: Lang, context: BrowserContext, host: Host) -> None:
    """Where the browser tells that there is too little room, no file is even asked for."""
    page = about(context, host, lang)
    asked: list[str] = []
    page.evaluate("navigator.storage.estimate = async () => ({ quota: 64e6, usage: 60e6 })")
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[data-action=keep-site]").click()

    assert re.search(r"\d[.,]\d\s(MB|Mt)", told(page, "space", lang))
    assert not [url for url in asked if "/runtime/" in url]
    assert kept(page) == NOTHING


def test_room_that_runs_out_is_told(context: BrowserContext, host: Host) -> None:
    """When the device fills up in the middle, what had come is removed."""
    page = about(context, host)
    allow(page, host, megabytes=10)
    page.locator("[data-action=keep-site]").click()

    told(page, "space")
    assert kept(page) == NOTHING


def test_a_spoilt_file_keeps_nothing(context: BrowserContext, host: Host, site: Path) -> None:
    """A file that is not as listed, as while a version is being published, ends it with words."""
    file = site / "en" / "criteria" / "index.html"
    file.unlink()
    file.write_text("half a p", "utf-8")
    page = about(context, host)
    page.locator("[data-action=keep-site]").click()

    told(page, "failed")
    assert kept(page) == NOTHING
    expect(page.locator("[data-action=keep-site]")).to_be_focused()


def test_a_link_lost_half_way_keeps_nothing(context: BrowserContext, host: Host) -> None:
    """When the network goes while files are on their way it is told; later it works."""
    page = about(context, host)
    held: list[Route] = []
    page.route("**/snapshot.bin", lambda route: held.append(route))  # noqa: PLW0108
    page.locator("[data-action=keep-site]").click()
    wait_until(page, "async () => (await caches.keys()).length > 0")
    wait_for(page, lambda: held, "the request for the snapshot")
    host.stop()
    held[0].continue_()

    told(page, "failed")
    assert kept(page) == NOTHING
    host.start()
    page.unroute("**/snapshot.bin")
    page.locator("[data-action=keep-site]").click()
    expect(page.locator("#offline-panel")).to_have_attribute("data-state", "on")


def test_it_can_be_cancelled(context: BrowserContext, host: Host) -> None:
    """While files are on their way, Cancel stops them and leaves nothing."""
    page = about(context, host)
    held: list[object] = []
    page.route("**/snapshot.bin", lambda route: held.append(route))  # noqa: PLW0108
    page.locator("[data-action=keep-site]").click()
    expect(page.locator("[data-action=cancel-keeping]")).to_be_focused()
    expect(page.locator("[data-amount]")).to_contain_text("files")
    page.keyboard.press("Enter")

    told(page, "cancelled")
    assert kept(page) == NOTHING


def test_a_closed_page_leaves_nothing_for_long(context: BrowserContext, host: Host) -> None:
    """Files of a page that was closed too early are removed when the panel opens again."""
    page = about(context, host)
    page.route("**/snapshot.bin", lambda _: None)
    page.locator("[data-action=keep-site]").click()
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


def test_a_full_device_never_bars_the_way(context: BrowserContext, host: Host, site: Path) -> None:
    """A new version that cannot be taken into use leaves the old one, and the site in reach."""
    page = about(context, host)
    keep(page)
    publish_version(site, "en/criteria", "(new)")
    page.reload()
    expect(page.locator("[data-offline-updated]")).not_to_have_text("")
    worker = context.service_workers[0]
    worker.evaluate(
        "void (Cache.prototype.put ="
        " () => Promise.reject(new DOMException('', 'QuotaExceededError')))"
    )

    answer = page.goto(f"{host.address}en/criteria/")
    assert answer
    assert answer.ok
    answer = page.goto(f"{host.address}sv/")
    assert answer
    assert answer.ok


def test_a_cache_that_cannot_be_read_never_bars_the_way(
    context: BrowserContext, host: Host
) -> None:
    """Where the browser cannot open what is kept, the server's pages come."""
    page = about(context, host)
    keep(page)
    context.service_workers[0].evaluate(
        "void (caches.match = () => Promise.reject(new DOMException('', 'UnknownError')))"
    )

    answer = page.goto(f"{host.address}en/criteria/")

    assert answer
    assert answer.ok
    expect(page.locator("h1")).to_be_visible()


def test_what_the_browser_has_dropped_is_fetched_again(context: BrowserContext, host: Host) -> None:
    """A file that is gone from the device is there again after the next visit."""
    page = about(context, host)
    keep(page)
    count = "caches.keys().then(([name]) => caches.open(name)).then(one => one.keys())"
    whole = page.evaluate(f"{count}.then(({{ length }}) => length)")
    page.evaluate(
        "async () => { const one = await caches.open((await caches.keys())[0]);"
        " for (const request of (await one.keys()).filter(({ url }) => url.includes('/files/'))"
        ".slice(0, 5)) await one.delete(request); }"
    )

    page.goto(f"{host.address}en/")

    wait_until(page, f"async whole => (await {count}).length === whole", whole)


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_a_site_that_is_gone_is_told(
    lang: Lang, context: BrowserContext, host: Host, site: Path
) -> None:
    """When the server no longer lists the site, each kept page says that it may be out of date."""
    page = about(context, host, lang)
    keep(page)
    (site / "offline" / f"{lang}.json").unlink()

    page.reload()

    stale = FACTS.words["offline.stale"].to(lang)
    expect(page.locator("[data-offline-updated]")).to_have_text(stale)


def test_a_site_that_retires_takes_itself_off_the_device(
    context: BrowserContext, host: Host, site: Path
) -> None:
    """With the retired worker in the worker's place, one visit leaves nothing behind."""
    page = about(context, host)
    keep(page)
    worker = site / "service-worker.js"
    worker.unlink()
    worker.write_bytes((site / "offline" / "retired-worker.js").read_bytes())
    page.goto(f"{host.address}en/criteria/")

    wait_until(page, "async () => (await caches.keys()).length === 0")
    wait_until(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    moved = site / "en" / "criteria" / "index.html"
    moved.unlink()
    moved.write_text("<h1>Moved</h1>", "utf-8")
    page.goto(f"{host.address}en/criteria/")
    page.reload()  # past what the browser keeps of every site
    expect(page.locator("h1")).to_have_text("Moved")


def test_the_button_stands_still(context: BrowserContext, host: Host) -> None:
    """What is told of the size once the panel is in view does not move the button under a hand."""
    page = about(context, host)
    page.set_viewport_size({"width": 390, "height": 700})
    button = page.locator("[data-action=keep-site]")
    expect(button).to_be_visible()
    top = "button => button.getBoundingClientRect().top + scrollY"
    before = button.evaluate(top)

    button.scroll_into_view_if_needed()
    expect(page.locator("[data-size]")).not_to_have_text("")

    assert button.evaluate(top) == before
