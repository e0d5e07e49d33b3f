"""The built site's pages as a checker sees them: where each stands, and what it refers to."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from selfcheck.model import Lang

ADDRESS = "https://example.org/soske/"  # the one that the shared site is built for
FOLDERS: dict[Lang, str] = {"fi": "", "sv": "sv/", "en": "en/"}

_LOADING = {"stylesheet", "preload", "modulepreload", "prefetch", "icon", "manifest"}
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_IMPORT = re.compile(r"(?:\bfrom|\bimport)\s*\(?[\"'](\.[^\"']+)[\"']")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Reference:
    """An address that a file refers to; a browser fetches it at once if it ``loads``."""

    where: str
    url: str
    loads: bool


@dataclass(frozen=True)
class Page:
    """An HTML file of the built site at ``file`` below ``site``."""

    site: Path
    file: str

    @cached_property
    def html(self) -> BeautifulSoup:
        """The page, parsed."""
        return BeautifulSoup((self.site / self.file).read_bytes(), "lxml")

    @cached_property
    def ids(self) -> list[str]:
        """Every id of the page."""
        return [str(tag["id"]) for tag in self.html.select("[id]")]

    @property
    def lang(self) -> Lang:
        """The language whose folder the page stands in."""
        first = self.file.partition("/")[0]
        return "sv" if first == "sv" else "en" if first == "en" else "fi"

    @property
    def url(self) -> str:
        """The page's address."""
        return ADDRESS + self.file.removesuffix("index.html")

    @property
    def path(self) -> str:
        """The page's address below its language's root."""
        return self.url.removeprefix(ADDRESS + FOLDERS[self.lang])

    def all(self, selector: str) -> list[Tag]:
        """Every element that the selector finds."""
        return list(self.html.select(selector))

    def text(self, selector: str) -> str:
        """The text of the only element that the selector finds."""
        (tag,) = self.all(selector)
        return " ".join(tag.get_text().split())

    def value(self, selector: str, attribute: str) -> str:
        """An attribute of the only element that the selector finds."""
        (tag,) = self.all(selector)
        return str(tag[attribute])

    def references(self) -> Iterator[Reference]:
        """Every address in the page, made whole."""
        for written, loads in self._written():
            yield Reference(f"{self.file}: {written}", urljoin(self.url, written), loads)

    def _written(self) -> Iterator[tuple[str, bool]]:
        for tag in self.all("a[href], area[href]"):
            yield str(tag["href"]), False
        for tag in self.all("link[href]"):
            yield str(tag["href"]), not _LOADING.isdisjoint(tag.get_attribute_list("rel"))
        for tag in self.all("[src]"):
            yield str(tag["src"]), True
        for tag in self.all("[srcset]"):
            for part in str(tag["srcset"]).split(","):
                yield part.split()[0], True
        for tag in self.all("object[data], use[href], image[href]"):
            yield str(tag.get("data") or tag["href"]), True
        for tag in self.all("[data-index]"):
            yield str(tag["data-index"]), True
        for tag in self.all("script#__config"):
            yield str(json.loads(tag.get_text())["search"]), True


def pages(site: Path) -> list[Page]:
    """Every page of the built site, those for missing addresses included."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [Page(site, file) for file in found]


def references_of_files(site: Path) -> Iterator[Reference]:
    """Every address in the site's own style sheets and scripts."""
    for pattern, kind in ((_URL, "*.css"), (_IMPORT, "*.js")):
        for path in sorted((site / "assets").rglob(kind)):
            file = path.relative_to(site).as_posix()
            for written in pattern.findall(_COMMENT.sub("", path.read_text("utf-8"))):
                if not written.startswith("data:"):
                    url = urljoin(ADDRESS + file, written)
                    yield Reference(f"{file}: {written}", url, loads=True)


def target(site: Path, url: str) -> str:
    """Return the file that an address of the site stands for, whether it exists or not."""
    path = unquote(urlsplit(url).path).removeprefix(urlsplit(ADDRESS).path)
    return f"{path}index.html" if path.endswith("/") or not path else path
