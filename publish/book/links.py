"""Ties the chapters together: links lead within the book, or print the address they lead to."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from bs4 import Tag

from publish.book.chapters import Chapter
from publish.book.markup import new
from publish.errors import BuildError


@dataclass(frozen=True)
class _Target:
    """A chapter that links can lead to, and the ids within it."""

    key: str
    page: str
    ids: frozenset[str]


def resolve_links(chapters: list[Chapter], folder: Path, address: str) -> None:
    """Rewrite every id as ``page--id`` and every link with it.

    Raises :class:`BuildError` with page and link text for a link that leads nowhere.
    """
    targets = {chapter.address: _target(chapter) for chapter in chapters}
    for chapter in chapters:
        for link in chapter.article.select("a[href]"):
            _resolve(link, chapter, targets, folder, address)
    for chapter in chapters:
        for element in chapter.article.select("[id]"):
            element["id"] = f"{chapter.key}--{element['id']}"


def _target(chapter: Chapter) -> _Target:
    ids = frozenset(str(element["id"]) for element in chapter.article.select("[id]"))
    return _Target(chapter.key, chapter.page, ids)


def _resolve(
    link: Tag, chapter: Chapter, targets: dict[str, _Target], folder: Path, address: str
) -> None:
    whole = urljoin(chapter.address, str(link["href"]))
    place, anchor = urldefrag(whole)
    if target := targets.get(place):
        if anchor and anchor not in target.ids:
            raise _dead(link, chapter, f"{target.page}#{anchor}")
        link["href"] = f"#{target.key}--{anchor}" if anchor else f"#{target.key}"
        _mark(link, "within")
        return
    if place.startswith(address) and not _exists(place.removeprefix(address), folder):
        raise _dead(link, chapter, place.removeprefix(address))
    link["href"] = whole
    _print_address(link, whole)


def _exists(path: str, folder: Path) -> bool:
    return (folder / unquote(path)).is_file()


def _dead(link: Tag, chapter: Chapter, target: str) -> BuildError:
    text = link.get_text(" ", strip=True)
    return BuildError(f"{chapter.page}: the link “{text}” leads to {target}, which does not exist")


def _mark(link: Tag, name: str) -> None:
    link["class"] = " ".join([*map(str, link.get_attribute_list("class")), name])


def _print_address(link: Tag, address: str) -> None:
    """Set the address after a link that does not show it already."""
    if _bare(link.get_text(strip=True)) != _bare(address):
        printed = new("span", "address")
        printed.string = f" ({address})"
        link.append(printed)


def _bare(address: str) -> str:
    return address.rsplit("://", maxsplit=1)[-1].removeprefix("www.").rstrip("/")
