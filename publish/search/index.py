"""Writes a language's search index, with what the reader's browser needs to find bent words.

The sections of every page are read from the built pages; pages that only help the others weigh
less; and ``forms`` tells of each word what it comes from, as ``base base/part part``. The search
box (web/search) reads all three.
"""

import json
import re
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.meta import get_data

from publish.search.morphology import Morphology, morphology
from publish.search.sections import docs_of
from publish.site_layout import path_of

SYNONYMS = Path(__file__).with_name("synonyms.yaml")
INDEX = Path("search", "search_index.json")
FIELDS = ("title", "text", "description")
# A page says in its front matter how much less it weighs than others.
WEIGHT = "search_weight"

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def write_index(site_folder: Path, pages: Path, lang: str) -> None:
    """Write the index of a language's pages, built into ``site_folder`` from those in ``pages``."""
    weights = weights_of(pages)
    docs = [
        {"boost": weights[address]} | doc if address in weights else doc
        for address in addresses(site_folder)
        for doc in docs_of(site_folder, address)
    ]
    index = {"docs": docs, "forms": forms_of(docs, morphology(lang), synonyms(lang))}
    path = site_folder / INDEX
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def weights_of(pages: Path) -> dict[str, float]:
    """Return the weights of pages that state one, by address.

    Such pages speak of everything, and are not to stand before the page on the matter itself.
    """
    found = {
        path.relative_to(pages).as_posix(): get_data(path.read_text("utf-8"))[1]
        for path in pages.rglob("*.md")
    }
    return {path_of(name): data[WEIGHT] for name, data in found.items() if WEIGHT in data}


def addresses(site_folder: Path) -> list[str]:
    """Return the addresses of the pages below a language's root, as ``themes/other/``."""
    folders = (page.parent.relative_to(site_folder) for page in site_folder.rglob("index.html"))
    return sorted("" if folder == Path() else f"{folder.as_posix()}/" for folder in folders)


def synonyms(lang: str) -> dict[str, str]:
    """Return what readers of a language say, with the word of the pages for it."""
    listed: dict[str, dict[str, str]] = yaml.safe_load(SYNONYMS.read_text("utf-8"))
    return listed[lang]


def forms_of(
    docs: list[dict[str, Any]], of_language: Morphology, synonyms: dict[str, str]
) -> dict[str, str]:
    """Return what the words of the pages come from; a synonym from what our word for it does."""
    words = {word for doc in docs for field in FIELDS for word in words_of(doc.get(field, ""))}
    origins = of_language(words)
    forms = {word: str(origin) for word, origin in origins.items() if str(origin)}
    bases = {ours: forms.get(ours, "").partition("/")[0] or ours for ours in synonyms.values()}
    return forms | {said: bases[ours] for said, ours in synonyms.items()}


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters; of a hyphenated one also what it joins."""
    whole = {word for word in _WORD.findall(text.lower()) if not word.isdigit()}
    return whole | {part for word in whole for part in word.split("-") if len(part) > 1}
