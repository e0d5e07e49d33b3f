"""The site's policy in a real browser: it stops what it should, and the tests would notice."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from devtools.waiting import wait_for
from tests.browser.visiting import TELL_VIOLATIONS

ATTEMPTS = {
    "style-src-attr": "document.body.setAttribute('style', 'color: red')",
    "img-src": "new Image().src = 'https://example.org/pixel.png'",
    "connect-src": "fetch('https://example.org/').catch(() => 0)",
    "form-action": "const f = document.createElement('form'); document.body.append(f); f.submit()",
    "require-trusted-types-for": "try { document.body.innerHTML = '<b>x</b>' } catch {}",
    "trusted-types": "try { trustedTypes.createPolicy('other', {}) } catch {}",
}


@pytest.fixture
def heard(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page of the site, and the violations it tells."""
    context = browser.new_context()
    context.add_init_script(TELL_VIOLATIONS)
    page = context.new_page()
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{address}privacy/")
    yield page, told
    context.close()


@pytest.mark.parametrize("directive", ATTEMPTS)
def test_the_policy_stops_it(heard: tuple[Page, list[str]], directive: str) -> None:
    """Inline code, other hosts, sent forms and markup from text are refused, and it is noticed."""
    page, told = heard
    page.evaluate(ATTEMPTS[directive])

    wait_for(
        page, lambda: any(f"policy's {directive} refuses" in error for error in told), directive
    )
    assert page.evaluate("window.hit") is None


def test_a_script_that_got_into_a_page_does_not_run(
    heard: tuple[Page, list[str]], headers_sent: dict[str, str]
) -> None:
    """An inline script is refused even where it stands in the page itself."""
    page, told = heard
    headers = {**headers_sent, "Content-Type": "text/html"}
    body = "<!doctype html><script>window.hit = 1</script>"
    page.route("**/soske/inline", lambda route: route.fulfill(body=body, headers=headers))
    page.goto(page.url.replace("privacy/", "inline"))

    refused = "policy's script-src-elem refuses inline"
    wait_for(page, lambda: any(refused in error for error in told), refused)
    assert page.evaluate("window.hit") is None


def test_no_page_may_frame_the_site(browser: Browser, address: str) -> None:
    """Another page cannot show the site within itself and catch a visitor's clicks."""
    context = browser.new_context()
    page = context.new_page()
    page.route("https://elsewhere.example/", lambda route: route.fulfill(body=frame(address)))
    page.goto("https://elsewhere.example/")  # waits until the frame has loaded, or was refused

    assert len(page.frames) == 2
    assert [inner.url for inner in page.frames if inner.url.startswith(address)] == []
    context.close()


def frame(address: str) -> str:
    """A page elsewhere that frames the site."""
    return f'<iframe src="{address}"></iframe>'
