"""What a reader does on the site, in any engine."""

import json
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE = 120  # seconds; Python's start on a slow machine
PATHS = {"fi": "self-check/", "sv": "sv/self-check/", "en": "en/self-check/"}


@dataclass(frozen=True)
class Reader:
    """A reader with a browser of an ``engine``; files come into ``folder``."""

    driver: WebDriver
    engine: str
    address: str
    folder: Path

    def open(self, lang: str) -> None:
        """Open the self-check anew, with nothing filled in."""
        self.driver.get(self.address + PATHS[lang])

    def ask(self, script: str, *args: object) -> Any:
        """Return what a script in the page returns."""
        return self.driver.execute_script(script, *args)

    def find(self, selector: str) -> WebElement:
        """Return the element that a selector finds first."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> None:
        """Click with the pointer on what stands in the middle of the window."""
        self.ask("arguments[0].scrollIntoView({block: 'center'})", self.find(selector))
        self.find(selector).click()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def focused(self) -> str:
        """Tell the name of the field that has the focus, and its value if it is a button."""
        return str(
            self.ask(
                "const e = document.activeElement;"
                "return e.type === 'radio' ? `${e.name}=${e.value}` : e.name || e.id || ''"
            )
        )

    def wait(self, script: str, *args: object) -> Any:
        """Wait until a script in the page returns something, and return it."""
        return self.until(lambda: self.ask(script, *args), script)

    def until[Found](self, look: Callable[[], Found], wanted: str) -> Found:
        """Wait until ``look`` finds something."""
        waiting = WebDriverWait(self.driver, PATIENCE, poll_frequency=0.2)
        return waiting.until(lambda _: look(), f"{self.engine} has waited for: {wanted}")

    def shows(self, result: str) -> None:
        """Wait until the page shows this result."""
        self.until(lambda: self.result() == result, "another result")

    def state(self, name: str) -> None:
        """Wait until the self-check is in a state."""
        self.wait(
            "return document.querySelector('#selfcheck').dataset.state === arguments[0]", name
        )

    def result(self) -> str:
        """Return the result that the page shows, as the JSON that Python gave it."""
        return str(self.wait("return document.querySelector('#selfcheck-result')?.dataset.result"))

    def phrase(self, name: str) -> str:
        """Return a phrase of the page's in its language."""
        script = "return document.querySelector('#selfcheck-phrases').textContent"
        return str(json.loads(self.ask(script))[name])

    def give(self, file: Path) -> None:
        """Choose a file in the dialog for opening answers."""
        self.find("[data-file]").send_keys(str(file))

    def saved(self, action: str, ending: str) -> str:
        """Click what saves a file, and return what came."""
        for old in self.folder.glob(f"*{ending}"):
            old.unlink()
        self.click(f"[data-action={action}]")
        self.until(lambda: self._came(ending), f"a {ending} file in {self.folder}")
        return self._came(ending)

    def _came(self, ending: str) -> str:
        texts = [file.read_text("utf-8") for file in self.folder.glob(f"*{ending}")]
        return texts[0] if texts else ""

    def print(self, into: Path) -> None:
        """Print the page as a PDF."""
        into.write_bytes(b64decode(self.driver.print_page()))
