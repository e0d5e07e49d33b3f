"""What must hold across the entries of the rules; each check names one kind of defect."""

from collections.abc import Iterable
from itertools import pairwise

from ..model import STANDINGS, TOP_LEVEL, Band, Bank, Half, Question
from ..scoring.scale import band_at, full_scale
from ..toml import Reader


def check_rules(reader: Reader, bank: Bank) -> None:
    """Tell the reader every defect that only shows when entries are seen together."""
    if not bank.criteria:
        reader.defect("criteria", "none", "at least one criterion", "Add a criterion.")
    _check_ids(reader, bank)
    _check_places(reader, bank)
    _check_branches(reader, bank)
    _check_contradictions(reader, bank)
    _check_carried(reader, bank)
    for half in bank.halves:
        _check_never_empty(reader, half)
    _check_bands_rise(reader, bank.bands)
    if not reader.defects:  # the walk needs sound rules
        _check_bands_reached(reader, bank)


def _check_ids(reader: Reader, bank: Bank) -> None:
    """Conditions and questions share one set of ids: evidence is filed under either.

    A retired id is never given anew, as answers to the old question are stored under it.
    """
    answerable = [c.id for c in bank.conditions] + [q.id for q in bank.questions]
    _check_unique(reader, "roles", (role.id for role in bank.roles))
    _check_unique(reader, "criteria", (c.id for c in bank.criteria))
    _check_unique(reader, "bands", (b.id for b in bank.bands))
    _check_unique(reader, "kinds", bank.kinds)
    _check_unique(reader, "branches", (b.id for b in bank.branches))
    _check_unique(reader, "contradictions", (c.id for c in bank.contradictions))
    _check_unique(reader, "conditions, questions and retired", (*answerable, *bank.retired))
    _check_unique(reader, "criteria and their parts", (half.id for half in bank.halves))


def _check_unique(reader: Reader, place: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            advice = "Rename or remove one of them."
            reader.defect(place, f"the id {name} twice", "each id once", advice)
        seen.add(name)


def _check_places(reader: Reader, bank: Bank) -> None:
    """Every question belongs to a criterion that exists, and to a part where there are parts."""
    parts = {criterion.id: criterion.parts for criterion in bank.criteria}
    for question in bank.questions:
        place = f"questions[{question.id}]"
        if question.criterion not in parts:
            known = "one of " + ", ".join(parts)
            advice = "Correct the id or add the criterion."
            reader.defect(f"{place}.criterion", question.criterion, known, advice)
        elif not _in_its_part(question, parts[question.criterion]):
            expected = "one of " + ", ".join(parts[question.criterion] or ("no part",))
            advice = f"See the parts of {question.criterion}; a strength has none."
            reader.defect(f"{place}.part", question.part or "nothing", expected, advice)


def _in_its_part(question: Question, parts: tuple[str, ...]) -> bool:
    """Tell whether a question names a part exactly when it is scored and there are parts."""
    if question.strength or not parts:
        return question.part is None
    return question.part in parts


def _check_branches(reader: Reader, bank: Bank) -> None:
    """Every branch hangs on something that is asked, and presets only what may not apply."""
    presettable = [question.id for question in bank.questions if question.not_applicable]
    for branch in bank.branches:
        place = f"branches[{branch.id}]"
        if branch.entry not in bank.entries:
            advice = "Correct the id."
            reader.defect(f"{place}.entry", branch.entry, "a condition or question", advice)
        elif branch.preset and branch.entry not in presettable:
            expected = "a question with not_applicable = true"
            advice = "Set preset = false, or let the question be left out."
            reader.defect(f"{place}.preset", branch.entry, expected, advice)
        if branch.preset and not branch.kinds:
            advice = "Say for which kinds of organisation."
            reader.defect(f"{place}.kinds", "nothing", "one or more of the kinds", advice)


def _check_contradictions(reader: Reader, bank: Bank) -> None:
    """Every contradiction is between two or more things that are asked, in answers they have."""
    possible = {**bank.standings, **bank.answers}
    for contradiction in bank.contradictions:
        place = f"contradictions[{contradiction.id}].claims"
        if len(contradiction.claims) < 2:
            reader.defect(place, "fewer than two claims", "two or more", "Add the other one.")
        for id_, answers in contradiction.claims.items():
            if not set(answers) <= set(possible.get(id_, ())):
                expected = "ids that are asked, with answers they can have"
                advice = f"Conditions are answered {', '.join(STANDINGS)}, questions by level."
                reader.defect(f"{place}.{id_}", str(list(answers)), expected, advice)


def _check_carried(reader: Reader, bank: Bank) -> None:
    """Answers are carried from what a file may hold to what is asked today."""
    for n, carried in enumerate(bank.carried, 1):
        place = f"carried[{n}]"
        if carried.earlier not in (*bank.answers, *bank.retired):
            expected = "the id of a question, retired or not"
            reader.defect(f"{place}.from", carried.earlier, expected, "Correct the id.")
        if carried.now not in bank.answers:
            expected = "the id of a question that is asked"
            reader.defect(f"{place}.to", carried.now, expected, "Correct the id.")


def _check_never_empty(reader: Reader, half: Half) -> None:
    """Whatever is answered "does not apply", something is left to score in every half."""
    if all(question.not_applicable for question in half.questions):
        place = f"criteria[{half.criterion}]"
        if half.id != half.criterion:
            place += f".parts[{half.id}]"
        expected = "at least one scored question with not_applicable = false"
        advice = "Add one, or set not_applicable = false."
        reader.defect(place, "no such question", expected, advice)


def _check_bands_rise(reader: Reader, bands: tuple[Band, ...]) -> None:
    if not bands:
        reader.defect("bands", "none", "at least one band", "Add the lowest band.")
        return
    first = bands[0]
    if first.overall or first.floor or first.conditions:
        found = f"overall {first.overall}, floor {first.floor}, conditions {first.conditions}"
        advice = "Everyone must fall into some band."
        reader.defect(f"bands[{first.id}]", found, "0, 0 and false in the lowest band", advice)
    for lower, upper in pairwise(bands):
        _check_rise(reader, lower, upper)


def _check_rise(reader: Reader, lower: Band, upper: Band) -> None:
    place = f"bands[{upper.id}]"
    advice = "List the bands from the lowest to the highest."
    if upper.overall <= lower.overall:
        reader.defect(f"{place}.overall", upper.overall, f"more than {lower.overall}", advice)
    if upper.floor < lower.floor:
        reader.defect(f"{place}.floor", upper.floor, f"at least {lower.floor}", advice)
    if lower.conditions and not upper.conditions:
        reader.defect(f"{place}.conditions", False, f"true, as in {lower.id}", advice)


def _check_bands_reached(reader: Reader, bank: Bank) -> None:
    """Expect an organisation that grows evenly, level by level, to pass through every band."""
    measure = full_scale(bank)
    passed = {
        band_at(bank, measure, points, conditions)
        for points in _even_growth(bank)
        for conditions in (False, True)
    }
    for n, band in enumerate(bank.bands):
        if n not in passed:
            place, found = f"bands[{band.id}]", "a band that even growth jumps over"
            advice = "Move its thresholds further from those of the next band."
            reader.defect(place, found, "a band that can be reached", advice)


def _even_growth(bank: Bank) -> Iterable[tuple[int, ...]]:
    """Points of the halves as every scored question rises to level 1, then to 2, then to 3."""
    points = [0] * len(bank.halves)
    yield tuple(points)
    for _ in range(TOP_LEVEL):
        for h, half in enumerate(bank.halves):
            for question in half.questions:
                points[h] += question.weight
                yield tuple(points)
