"""Finnish words by Voikko: base forms, and what stands in a compound."""

import re
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from publish import system_libraries

type Analysis = dict[str, str]
type Origins = Callable[[str], tuple[set[str], set[str]]]

QUALITIES = {"ttömyys": "tön", "ttomuus": "ton", "isuus": "inen", "isyys": "inen"}

# Verbs that half the words come from, and that tell nothing of what a word means.
EMPTY = {"antaa", "olla", "ottaa", "pitää", "saada", "tehdä", "tulla"}

_ROOT = re.compile(r"\(([^+)]+)\)")


@cache
def voikko() -> Origins | None:
    """Return what tells base forms and parts of a word; None where Voikko is not installed."""
    speaker = system_libraries.voikko()
    return origins(speaker.analyze) if speaker else None


def origins(analyze: Callable[[str], list[Analysis]]) -> Origins:
    """Return a function from a word to its base forms and the parts of those."""
    analyze = cache(analyze)

    def of(word: str) -> tuple[set[str], set[str]]:
        found = analyze(word)
        bases = {analysis["BASEFORM"].lower() for analysis in found}
        cuts = {cut for analysis in found for cut in cuts_of(analysis)}
        known = {cut: base_forms(cut) for cut in cuts}
        parts = {base for bases_of_cut in known.values() for base in bases_of_cut}
        if not known or not all(known.values()):
            parts |= {root for analysis in found for root in roots_of(analysis)}
        return bases, (parts | qualities_of(bases)) - bases

    def base_forms(word: str) -> set[str]:
        return {analysis["BASEFORM"].lower() for analysis in analyze(word)}

    return of


def qualities_of(words: set[str]) -> set[str]:
    """Return the adjectives that names of qualities come from: esteettömyys, esteetön."""
    return {
        word.removesuffix(name) + adjective
        for word in words
        for name, adjective in QUALITIES.items()
        if word.endswith(name)
    }


def cuts_of(analysis: Analysis) -> set[str]:
    """Cut a compound's base form at its seams: each piece, and all that follows each seam.

    The structure ``=ppp=ppp`` counts letters between the seams; a hyphen counts as one.
    """
    base = analysis["BASEFORM"].lower()
    lengths = [len(piece) for piece in analysis["STRUCTURE"].split("=")[1:]]
    if len(lengths) < 2 or sum(lengths) < len(base):
        return set()
    ends = list(accumulate(lengths))
    starts = [0, *ends[:-1]]
    pieces = {base[start:end].strip("-") for start, end in zip(starts, ends, strict=True)}
    return {cut for cut in pieces | {base[start:] for start in starts[1:]} if len(cut) > 2}


def roots_of(analysis: Analysis) -> set[str]:
    """Return the roots a word is built of: of hakija hakea, of työllistämis- työllistää."""
    roots = _ROOT.findall(analysis.get("WORDBASES", ""))
    return {root.replace("=", "").lower() for root in roots if len(root) > 3} - EMPTY
