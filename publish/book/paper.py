"""Turns a page for the screen into one for paper: nothing to click, nothing that goes stale."""

import re

from bs4.element import NavigableString

from macros.context import Context
from publish.book.chapters import Chapter
from publish.book.drawings import Drawings
from publish.book.markup import new, remove, rename
from publish.book.worksheet import worksheet

_CHECKSUM = re.compile(r"\b([0-9a-f]{64})\b")
_FOR_SCREENS = (
    "script",
    "noscript",
    "button",
    ".sr-only",
    "img[alt='']",
    ".team-builder",
    ".offline",
    "svg[class*='__drawing--narrow']",
    "p.download:has([type='application/pdf'], [type='application/epub+zip'])",
)


def to_paper(chapter: Chapter, site: Context, drawings: Drawings) -> None:
    """Rewrite a chapter's article in place."""
    article = chapter.article
    remove(article, *_FOR_SCREENS)
    _state(chapter, site)
    _sources(chapter, site)
    worksheet(article, site)
    _open_details(chapter)
    _set_spaces_apart(chapter)
    _keep_whole(chapter)
    drawings.inline_svg_styles(article)


def _state(chapter: Chapter, site: Context) -> None:
    """Tell the days of a round ahead, not its state: an edition does not know the reader's day.

    Where no round is ahead, what the page says of that stays.
    """
    for box in chapter.article.select(".round-state"):
        ahead = site.facts.ahead(site.today)
        if ahead is None:
            remove(box, "[hidden]")
            for text in box.select("[data-state]"):
                del text["data-state"]
            continue
        days = site.word(
            "book.state",
            opens=site.day(ahead.application.opens),
            closes=site.day(ahead.application.closes),
            ends=site.day(ahead.joint[-1].day),
        )
        name = new("strong", "round-state__name", site.word("book.round", round=ahead.name))
        box.clear()
        box.extend([name, ". ", days])
        rename(box, "p", "round-state")


def _sources(chapter: Chapter, site: Context) -> None:
    """Put the short name by which the text refers to a source in front of the source."""
    names = {f"source-{source.id}": source.short.to(site.lang) for source in site.facts.sources}
    for entry in chapter.article.select(".sources > li"):
        entry.insert(0, new("span", "sources__short", names[str(entry["id"])]), " ")


def _open_details(chapter: Chapter) -> None:
    """Lay out what a click would open; a heading that a table repeats as its caption goes."""
    for details in chapter.article.select("details"):
        summary, caption = details.summary, details.caption
        if summary:
            rename(summary, "p", "details__title")
            if caption and caption.get_text(strip=True) == summary.get_text(strip=True):
                summary.extract()
        rename(details, "div", "details")


def _set_spaces_apart(chapter: Chapter) -> None:
    """Give the space before a link a place of its own.

    WeasyPrint 70 breaks a line far too early where a text with a space at its end just fits.
    """
    for link in chapter.article.select("a"):
        before = link.previous_sibling
        if type(before) is NavigableString and before.strip() and before[-1].isspace():
            link.insert_before(new("span", "space", " "))
            before.replace_with(before.rstrip())


def _keep_whole(chapter: Chapter) -> None:
    """Keep checksums from being hyphenated: who copies one would copy the hyphen."""
    for text in chapter.article.find_all(string=_CHECKSUM):
        before, checksum, after = _CHECKSUM.split(str(text), maxsplit=1)
        text.replace_with(before, new("span", "checksum", checksum), after)
