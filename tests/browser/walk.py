"""Looks at a page in every way that needs no reader: one load, and what each rule finds wrong."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

from .access import AXE, EVERY_LOOK, NARROW_DARK, WIDE_LIGHT, Look, violations

HERE = Path(__file__).parent
FIT = (HERE / "fit.js").read_text("utf-8")
PROBE = (HERE / "keyboard.js").read_text("utf-8")
# The values of WCAG 1.4.12, set as a reader's own style sheet would.
# The policy refuses styles in elements, not those that a script makes.
SPACED = """* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}
p { margin-bottom: 2em !important; }"""
ADOPT = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}"""
TEXT = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
THIN, FAINT = 3, 3  # pixels of a focus ring, and its contrast with what is around it (WCAG 1.4.11)
# Narrow and wide, light and dark: a page is seen in one of these pairs.
PAIRS = [
    (Look(320, "light"), Look(1440, "dark")),
    (Look(390, "dark"), Look(1440, "light")),
    (Look(320, "dark"), Look(1440, "light")),
    (Look(390, "light"), Look(1440, "dark")),
]

RULES = {"narrow", "spaced", "enlarged", "axe", "tab"}

type Stop = dict[str, Any]


@dataclass(frozen=True)
class Looks:
    """In which looks axe sees a page, and in which it is walked through by Tab."""

    seen: tuple[Look, ...]
    walked: tuple[Look, ...]


EVERY = Looks(tuple(EVERY_LOOK), (NARROW_DARK, WIDE_LIGHT))


def some(number: int) -> Looks:
    """A few looks for the page of this number; its neighbours have others."""
    return Looks(PAIRS[number % len(PAIRS)], (EVERY.walked[number % 2],))


class Walk:
    """Goes from page to page; ``found`` has a line for each fault, under the rule it breaks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: dict[str, list[str]] = defaultdict(list)
        self.seen: list[str] = []
        self._session: CDPSession = page.context.new_cdp_session(page)

    def visit(self, address: str, path: str, looks: Looks) -> None:
        """Look at a page in every way."""
        self.page.goto(address + path)
        self.page.evaluate(FIT)
        for rule, faults in (
            ("narrow", self._narrow()),
            ("spaced", self._spaced()),
            ("enlarged", self._enlarged()),
            ("axe", self._axe(looks.seen)),
            ("tab", self._tab(looks.walked)),
        ):
            self.found[rule] += [f"{path} {fault}" for fault in faults]
        self.seen.append(path)

    def _misfits(self, look: str) -> Iterator[str]:
        for fault in self.page.evaluate("misfits()")[:6]:
            yield f"{look}: {fault}"

    def _narrow(self) -> Iterator[str]:
        self.page.set_viewport_size({"width": 320, "height": 740})
        yield from self._misfits("at 320 px")

    def _spaced(self) -> Iterator[str]:
        self.page.evaluate(ADOPT, SPACED)
        for width in (390, 1440):
            self.page.set_viewport_size({"width": width, "height": 900})
            yield from self._misfits(f"spaced out at {width} px")
        self.page.evaluate(ADOPT, "")

    def _enlarged(self) -> Iterator[str]:
        self.page.set_viewport_size({"width": 1280, "height": 900})
        usual = self.page.evaluate(TEXT)
        self._letters(32)
        assert self.page.evaluate(TEXT) == 2 * usual
        yield from self._misfits("enlarged")
        self._letters(16)

    def _letters(self, size: int) -> None:
        """Set the browser's own size of text, in pixels."""
        sizes = {"standard": size, "fixed": size * 13 // 16}
        self._session.send("Page.setFontSizes", {"fontSizes": sizes})

    def _axe(self, looks: tuple[Look, ...]) -> Iterator[str]:
        for look in looks:
            look.wear(self.page)
            yield from (f"{look}: {fault}" for fault in violations(self.page))

    def _tab(self, looks: tuple[Look, ...]) -> Iterator[str]:
        for number, look in enumerate(looks):
            look.wear(self.page)
            if number:
                self.page.reload()  # Tab starts from the top again
            stops, missed = walk(self.page)
            yield from (f"{look}: {fault}" for fault in (*faults(stops), *upwards(stops)))
            yield from (f"{look}: {html} is never reached" for html in missed)


def walk(page: Page) -> tuple[list[Stop], list[str]]:
    """Press Tab from the top of the page to its end; each stop, and what was never reached."""
    page.evaluate(AXE)
    page.evaluate(PROBE)
    for _ in range(page.evaluate("walk.count") + 3):
        page.keyboard.press("Tab")
    stops: list[Stop] = page.evaluate("walk.stops()")
    end = next((n for n, stop in enumerate(stops) if stop["back"]), len(stops))
    return stops[:end], page.evaluate("walk.missed()")


def faults(stops: list[Stop]) -> Iterator[str]:
    """Where a stop cannot be told from others, seen, or recognised as having focus."""
    for stop in stops:
        ring = stop["ring"]
        wrong = {
            "has no name": not stop["name"],
            "is off the screen": stop["outside"],
            "is covered": stop["covered"],
            f"has a thin ring, {ring['width']}": ring["width"] < THIN,
            f"has a faint ring, {ring['contrast']:.1f}": ring["contrast"] < FAINT,
            "has a ring cut off": ring["cut"],
        }
        yield from (f"{stop['html']} {fault}" for fault, found in wrong.items() if found)


def upwards(stops: list[Stop]) -> Iterator[str]:
    """Where focus jumps up within the text, and not to the top of a column further right."""
    texts = [stop for stop in stops if stop["text"]]
    for before, after in pairwise(texts):
        if after["place"][3] < before["place"][1] and after["place"][0] < before["place"][2]:
            yield f"{after['html']} stands above {before['html']}"
