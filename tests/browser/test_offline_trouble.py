"""Keeping the site on a device with little room, on a bad link, or where it is impossible."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from devtools.chromium import chromium
from devtools.waiting import wait_until
from selfcheck.model import LANGS, Lang
from tests.browser.conftest import FLAGS
from tests.browser.keeping import FACTS, NOTHING, Host, about, keep, kept, told


def allow(page: Page, host: Host, megabytes: int) -> None:
    """Leave the site so much room on the device."""
    quota = {"origin": host.address.removesuffix("/soske/"), "quotaSize": megabytes * 1_000_000}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)


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


@pytest.mark.parametrize("lang", LANGS)
def test_too_little_room_is_told(lang: Lang, context: BrowserContext, host: Host) -> None:
    """Where the browser tells that there is too little room, no file is even asked for."""
    page = about(context, host, lang)
    asked: list[str] = []
    page.evaluate("navigator.storage.estimate = async () => ({ quota: 64e6, usage: 60e6 })")
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[data-action=keep]").click()

    assert re.search(r"\d[.,]\d\s(MB|Mt)", told(page, "space", lang))
    assert not [url for url in asked if "/runtime/" in url]
    assert kept(page) == NOTHING


def test_room_that_runs_out_is_told(context: BrowserContext, host: Host) -> None:
    """When the device fills up in the middle, what had come is removed."""
    page = about(context, host)
    allow(page, host, megabytes=10)
    page.locator("[data-action=keep]").click()

    told(page, "space")
    assert kept(page) == NOTHING


def test_a_spoilt_file_keeps_nothing(context: BrowserContext, host: Host, site: Path) -> None:
    """A file that is not as listed, as while a version is being published, ends it with words."""
    file = site / "en" / "criteria" / "index.html"
    file.unlink()
    file.write_text("half a p", "utf-8")
    page = about(context, host)
    page.locator("[data-action=keep]").click()

    told(page, "failed")
    assert kept(page) == NOTHING
    expect(page.locator("[data-action=keep]")).to_be_focused()


def test_a_link_lost_half_way_keeps_nothing(context: BrowserContext, host: Host) -> None:
    """When the network goes while files are on their way it is told; later it works."""
    page = about(context, host)
    held: list[Route] = []
    page.route("**/snapshot.bin", lambda route: held.append(route))  # noqa: PLW0108
    page.locator("[data-action=keep]").click()
    wait_until(page, "async () => (await caches.keys()).length > 0")
    while not held:
        page.wait_for_timeout(50)
    host.stop()
    held[0].continue_()

    told(page, "failed")
    assert kept(page) == NOTHING
    host.start()
    page.unroute("**/snapshot.bin")
    keep(page)


def test_it_can_be_cancelled(context: BrowserContext, host: Host) -> None:
    """While files are on their way, Cancel stops them and leaves nothing."""
    page = about(context, host)
    held: list[object] = []
    page.route("**/snapshot.bin", lambda route: held.append(route))  # noqa: PLW0108
    page.locator("[data-action=keep]").click()
    expect(page.locator("[data-action=cancel]")).to_be_focused()
    expect(page.locator("[data-amount]")).to_contain_text("files")
    page.keyboard.press("Enter")

    told(page, "cancelled")
    assert kept(page) == NOTHING


def test_a_closed_page_leaves_nothing_for_long(context: BrowserContext, host: Host) -> None:
    """Files of a page that was closed too early are removed when the panel opens again."""
    page = about(context, host)
    page.route("**/snapshot.bin", lambda _: None)
    page.locator("[data-action=keep]").click()
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
