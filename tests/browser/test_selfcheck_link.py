"""A link that carries the answers: made, opened, cut, spoilt and hostile."""

import base64
import json
import re
import zlib

import pytest
from playwright.sync_api import Page, expect

from devtools.waiting import wait_until
from selfcheck.model import LANGS
from selfcheck.words import load_words
from tests.browser.faults import FaultyServer, missing
from tests.browser.selfcheck import (
    PATHS,
    Opener,
    choose,
    open_file,
    panel,
    phrases,
    refused,
    result,
    sheet,
    told,
)
from tests.matrix import one_of

ANSWERS = sheet(
    answers={"will-reason": 3, "team-core": "unknown"},
    conditions={"base": "yes"},
    organisation="Öja & Åbo 🏙️",
    role="johto",
    theme="employment",
)


def link(text: str | bytes, plain: bool = False) -> str:
    """A fragment that carries a text, made as the page makes it."""
    raw = text.encode() if isinstance(text, str) else text
    packer = zlib.compressobj(wbits=-15)
    packed = raw if plain else packer.compress(raw) + packer.flush()
    letters = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    return f"#answers={'j' if plain else 'z'}{letters}"


def follow(page: Page, fragment: str) -> None:
    """Follow a link on the page that is open."""
    page.evaluate("fragment => { location.hash = fragment; }", fragment)


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_a_link_carries_the_answers(lang: str, open_page: Opener) -> None:
    """The link holds all but the evidence, opens as the same result, and leaves the address bar."""
    page = open_page(PATHS[lang])
    open_file(page, ANSWERS | {"evidence": {"base": "Salainen muistio"}})
    expected = result(page)
    share = panel(page, "share")
    expect(share.locator("[name=link]")).to_be_hidden()
    share.locator("[data-action=make-link]").click()
    field = share.locator("[name=link]")
    expect(field).to_have_value(re.compile("#answers=z"))
    told(page, "share.made")
    address = field.input_value()
    page.locator('input[name="team-core"][value="3"]').check()
    expect(field).to_be_hidden()  # it no longer says what the form says

    other = page.context.new_page()
    other.goto(address)

    expect(other.locator("#selfcheck-result")).to_have_attribute("data-result", expected)
    told(other, "link.opened")
    assert other.url == page.url
    assert other.locator("#selfcheck-organisation").input_value() == ANSWERS["organisation"]
    assert other.locator('[name="evidence:base"]').input_value() == ""
    other.close()


def test_a_link_never_replaces_answers_unasked(open_page: Opener) -> None:
    """With answers in the form the reader chooses, and either choice keeps what it says."""
    page = open_page(PATHS["sv"])
    page.locator('input[name="will-reason"][value="0"]').check()
    follow(page, link(json.dumps(ANSWERS)))
    choose(page, "link", "link.no")
    told(page, "link.kept")
    expect(page.locator('input[name="will-reason"][value="0"]')).to_be_checked()
    assert "#" not in page.url

    follow(page, link(json.dumps(ANSWERS), plain=True))
    expect(page.locator('input[name="will-reason"][value="0"]')).to_be_checked()
    choose(page, "link", "link.open")
    expect(page.locator('input[name="will-reason"][value="3"]')).to_be_checked()


def test_a_spoilt_link_is_refused(open_page: Opener) -> None:
    """Cut, or of answers that do not exist: told in the page's language, and nothing changes."""
    page = open_page(PATHS["sv"])
    words = phrases(page)
    whole = link(json.dumps(ANSWERS))
    unknown = load_words("sv").say("faults.unknown_id", field="answers.nope")
    spoilt = {
        whole[: len(whole) // 2]: words["link.broken"],
        link(json.dumps(sheet(answers={"nope": 1}))): unknown,
    }
    page.locator('input[name="will-reason"][value="1"]').check()
    for fragment, text in spoilt.items():
        follow(page, fragment)
        refused(page, text)
        refused(page, words["link.refused"])
        wait_until(page, "location.hash === ''")
        page.locator("[data-action=dismiss]").click()

    expect(page.locator('input[name="will-reason"][value="1"]')).to_be_checked()


def test_a_link_waits_for_python(server: FaultyServer, page: Page) -> None:
    """When Python cannot start, the answers stay in the address; after a second try they open."""
    server.faults["pyodide.asm.wasm"] = missing
    address = f"{server.address}{PATHS['en']}{link(json.dumps(ANSWERS))}"
    page.goto(address)
    page.locator("[data-kind]").focus()
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "error")
    expect(page.locator("[data-faults] p")).to_have_count(0)
    assert page.url == address

    server.mend()
    page.locator("[data-action=retry]").click()

    told(page, "link.opened")
    expect(page.locator("#selfcheck-organisation")).to_have_value(ANSWERS["organisation"])
    assert "#" not in page.url


def test_a_link_leaves_the_rest_of_an_address_behind(open_page: Opener) -> None:
    """What a tracker has hung on the address of the page is not passed on."""
    page = open_page(f"{PATHS['en']}?utm_source=letter")
    open_file(page, ANSWERS)
    result(page)
    panel(page, "share").locator("[data-action=make-link]").click()

    expect(panel(page, "share").locator("[name=link]")).to_have_value(
        re.compile("self-check/#answers=z")
    )
