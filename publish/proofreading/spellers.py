"""The spellers: Voikko for Finnish, Hunspell with locked dictionaries for Swedish and English."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from publish.config import ROOT
from publish.system_libraries import voikko
from selfcheck.model import Lang

# Dictionaries as npm packages: Swedish as written in Finland, British English.
DICTIONARIES: dict[Lang, Path] = {
    "sv": ROOT / "node_modules" / "dictionary-sv-fi",
    "en": ROOT / "node_modules" / "dictionary-en-gb",
}


class NoSpellerError(Exception):
    """Raised when this machine lacks a speller; its text says what to install."""


@dataclass(frozen=True)
class Speller:
    """Knows the words of one language, and what a misspelt word may have meant."""

    knows: Callable[[str], bool]
    suggest: Callable[[str], list[str]]


@cache
def speller(lang: Lang) -> Speller:
    """Return the speller of ``lang``. Raises :class:`NoSpellerError` where it is not installed."""
    return _voikko() if lang == "fi" else _hunspell(DICTIONARIES[lang])


def _voikko() -> Speller:
    speaker = voikko()
    if not speaker:
        raise NoSpellerError("Voikko or its Finnish words are missing")
    return Speller(speaker.spell, speaker.suggest)


def _hunspell(folder: Path) -> Speller:
    try:
        package = import_module("hunspell")
    except ImportError as error:
        raise NoSpellerError("Hunspell's Python package is not on this machine") from error
    if not (folder / "index.dic").is_file():
        raise NoSpellerError("its dictionary is missing, make fetches it")
    hunspell = package.Hunspell("index", hunspell_data_dir=str(folder))
    return Speller(hunspell.spell, lambda word: list(hunspell.suggest(word)))
