"""Every page as axe sees it: WCAG 2.0–2.2 A and AA and best practice, in many looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from selfcheck.model import LANGS, Lang

from .access import EVERY_LOOK, Look, addresses, violations

# Narrow and wide, light and dark: each page is seen in one of these pairs in one language, in the
# other in the next.
PAIRS = [
    (Look(320, "light"), Look(1440, "dark")),
    (Look(390, "dark"), Look(1440, "light")),
    (Look(320, "dark"), Look(1440, "light")),
    (Look(390, "light"), Look(1440, "dark")),
]


@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing(
    lang: Lang, built_site: Path, open_page: Callable[..., Page], pytestconfig: pytest.Config
) -> None:
    """No page has a violation that axe can see; with --all-looks, in no look at all."""
    page = open_page("", reduced_motion="reduce")
    root, found = page.url, []
    for number, path in enumerate(addresses(built_site, lang), LANGS.index(lang)):
        page.goto(root + path)
        every = pytestconfig.getoption("--all-looks")
        for look in EVERY_LOOK if every else PAIRS[number % len(PAIRS)]:
            look.wear(page)
            found += [f"{path} {look}: {fault}" for fault in violations(page)]

    assert not found, "\n".join(found)
