"""Serves the site while it is being edited: a saved file rebuilds what depends on it."""

import sys
from collections.abc import Callable
from functools import partial

from livereload import Server

from macros.load import FactError
from publish.build import SITE, Site, site
from publish.config import ROOT
from publish.errors import BuildError
from publish.shared import copy_shared
from selfcheck.errors import BankError

HOST, PORT = "127.0.0.1", 8000
FAULTS = (BuildError, FactError, BankError)


def serve(say: Callable[[str], None]) -> None:
    """Build the site, serve it, and keep it fresh until interrupted."""
    address = f"http://{HOST}:{PORT}/"
    whole = site(SITE, address)
    whole.build_runtime()
    whole.build_languages()
    whole.build_rest()
    if not (SITE / "pdf").exists():
        say("pages built; setting the books, once")
        whole.build_books()
    server = Server()
    for language in whole.facts.languages:
        server.watch(f"{ROOT}/docs/{language.id}/", _told(partial(whole.build_language, language)))
    server.watch(f"{ROOT}/docs/assets/", _told(partial(copy_shared, SITE)))
    for source in ("macros/", "selfcheck/", "overrides/", "mkdocs.yml"):
        server.watch(f"{ROOT}/{source}", _told(partial(_rebuild, address)))
    say(f"serving at {address} (stop with Ctrl+C)")
    server.serve(root=str(SITE), host=HOST, port=PORT, open_url_delay=None)


def _rebuild(address: str) -> None:
    """Read the facts anew and build all pages; PDFs are left to `make build`."""
    fresh: Site = site(SITE, address)
    fresh.build_runtime()
    fresh.build_languages()
    fresh.build_rest()


def _told(act: Callable[[], None]) -> Callable[[], None]:
    """Tell a fault to the editor and go on serving what was there."""

    def attempt() -> None:
        try:
            act()
        except FAULTS as fault:
            print(f"\n{fault}\nThe site still shows what it showed before.\n", file=sys.stderr)

    return attempt
