"""Tells an editor at once whether the facts, the bank and the three languages are in order."""

from collections.abc import Callable

from macros.model.load import facts
from publish.config import ROOT
from publish.errors import BuildError
from publish.proofreading import check_language
from publish.proofreading.citations import uncited
from publish.proofreading.expectations import cases, unmet
from publish.proofreading.parity import differences
from publish.proofreading.statement import overdue
from publish.proofreading.typed_facts import typed_facts
from selfcheck.bank import check as check_bank
from selfcheck.bank import load
from selfcheck.words import check_words


def check(say: Callable[[str], None]) -> None:
    """Check all that needs no build; raises the first kind of error with all its faults."""
    loaded = facts()
    rounds = ", ".join(round_.name for round_ in loaded.rounds)
    say(f"facts: {len(loaded.sources)} sources, {len(loaded.terms)} terms, rounds {rounds}")
    if late := overdue(ROOT, loaded.site.statement):
        raise BuildError(late)
    check_bank()
    check_words()
    if surprises := unmet(ROOT, load()):
        raise BuildError("\n".join(surprises))
    say(f"question bank: rules and three languages, {len(cases(ROOT))} expectations met")
    docs = ROOT / "docs"
    if wrong := [*differences(docs), *typed_facts(docs), *uncited(docs, loaded)]:
        raise BuildError("\n".join(map(str, wrong)))
    if wrong_words := check_language(ROOT, say):
        raise BuildError("\n".join(map(str, wrong_words)))
    say("pages: same structure in Finnish, Swedish and English")
