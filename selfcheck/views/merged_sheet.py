"""The rule by which several people's sheets become one.

An answer stays when everyone who answered agrees; someone who does not know contradicts nobody.
Where answers differ the merged sheet has "unknown", so that its range shows the open question.
Different evidence is put together, each piece with the role it comes from.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import LEVELS, Bank, Standing
from ..sheets.reading import LONGEST, MOST_PARTNERS
from ..sheets.sheet import Sheet

CUT = "…"
JOINT = "joint"  # the kind of organisation that applies together with others
STANDING_ORDER: tuple[Standing, ...] = ("no", "yes")


def merged_sheet(bank: Bank, sheets: Sequence[Sheet]) -> Sheet:
    """Merge at least one sheet; what no one has filled in stays away.

    The merged sheet is of the rules of the bank: what earlier answers say was carried over when
    the sheets were read, and is not to be read into what they differ about.
    """
    themes = {sheet.theme for sheet in sheets if sheet.theme}
    kinds = {sheet.kind for sheet in sheets if sheet.kind}
    return Sheet(
        rules=bank.version,
        organisation=_listed((sheet.organisation for sheet in sheets), " / ", "organisation"),
        role=_listed((sheet.role for sheet in sheets), ", ", "role"),
        date=max(sheet.date for sheet in sheets),
        theme=themes.pop() if len(themes) == 1 else None,
        kind=kinds.pop() if len(kinds) == 1 else None,
        partners=tuple(dict.fromkeys(name for sheet in sheets for name in sheet.partners)),
        returning=any(sheet.returning for sheet in sheets),
        conditions=_agreed(bank.standings, [sheet.conditions for sheet in sheets], "unknown"),
        answers=_agreed(bank.answers, [sheet.answers for sheet in sheets], "unknown"),
        evidence={
            key: _evidence([s for s in sheets if key in s.evidence], key)
            for key in bank.ids
            if any(key in sheet.evidence for sheet in sheets)
        },
        kept=_kept(sheets),
    )


def partners_sheet(bank: Bank, sheets: Sequence[Sheet]) -> Sheet:
    """Merge the sheets of partners into that of their group, which has what every partner has.

    Evidence says whose it is. The first partner stands as the organisation, the others beside it.
    """
    together = merged_sheet(bank, sheets)
    names = list(dict.fromkeys(name for s in sheets if (name := s.organisation.strip())))
    named = [replace(sheet, role=sheet.organisation) for sheet in sheets]
    return replace(
        together,
        organisation=names[0] if names else "",
        partners=tuple(dict.fromkeys((*names[1:], *together.partners)))[:MOST_PARTNERS],
        kind=JOINT if JOINT in bank.kinds else None,
        conditions=_shared(bank.standings, [sheet.conditions for sheet in sheets], STANDING_ORDER),
        answers=_shared(bank.answers, [sheet.answers for sheet in sheets], LEVELS),
        evidence=merged_sheet(bank, named).evidence,
    )


def _shared[T](
    ids: Collection[str], given: Sequence[Mapping[str, T]], order: Sequence[T]
) -> dict[str, T]:
    """Take what every partner has: the least of what is said, in an order from least to most.

    What does not apply to a partner holds nobody back; what one does not know nobody knows, unless
    another has the least there is.
    """
    shared: dict[str, T] = {}
    for key in ids:
        said = {answers[key] for answers in given if key in answers}
        ranked = [value for value in order if value in said]
        silent = any(key not in answers for answers in given) or "unknown" in said
        if not said:
            continue
        if ranked and (not silent or ranked[0] == order[0]):
            shared[key] = ranked[0]
        else:
            shared[key] = "unknown" if silent else said.pop()  # type: ignore[assignment]
    return shared


def _agreed[T](ids: Collection[str], given: Sequence[Mapping[str, T]], unknown: T) -> dict[str, T]:
    """Take what everyone who knows agrees on; contradictions become unknown."""
    agreed: dict[str, T] = {}
    for key in ids:
        said = {answers[key] for answers in given if key in answers}
        known = said - {unknown}
        if said:
            agreed[key] = known.pop() if len(known) == 1 else unknown
    return agreed


def _kept(sheets: Sequence[Sheet]) -> dict[str, dict[str, object]]:
    """Keep what is asked no longer where nobody says otherwise; today's rules know no past kind."""
    names = ("conditions", "answers", "evidence")
    held = [(name, key) for name in names for sheet in sheets for key in sheet.kept.get(name, {})]
    kept: dict[str, dict[str, object]] = {}
    for name, key in dict.fromkeys(held):
        said = {s.kept[name][key] for s in sheets if key in s.kept.get(name, {})}
        if len(said) == 1:
            kept.setdefault(name, {})[key] = said.pop()
    return kept


def _listed(texts: Iterable[str], between: str, field: str) -> str:
    """List what was written in a field of the sheet, each text once."""
    return _fitted(_different(texts), between, LONGEST[field])


def _different(texts: Iterable[str]) -> list[str]:
    """Keep each text once, in order; blank ones only when there is nothing else."""
    once = list(dict.fromkeys(texts))
    return [text for text in once if text.strip()] or once[:1]


def _evidence(sheets: Sequence[Sheet], key: str) -> str:
    """Put together what was noted under an id; differing notes say whose they are."""
    notes = _different(sheet.evidence[key] for sheet in sheets)
    if len(notes) > 1:
        notes = [
            _signed(note, [s.role for s in sheets if s.evidence[key] == note]) for note in notes
        ]
    return _fitted(notes, "\n", LONGEST["evidence"])


def _signed(note: str, roles: Sequence[str]) -> str:
    names = ", ".join(dict.fromkeys(role.strip() for role in roles if role.strip()))
    return f"{names}: {note}" if names else note


def _fitted(texts: Sequence[str], between: str, longest: int) -> str:
    """Join the texts within a length; when they do not fit, the longest ones are cut alike."""
    room = longest - len(between) * (len(texts) - 1)
    if sum(map(len, texts)) <= room:
        return between.join(texts)
    if room < len(texts):  # more people than characters
        return _cut(between.join(texts), longest)
    share = max(n for n in range(1, room + 1) if sum(min(n, len(t)) for t in texts) <= room)
    return between.join(_cut(text, share) for text in texts)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + CUT
