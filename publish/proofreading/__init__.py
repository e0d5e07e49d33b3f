"""Checks the language of all texts that the site shows, in Finnish, Swedish and English.

:func:`check_language` gathers the texts (:mod:`~publish.proofreading.gather`) and looks at their
spelling, terms and sentence length, and at personal data.
"""

from collections.abc import Callable
from pathlib import Path

from publish.proofreading.contacts import contacts
from publish.proofreading.gather import texts
from publish.proofreading.passage import Fault
from publish.proofreading.reading import long_sentences, measured
from publish.proofreading.spelling import misspelt
from publish.proofreading.terms import avoided
from selfcheck.model import LANGS

__all__ = ["Fault", "check_language"]


def check_language(root: Path, say: Callable[[str], None]) -> list[Fault]:
    """Return every fault in the texts below ``root``, the repository.

    ``say`` is told each language's reading ease, and what could not be checked on this machine.
    """
    passages = texts(root)
    for lang in LANGS:
        say(measured(lang, [passage for passage in passages if passage.lang == lang]))
    faults = [*misspelt(passages, say), *avoided(passages, root), *long_sentences(passages)]
    faults += contacts(root)
    return sorted(faults, key=lambda fault: (fault.file, fault.line))
