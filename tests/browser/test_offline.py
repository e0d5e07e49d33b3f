"""The site kept on the device, in a real browser whose server is really gone."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Request, Response, expect

from devtools.waiting import wait_until
from selfcheck.model import LANGS, Lang
from tests.browser.keeping import FACTS, NOTHING, Host, about, keep, kept, publish_version, told
from tests.browser.selfcheck import result
from tests.matrix import one_of
from tests.sheets import command_line, example

ROUND = FACTS.round.id


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
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
    expect(page.locator("#selfcheck")).to_have_attribute("data-start", "snapshot")
    page.goto("about:blank")
    page.goto(f"{root}schedule/index.html")
    calendar = site / "calendar" / f"soske-{ROUND}-{lang}.ics"
    kept = f"{host.address}calendar/{calendar.name}"
    assert (
        page.evaluate("url => fetch(url).then(got => got.text())", kept)
        == calendar.read_bytes().decode()
    )
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


@pytest.mark.slow
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
    page.locator("[data-action=remove-site]").click()

    told(page, "removed")
    assert kept(page) == NOTHING
    expect(page.locator("[data-action=keep-site]")).to_be_focused()
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
