"""Opens pages of the site, and notices what leaves the host or goes against the policy."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

PATIENCE = 60_000  # milliseconds; Python's start on a slow machine
# A violation of the site's policy becomes an error of the page, which is noticed.
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) => {
  const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
  const where = `${sourceFile}:${lineNumber}`;
  const told = `the policy's ${effectiveDirective} refuses ${blockedURI} ${sample} at ${where}`;
  reportError(new Error(told));
});"""
# So does one in a worker, which no listener of the page hears.
IN_CONSOLE = ("Content Security Policy", "Trusted", "Permissions-Policy", "Cross-Origin-")

type Opener = Callable[..., Page]


@dataclass
class Noticed:
    """What pages did that they must not: requests to other hosts, errors."""

    host: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Notice what the pages of a context do from now on."""
        context.add_init_script(TELL_VIOLATIONS)
        context.on("request", self._asked)
        context.on("console", self._heard)
        context.on("weberror", lambda told: self.errors.append(str(told.error)))

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("blob", "data") and parts.netloc != self.host:
            self.foreign.append(request.url)

    def _heard(self, message: ConsoleMessage) -> None:
        if any(words in message.text for words in IN_CONSOLE):
            self.errors.append(message.text)


@contextmanager
def visits(browser: Browser, address: str) -> Iterator[Opener]:
    """Hand out what opens pages, each as a visitor who was never here; at the end all was well."""
    noticed = Noticed(urlsplit(address).netloc)
    contexts = []

    def opener(path: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        noticed.watch(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert not noticed.foreign, noticed.foreign
    assert not noticed.errors, noticed.errors
