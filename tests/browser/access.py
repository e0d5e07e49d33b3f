"""What the accessibility tests share: the site's pages, the looks they are seen in, and axe."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

from publish.config import ROOT
from selfcheck.model import Lang

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
FOLDERS: dict[Lang, str] = {"fi": "", "sv": "sv/", "en": "en/"}


@dataclass(frozen=True)
class Look:
    """A screen's width in pixels and the reader's choice of colours."""

    width: int
    scheme: Literal["light", "dark"]

    def wear(self, page: Page) -> None:
        """Show a page in this look, at once: without motion nothing is half-way."""
        page.set_viewport_size({"width": self.width, "height": 900 if self.width > 700 else 740})
        page.emulate_media(color_scheme=self.scheme, reduced_motion="reduce")

    def __str__(self) -> str:
        return f"{self.width} px {self.scheme}"


EVERY_LOOK = [Look(width, scheme) for width in (320, 390, 1440) for scheme in ("light", "dark")]
NARROW_DARK, WIDE_LIGHT = Look(390, "dark"), Look(1440, "light")


def addresses(site: Path, lang: Lang) -> list[str]:
    """Every page of a language, as an address below the site's root; that of 404 too."""
    folder = site / FOLDERS[lang]
    others = {folder / name for name in FOLDERS.values() if name} - {folder}
    found = [page for page in sorted(folder.rglob("*.html")) if others.isdisjoint(page.parents)]
    return [page.relative_to(site).as_posix().removesuffix("index.html") for page in found]


def violations(page: Page) -> list[str]:
    """What axe finds wrong in a page as it is now: rule, place, and what is amiss."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    return [f"{rule['id']} {_first(rule['nodes'])}" for rule in found]


def _first(nodes: list[dict[str, Any]]) -> str:
    node = nodes[0]
    told = " ".join(str(node.get("failureSummary", "")).split())
    return f"({len(nodes)}) {node['html'][:160]} {told[:300]}"
