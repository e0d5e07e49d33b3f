"""What the self-check says aloud: each message once, in the one place that is read out."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from devtools.waiting import wait_until
from macros.self_check import EXAMPLES
from selfcheck.model import LANGS, Lang
from tests.matrix import one_of

from .access import FOLDERS

# Notes every change that a screen reader would tell: in the main part, in status and alert regions.
RECORD = """window.heard = [];
new MutationObserver((changes) => {
  if (document.readyState === "loading") return; // what a page comes with is read, not announced
  const regions = new Set(changes.map(({ target }) =>
    (target.nodeType === Node.TEXT_NODE ? target.parentElement : target).closest?.(
      "main [role=status], main [role=alert], main [aria-live]")).filter(Boolean));
  for (const region of regions) {
    const text = region.innerText.trim();
    if (text) heard.push([region.getAttribute("role"), text]);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });"""

type Opener = Callable[..., Page]


class Listener:
    """Opens the self-check in a language and tells what was said since the last question."""

    def __init__(self, open_page: Opener, lang: Lang) -> None:
        self.page = open_page("")
        self.page.add_init_script(RECORD)
        self.address = f"{self.page.url}{FOLDERS[lang]}self-check/"
        self.count = 0

    def open(self) -> None:
        """Go to the page."""
        self.page.goto(self.address)

    def phrase(self, key: str) -> str:
        """What the page has to say, in its language."""
        phrases = json.loads(self.page.locator("#selfcheck-phrases").text_content() or "")
        return str(phrases[key])

    def heard(self, last: str) -> list[list[str]]:
        """Every message since the last call, once one that holds `last` has come."""
        start = json.dumps(last)
        script = f"heard.slice({self.count}).some(([, text]) => text.includes({start}))"
        wait_until(self.page, script, seconds=130)  # both ways to start may take a minute
        self.page.wait_for_timeout(300)  # whatever is said twice has been said by now
        said: list[list[str]] = self.page.evaluate("heard")
        new, self.count = said[self.count :], len(said)
        return new


def beginning(phrase: str) -> str:
    """A phrase up to what is filled in."""
    return phrase.partition("{")[0].strip()


@pytest.mark.parametrize("lang", one_of(LANGS, "sv"))
def test_each_message_is_said_once(lang: Lang, open_page: Opener) -> None:
    """Loading, ready, new result, file opened, saved, refused, form cleared: once each."""
    listener = Listener(open_page, lang)
    page, phrase, heard = listener.page, listener.phrase, listener.heard
    listener.open()
    assert heard(phrase("ready")) == [["status", phrase("loading")], ["status", phrase("ready")]]

    page.locator('input[name="will-reason"][value="2"]').check()
    known = beginning(phrase("scored.open"))
    assert [role for role, text in heard(known) if text.startswith(known)] == ["status"]

    page.locator('input[name="will-reason"][value="1"]').check()
    page.set_input_files("[data-file]", EXAMPLES / lang / "large-city.json")
    scored = beginning(phrase("scored"))
    told = heard(scored)
    assert [role for role, _ in told] == ["status", "status"]
    assert told[0][1] == phrase("opened")
    assert told[1][1].startswith(
        f"{phrase('opened')} {scored}"
    )  # the act is not hidden by what follows

    with page.expect_download():
        page.locator("[data-action=save]").click()
    assert heard(phrase("saved")) == [["status", phrase("saved")]]

    bad: dict[str, Any] = {"name": "x.json", "mimeType": "application/json", "buffer": b"{"}
    page.set_input_files("[data-file]", bad)  # type: ignore[arg-type]
    (refusal,) = heard(phrase("refused"))
    assert refusal[0] == "alert"

    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-action=clear]").click()
    assert heard(phrase("cleared")) == [["status", phrase("cleared")]]


@pytest.mark.parametrize("lang", one_of(LANGS, "en"))
def test_a_failure_is_said_once(lang: Lang, open_page: Opener) -> None:
    """When Python does not come, loading and failure are told, each once; a retry likewise."""
    listener = Listener(open_page, lang)
    listener.page.context.route("**/*.wasm", lambda route: route.abort())
    listener.open()
    told = [["status", listener.phrase("loading")], ["status", listener.phrase("failed")]]
    assert listener.heard(listener.phrase("failed")) == told

    listener.page.locator("[data-action=retry]").click()

    assert listener.heard(listener.phrase("failed")) == told
    expect(listener.page.locator("[role=alert]")).to_be_empty()
