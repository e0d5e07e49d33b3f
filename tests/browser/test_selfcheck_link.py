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


@pytest.mark.parametrize("lang", LANGS)
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


@pytest.mark.parametrize("lang", LANGS)
def test_a_spoilt_link_is_refused(lang: str, open_page: Opener) -> None:
    """Cut, changed, huge or hostile: told in the page's language, and nothing changes."""
    page = open_page(PATHS[lang])
    words = phrases(page)
    whole = link(json.dumps(ANSWERS))
    unknown = load_words(lang).say("faults.unknown_id", field="answers.nope")  # type: ignore[arg-type]
    spoilt = {
        whole[: len(whole) // 2]: words["link.broken"],
        whole[:-1] + "*": words["link.broken"],
        "#answers=": words["link.broken"],
        "#answers=q" + whole[10:]: words["link.broken"],
        link(b"\xff\xfe{"): words["link.broken"],
        link(b"0" * 50_000_000): words["link.large"],
        "#answers=j" + "A" * 300_000: words["link.large"],
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


def test_without_compression_the_link_is_plain(open_page: Opener) -> None:
    """A browser that cannot compress still makes a link, and one that it can open."""
    page = open_page(PATHS["en"])
    page.evaluate("delete window.CompressionStream")
    share = panel(page, "share")
    share.locator("[data-action=make-link]").click()
    told(page, "share.empty")
    open_file(page, ANSWERS)
    expected = result(page)
    share.locator("[data-action=make-link]").click()
    field = share.locator("[name=link]")
    expect(field).to_have_value(re.compile("#answers=j"))

    fragment = field.input_value().partition("#")[2]
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-action=clear]").click()
    follow(page, f"#{fragment}")

    expect(page.locator("#selfcheck-result")).to_have_attribute("data-result", expected)
