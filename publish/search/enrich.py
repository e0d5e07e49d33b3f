"""Adds to a built language's search index what the reader's browser needs to find bent words.

The index stays as the site generator wrote it, but for three things: texts lose their markup, pages
that only help the others weigh less, and ``forms`` tells of each word on the pages what it comes
from, as ``base base/part part``. The search box (docs/assets/js/search) reads all three.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

import yaml

from publish.search.morphology import Morphology, morphology

SYNONYMS = Path(__file__).with_name("synonyms.yaml")
INDEX = Path("search", "search_index.json")
# Pages that speak of everything, so that they do not stand before the page on the matter itself.
HELPERS = {"glossary/": 0.3, "about/": 0.7, "figures/": 0.5, "self-check/examples/": 0.7}

FIELDS = ("title", "text", "description")

_DESCRIPTION = re.compile(r'<meta name="?description"? content="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def enrich_search(site_folder: Path, lang: str) -> None:
    """Enrich the index of the language built into ``site_folder``, in place."""
    path = site_folder / INDEX
    index = json.loads(path.read_text("utf-8"))
    index["docs"] = [described(doc, site_folder) for doc in index["docs"]]
    enriched = enriched_index(index, morphology(lang), synonyms(lang))
    path.write_text(json.dumps(enriched, ensure_ascii=False, separators=(",", ":")), "utf-8")


def synonyms(lang: str) -> dict[str, str]:
    """Return what readers of a language say, with the word of the pages for it."""
    listed: dict[str, dict[str, str]] = yaml.safe_load(SYNONYMS.read_text("utf-8"))
    return listed[lang]


def enriched_index(
    index: dict[str, Any], of_language: Morphology, synonyms: dict[str, str]
) -> dict[str, Any]:
    """Return the index with plain texts, weights and ``forms``."""
    docs = [_plain(doc) for doc in index["docs"]]
    words = {word for doc in docs for field in FIELDS for word in words_of(doc.get(field, ""))}
    origins = of_language(words)
    forms = {word: str(origin) for word, origin in origins.items() if str(origin)}
    for said, ours in synonyms.items():
        forms[said] = str(origins.get(ours) or "").partition("/")[0] or ours
    return index | {"docs": docs, "forms": forms}


def described(doc: dict[str, Any], site_folder: Path) -> dict[str, Any]:
    """Return a section; the first of a page with the description that the page gives of itself."""
    if "#" in doc["location"]:
        return doc
    page = (site_folder / doc["location"] / "index.html").read_text("utf-8")
    found = _DESCRIPTION.search(page)
    return doc | {"description": html.unescape(found[1])} if found else doc


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters; of a hyphenated one also what it joins."""
    whole = {word for word in _WORD.findall(text.lower()) if not word.isdigit()}
    return whole | {part for word in whole for part in word.split("-") if len(part) > 1}


def _plain(doc: dict[str, Any]) -> dict[str, Any]:
    """Return one section without markup, weighing less if its page is a helper."""
    page = doc["location"].partition("#")[0]
    weight = {"boost": HELPERS[page]} if page in HELPERS else {}
    return weight | doc | {"title": _text(doc["title"]), "text": _text(doc["text"])}


def _text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
