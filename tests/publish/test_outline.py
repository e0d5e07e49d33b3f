"""What those who listen to a page go by: its headings, its landmarks and its links."""

from collections import defaultdict
from itertools import pairwise
from urllib.parse import urljoin

from bs4 import Tag

from .pages import Page

LANDMARKS = "header.md-header, nav, search, main, footer, section[aria-label], [role=region]"
# Links that say nothing out of their sentence, in the three languages.
EMPTY = {"lue lisää", "lisää", "tästä", "täältä", "linkki", "läs mer", "mer", "här", "länk"} | {
    "read more",
    "more",
    "here",
    "click here",
    "link",
}


def name(page: Page, tag: Tag) -> str:
    """How an element is called: by its label, by what labels it, or by what it holds."""
    if tag.get("aria-label"):
        return str(tag["aria-label"])
    if tag.get("aria-labelledby"):
        (label,) = page.all(f'[id="{tag["aria-labelledby"]}"]')
        return " ".join(label.get_text().split())
    hidden = {id(part) for part in tag.select("[aria-hidden=true] *, .languages__short")}
    texts = [text for text in tag.strings if id(text.parent) not in hidden]
    return " ".join("".join(texts).split())


def test_headings_do_not_skip_a_level(site_pages: list[Page]) -> None:
    """The first heading is the page's own, and none is two levels below the one before it."""
    wrong = []
    for page in site_pages:
        headings = page.all("main :is(h1,h2,h3,h4,h5,h6), .hero h1")
        levels = [int(heading.name[1]) for heading in headings]
        if levels[:1] != [1] or any(after > before + 1 for before, after in pairwise(levels)):
            wrong.append(f"{page.file}: {levels}")

    assert wrong == []


def test_headings_have_words_of_their_own(site_pages: list[Page]) -> None:
    """No heading is empty, and no two under one heading are called the same."""
    wrong = []
    for page in site_pages:
        above: list[str] = []
        seen: set[tuple[str, ...]] = set()
        for heading in page.all("main :is(h1,h2,h3,h4,h5,h6)"):
            above = [*above[: int(heading.name[1]) - 1], name(page, heading)]
            if not above[-1] or tuple(above) in seen:
                wrong.append(f"{page.file}: {' > '.join(above)}")
            seen.add(tuple(above))

    assert wrong == []


def test_landmarks_are_told_apart(site_pages: list[Page]) -> None:
    """Each page has one header, main part and footer; other landmarks have names that differ."""
    wrong = []
    for page in site_pages:
        counts = [len(page.all(kind)) for kind in ("header.md-header", "main", "footer", "search")]
        named = [tag for tag in page.all(LANDMARKS) if tag.name in {"nav", "section", "div"}]
        names = [(tag.name == "nav", name(page, tag)) for tag in named]
        nameless = [label for _, label in names if not label]
        if counts != [1, 1, 1, 1] or len(set(names)) < len(names) or nameless:
            wrong.append(f"{page.file}: {counts} {names}")

    assert wrong == []


def test_a_link_says_where_it_leads(site_pages: list[Page]) -> None:
    """Read alone, each link has words; within a landmark the same words lead to one place.

    Marked terms always lead to the glossary, whatever else is called the same; the list of headings
    repeats what they say. The theme's own skip link is not shown.
    """
    wrong = []
    for page in site_pages:
        targets = defaultdict(set)
        for link in page.all("a[href]:not(.term, .md-skip)"):
            words = name(page, link).casefold()
            landmark = link.find_parent(["nav", "main", "header", "footer"])
            targets[id(landmark), words].add(urljoin(page.url, str(link["href"])))
            if not words or (landmark and landmark.name == "main" and words in EMPTY):
                wrong.append(f"{page.file}: {link}")
        for (_, words), places in targets.items():
            if len(places) > 1:
                wrong.append(f"{page.file}: “{words}” leads to {sorted(places)}")

    assert not wrong, "\n".join(wrong)
