"""Finds wordings that the glossary tells to avoid, and what to write in their place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from publish.proofreading.passage import Fault, Passage
from selfcheck.model import LANGS, Lang


@dataclass(frozen=True)
class Avoided:
    """A wording not to use in a language, as a pattern, and the one to use."""

    lang: Lang
    pattern: re.Pattern[str]
    better: str


def avoided(passages: Iterable[Passage], root: Path) -> Iterator[Fault]:
    """Yield each avoided wording with its replacement."""
    wordings = glossary(root / "macros" / "facts" / "glossary.yaml")
    for passage in passages:
        for wording in wordings:
            if wording.lang == passage.lang:
                for found in wording.pattern.finditer(passage.text):
                    line = passage.line_of(found.start())
                    words = " ".join(found[0].split())
                    yield Fault(passage.file, line, f"“{words}”", f"“{wording.better}”")


def glossary(path: Path) -> list[Avoided]:
    """Read the ``avoid`` of every term: wordings, and beside each what to write instead.

    A ``*`` in a wording stands for any ending.
    """
    terms: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))["terms"]
    return [
        Avoided(lang, _pattern(wording), better)
        for term in terms
        for lang in LANGS
        for wording, better in term.get("avoid", {}).get(lang, {}).items()
    ]


def _pattern(wording: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in wording.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
