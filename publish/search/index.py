"""Writes a language's search index, with what the reader's browser needs to find bent words.

The sections of every page are read from the built pages; pages that only help the others weigh
less; and ``forms`` tells of each word what it comes from, as ``base base/part part``. The search
box (docs/assets/js/search) reads all three.
"""

import json
import re
from pathlib import Path
from typing import Any

import yaml

from publish.search.morphology import Morphology, morphology
from publish.search.pages import docs_of

SYNONYMS = Path(__file__).with_name("synonyms.yaml")
INDEX = Path("search", "search_index.json")
FIELDS = ("title", "text", "description")
# Pages that speak of everything, so that they do not stand before the page on the matter itself.
HELPERS = {"glossary/": 0.3, "about/": 0.7, "figures/": 0.5, "self-check/examples/": 0.7}

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def write_index(site_folder: Path, lang: str) -> None:
    """Write the index of the pages built into ``site_folder``, all in the one language."""
    docs = [
        {"boost": HELPERS[address]} | doc if address in HELPERS else doc
        for address in addresses(site_folder)
        for doc in docs_of(site_folder, address)
    ]
    index = {"docs": docs, "forms": forms_of(docs, morphology(lang), synonyms(lang))}
    path = site_folder / INDEX
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


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
