"""A whole visit through the self-check, with every request and everything stored on record."""

import json
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from macros.self_check import EXAMPLES, ORDER
from selfcheck.model import LANGS
from tests.matrix import one_of

PATHS = {"fi": "self-check/", "sv": "sv/self-check/", "en": "en/self-check/"}
# What a browser can keep for a site, by the interfaces that keep it.
STORED = """async () => ({
  cookies: document.cookie,
  local: Object.entries(localStorage),
  session: Object.entries(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  files: await navigator.storage.getDirectory().then(async (folder) => {
    const names = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  }),
})"""
NOTHING = {
    "cookies": "",
    "local": [],
    "session": [],
    "databases": [],
    "caches": [],
    "workers": 0,
    "files": [],
}
MARK = "Vastaajan salaisuus 4711"


class Visit(NamedTuple):
    """A visitor's page and every request that the browser has made since the first."""

    page: Page
    context: BrowserContext
    requests: list[Request]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A fresh visitor."""
    context = browser.new_context()
    context.set_default_timeout(60_000)
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))  # noqa: PLW0108
    yield Visit(context.new_page(), context, requests)
    context.close()


def told(request: Request) -> str:
    """All that a request tells the server: address, headers, body."""
    body = (request.post_data_buffer or b"").decode("utf-8", "replace")
    return " ".join([request.url, *request.all_headers().values(), body])


def answer(page: Page, lang: str) -> None:
    """Answer everything as an example does, with a mark in each free text."""
    sheet = json.loads((EXAMPLES / lang / f"{ORDER[0]}.json").read_text("utf-8"))
    for name, value in {**sheet["conditions"], **sheet["answers"]}.items():
        page.locator(f'input[name="{name}"][value="{value}"]').check()
    page.locator("#selfcheck-organisation").fill(MARK)
    evidence = page.locator('[name="evidence:will-reason"]')
    evidence.locator("xpath=ancestor::details").locator("summary").click()
    evidence.fill(MARK)


@pytest.mark.parametrize("lang", one_of(LANGS, "fi"))
def test_a_visit_leaves_no_trace(visit: Visit, address: str, lang: str) -> None:
    """No request leaves the host, none tells an answer, none follows once Python is there.

    After a whole visit with a result nothing is stored: no cookie, storage, database, cache,
    service worker or file.
    """
    page, context, requests = visit
    page.goto(address + PATHS[lang])
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "ready", timeout=60_000)
    before = len(requests)

    answer(page, lang)
    expect(page.locator("#selfcheck-result")).to_contain_text(MARK)
    with page.expect_download():
        page.locator("[data-action=save]").click()
    page.wait_for_load_state("networkidle")

    urls = [request.url for request in requests[before:] if not request.url.startswith("blob:")]
    assert before > 5
    assert urls == []
    host = urlsplit(address).netloc
    for request in requests:
        parts = urlsplit(request.url)
        assert parts.scheme == "blob" or parts.netloc == host, request.url
        assert (request.method, parts.query) == ("GET", ""), request.url
        assert "salaisuus" not in told(request)
    assert page.evaluate(STORED) == NOTHING
    assert context.cookies() == []


def test_answers_cross_over_only_at_a_click(visit: Visit, address: str) -> None:
    """Changing the language stores the answers for a moment and tells the server nothing."""
    page, _, requests = visit
    page.goto(address + PATHS["fi"])
    answer(page, "fi")
    assert page.evaluate(STORED) == NOTHING

    page.locator('a[data-language="sv"]').click()
    page.wait_for_url(f"**/{PATHS['sv']}")
    expect(page.locator("#selfcheck-organisation")).to_have_value(MARK)

    assert page.evaluate(STORED) == NOTHING
    assert not any("salaisuus" in told(request) for request in requests)
    assert not any("?" in request.url for request in requests)
