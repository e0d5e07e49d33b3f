"""What the tests of the self-check page share."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Dialog, FilePayload, Locator, Page, expect

from selfcheck.bank import load

PATHS = {"fi": "self-check/", "sv": "sv/self-check/", "en": "en/self-check/"}

type Opener = Callable[..., Page]


def wait_until_ready(page: Page) -> None:
    """Wait until Python answers."""
    expect(page.locator("#selfcheck")).to_have_attribute("data-state", "ready", timeout=60_000)


def a_file(content: str | bytes, name: str = "x.json") -> FilePayload:
    """A file as a person would choose it."""
    buffer = content.encode() if isinstance(content, str) else content
    return {"name": name, "mimeType": "application/json", "buffer": buffer}


def open_file(page: Page, content: str | bytes | dict[str, Any]) -> None:
    """Open an answer file in the form."""
    text = json.dumps(content) if isinstance(content, dict) else content
    page.set_input_files("[data-file]", a_file(text))


def result(page: Page) -> str:
    """The result that the page shows, as the JSON Python gave it."""
    place = page.locator("#selfcheck-result[data-result]")
    place.wait_for(state="attached")
    return place.get_attribute("data-result") or ""


def phrases(page: Page) -> dict[str, str]:
    """The words that the page's script shows, in the page's language."""
    found: dict[str, str] = json.loads(page.locator("#selfcheck-phrases").text_content() or "")
    return found


def told(page: Page, key: str, **values: object) -> None:
    """Expect a message in the status region, in the page's language."""
    expect(page.locator("#selfcheck-status")).to_contain_text(phrases(page)[key].format(**values))


def refused(page: Page, text: str) -> None:
    """Expect an alert that says this."""
    expect(page.locator("[data-faults]")).to_contain_text(text)


def choose(page: Page, offer: str, phrase: str) -> None:
    """Press one of the buttons of an offer."""
    label = phrases(page)[phrase]
    page.locator(f"[data-offer={offer}]").get_by_role("button", name=label, exact=True).click()


def answer_dialog(page: Page, accept: bool) -> list[str]:
    """Answer the next dialog of the browser; what it asks is in the list afterwards."""
    asked: list[str] = []

    def reply(dialog: Dialog) -> None:
        asked.append(dialog.message)
        if accept:
            dialog.accept()
        else:
            dialog.dismiss()

    page.once("dialog", reply)
    return asked


def panel(page: Page, name: str) -> Locator:
    """A panel under the result, unfolded."""
    found = page.locator(f"[data-panel={name}]")
    if found.get_attribute("open") is None:
        found.locator("> summary").click()
    return found


def sheet(**fields: object) -> dict[str, Any]:
    """A sheet with only these fields filled in."""
    empty = {"format": "soske-selfcheck", "version": 2, "rules": load().version}
    return {**empty, "conditions": {}, "answers": {}, "evidence": {}, **fields}
