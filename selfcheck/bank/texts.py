"""The words of the bank in one language: what an editor writes about every id in the rules."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import BankError, Defect
from ..model import LANGS, LEVELS, TOP_LEVEL, TRACKS, Bank, Condition, Criterion, Lang, Question
from ..toml import Reader, Table, parse
from .rules import load

EXAMPLE_WORDS = 20  # an example is read at a glance or not at all
ASKED = ("roles", "conditions", "criteria", "questions", "bands")
NAMED = ("kinds", "branches", "contradictions", "retired")  # a bank may have none of them

type Example = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ConditionText:
    """`not_yet` is told when the answer is no, `ask` when it is unknown."""

    question: str
    why: str
    not_yet: str
    ask: str


@dataclass(frozen=True, slots=True)
class CriterionText:
    """`claim` says in one sentence what the criterion looks for."""

    name: str
    claim: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuestionText:
    """Four `levels` from 0 to 3; `steps[n]` is the advice that leads from level n to n + 1.

    `examples[n]` shows what level n may look like in an organisation, under each theme; both may
    have the same. `na` says when one may answer "does not apply", None where one may not.
    """

    question: str
    why: str
    levels: tuple[str, ...]
    examples: tuple[Example, ...]
    steps: tuple[str, ...]
    na: str | None

    def shown(self, level: int, theme: str | None) -> tuple[str, ...]:
        """Give the example of a level that fits a theme; those of both where none is chosen."""
        of = self.examples[level]
        return (of[theme],) if theme and theme in of else tuple(dict.fromkeys(of.values()))


@dataclass(frozen=True, slots=True)
class BandText:
    """A band in words, never a grade."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class KindText:
    """A kind of organisation; `note` says who is who there and how to read the questions."""

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of the bank, by id, in the order of the rules.

    `retired` are the wordings of conditions and questions asked no longer.
    """

    lang: Lang
    roles: Mapping[str, str]
    conditions: Mapping[str, ConditionText]
    criteria: Mapping[str, CriterionText]
    questions: Mapping[str, QuestionText]
    bands: Mapping[str, BandText]
    kinds: Mapping[str, KindText]
    branches: Mapping[str, str]
    contradictions: Mapping[str, str]
    retired: Mapping[str, str]


def load_texts(bank: Bank, lang: Lang, directory: Path | None = None) -> Texts:
    """Load the bank's words in a language; raises `BankError` with every defect found.

    Every id of the rules has its words, no word belongs to another id, and no wording
    stands twice, as it would after a hasty copy.
    """
    file = f"bank/{lang}.toml"
    reader = Reader(file)
    document = parse(file, directory)
    reader.keys(document, "", (*ASKED, *NAMED), [name for name in NAMED if not getattr(bank, name)])
    texts = _texts(reader, document, bank, lang)
    reader.finish()
    _check_repetition(reader, texts)
    reader.finish()
    return texts


def check(directory: Path | None = None) -> None:
    """Check rules and words of all languages; raises `BankError` with the defects of all files."""
    bank = load(directory)
    defects: list[Defect] = []
    for lang in LANGS:
        try:
            load_texts(bank, lang, directory)
        except BankError as error:
            defects += error.defects
    if defects:
        raise BankError(tuple(defects))


def _texts(reader: Reader, document: Table, bank: Bank, lang: Lang) -> Texts:
    return Texts(
        lang=lang,
        roles=_plain(reader, document, "roles", [role.id for role in bank.roles]),
        conditions=_each(
            reader, document, "conditions", {c.id: c for c in bank.conditions}, _condition
        ),
        criteria=_each(reader, document, "criteria", {c.id: c for c in bank.criteria}, _criterion),
        questions=_each(
            reader, document, "questions", {q.id: q for q in bank.questions}, _question
        ),
        bands=_each(reader, document, "bands", {b.id: b for b in bank.bands}, _band),
        kinds=_each(reader, document, "kinds", dict.fromkeys(bank.kinds), _kind),
        branches=_plain(reader, document, "branches", [branch.id for branch in bank.branches]),
        contradictions=_plain(
            reader, document, "contradictions", [rule.id for rule in bank.contradictions]
        ),
        retired=_plain(reader, document, "retired", bank.retired),
    )


def _plain(reader: Reader, document: Table, kind: str, ids: Sequence[str]) -> dict[str, str]:
    """Read one wording for each id of a kind."""
    section = reader.section(document, kind)
    reader.keys(section, kind, ids, ())
    return {name: reader.text(section, name, kind) for name in ids}


def _each[E, T](
    reader: Reader,
    document: Table,
    kind: str,
    entries: Mapping[str, E],
    read: Callable[[Reader, Table, str, E], T],
) -> dict[str, T]:
    """Read the words of all entries of a kind; a missing or foreign id is a defect."""
    section = reader.section(document, kind)
    reader.keys(section, kind, tuple(entries), ())
    return {
        name: read(reader, reader.section(section, name, kind), f"{kind}.{name}", entry)
        for name, entry in entries.items()
        if name in section
    }


def _condition(reader: Reader, table: Table, place: str, _: Condition) -> ConditionText:
    keys = ("question", "why", "not_yet", "ask")
    reader.keys(table, place, keys, ())
    return ConditionText(*(reader.text(table, key, place) for key in keys))


def _criterion(reader: Reader, table: Table, place: str, rule: Criterion) -> CriterionText:
    reader.keys(table, place, ("name", "claim", "parts"), () if rule.parts else ("parts",))
    parts = reader.section(table, "parts", place)
    reader.keys(parts, f"{place}.parts", rule.parts, ())
    return CriterionText(
        name=reader.text(table, "name", place),
        claim=reader.text(table, "claim", place),
        parts={part: reader.text(parts, part, f"{place}.parts") for part in rule.parts},
    )


def _question(reader: Reader, table: Table, place: str, rule: Question) -> QuestionText:
    keys = ("question", "why", "levels", "examples", "steps")
    reader.keys(table, place, (*keys, "na") if rule.not_applicable else keys, ())
    return QuestionText(
        question=reader.text(table, "question", place),
        why=reader.text(table, "why", place),
        levels=reader.texts(table, "levels", place, len(LEVELS)),
        examples=_examples(reader, table, place),
        steps=reader.texts(table, "steps", place, TOP_LEVEL),
        na=reader.text(table, "na", place) if rule.not_applicable else None,
    )


def _examples(reader: Reader, table: Table, place: str) -> tuple[Example, ...]:
    examples = reader.themed(table, "examples", place, TRACKS, len(LEVELS))
    for n, example in enumerate(examples):
        for wording in dict.fromkeys(example.values()):
            if len(wording.split()) > EXAMPLE_WORDS:
                found, most = f"{len(wording.split())} words", f"at most {EXAMPLE_WORDS} words"
                reader.defect(f"{place}.examples[{n}]", found, most, "Say one thing, plainly.")
    return examples


def _kind(reader: Reader, table: Table, place: str, _: object) -> KindText:
    reader.keys(table, place, ("name", "note"), ())
    return KindText(reader.text(table, "name", place), reader.text(table, "note", place))


def _band(reader: Reader, table: Table, place: str, _: object) -> BandText:
    reader.keys(table, place, ("name", "meaning"), ())
    return BandText(reader.text(table, "name", place), reader.text(table, "meaning", place))


def _check_repetition(reader: Reader, texts: Texts) -> None:
    places: dict[str, list[str]] = {}
    for place, wording in _wordings(texts):
        places.setdefault(wording.casefold(), []).append(place)
    for wording, (first, *others) in places.items():
        for other in others:
            advice = "Word it for this place."
            reader.defect(other, f"“{wording}”", f"a wording other than that of {first}", advice)


def _wordings(texts: Texts) -> Iterable[tuple[str, str]]:
    """List every wording that must be its own, with its place."""
    for name, role in texts.roles.items():
        yield f"roles.{name}", role
    for name, condition in texts.conditions.items():
        yield f"conditions.{name}.question", condition.question
    for name, criterion in texts.criteria.items():
        yield f"criteria.{name}.name", criterion.name
    for name, question in texts.questions.items():
        yield from _question_wordings(f"questions.{name}", question)
    for name, band in texts.bands.items():
        yield f"bands.{name}.name", band.name
    for name, kind in texts.kinds.items():
        yield f"kinds.{name}.name", kind.name
        yield f"kinds.{name}.note", kind.note
    for name, branch in texts.branches.items():
        yield f"branches.{name}", branch
    for name, contradiction in texts.contradictions.items():
        yield f"contradictions.{name}", contradiction
    for name, wording in texts.retired.items():
        yield f"retired.{name}", wording


def _question_wordings(place: str, question: QuestionText) -> Iterable[tuple[str, str]]:
    yield f"{place}.question", question.question
    yield from ((f"{place}.levels[{n}]", wording) for n, wording in enumerate(question.levels))
    for n, example in enumerate(question.examples):
        yield from ((f"{place}.examples[{n}]", text) for text in dict.fromkeys(example.values()))
    yield from ((f"{place}.steps[{n}]", step) for n, step in enumerate(question.steps, 1))
