"""A small bank as files, and ways to make answer sheets and random banks."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import strategies as st

from selfcheck.bank import check, load, load_texts
from selfcheck.errors import BankError, Defect, Fault
from selfcheck.model import (
    LANGS,
    Answer,
    Band,
    Bank,
    Condition,
    Criterion,
    Lang,
    Question,
    Role,
    Standing,
)
from selfcheck.reports.edition import Edition
from selfcheck.scoring.result import Result
from selfcheck.scoring.score import score
from selfcheck.scoring.tally import tally
from selfcheck.sheets.sheet import Sheet
from selfcheck.words import load_words

TODAY = load().version

RULES = """version = "1"

[pace]
ask = 1
condition = 2
levels = [1, 3, 5]

[evidence]
years = 4

[ahead]
overall = 90

[[roles]]
id = "management"

[[roles]]
id = "finance"

[[roles]]
id = "expert"
themes = ["human-rights"]

[[conditions]]
id = "base"
ask = ["management"]
does = "management"
page = "who-can-apply.md#base"

[[criteria]]
id = "will"
weight = 1
page = "criteria.md#will"

[[criteria]]
id = "strategy"
weight = 2
page = "criteria.md#strategy"
parts = ["goal", "line"]

[[questions]]
id = "reason"
criterion = "will"
weight = 1
not_applicable = false
ask = ["management"]
does = "management"
page = "criteria.md#will"

[[questions]]
id = "pilot"
criterion = "will"
weight = 2
not_applicable = true
ask = ["finance", "management"]
does = "finance"
page = "criteria.md#will"
weeks = [2, 2, 4]

[[questions]]
id = "aim"
criterion = "strategy"
part = "goal"
weight = 1
not_applicable = false
ask = ["management"]
does = "management"
page = "criteria.md#strategy"

[[questions]]
id = "policy"
criterion = "strategy"
part = "line"
weight = 1
not_applicable = false
ask = ["finance"]
does = "management"
page = "criteria.md"

[[questions]]
id = "lesson"
criterion = "strategy"
strength = true
weight = 1
not_applicable = false
ask = ["management"]
does = "management"
page = "criteria.md"

[[retired]]
id = "bygone"

[[carried]]
from = "bygone"
to = "policy"
levels = [0, 2, 2, 3]

[[contradictions]]
id = "clash"
claims = { base = ["no"], pilot = [2, 3] }

[[bands]]
id = "start"
overall = 0
floor = 0
conditions = false

[[bands]]
id = "half"
overall = 50
floor = 20
conditions = false

[[bands]]
id = "ready"
overall = 80
floor = 60
conditions = true

[[kinds]]
id = "town"

[[kinds]]
id = "agency"

[[branches]]
id = "no-pilot"
entry = "pilot"
kinds = ["agency"]
themes = ["employment"]
preset = true
"""

QUESTION = """
[questions.{id}]
question = "{id} question?"
why = "{id} why."
levels = ["{id} level 0", "{id} level 1", "{id} level 2", "{id} level 3"]
examples = ["{id} example 0", "{id} example 1", "{id} example 2", "{id} example 3"]
steps = ["{id} step 1", "{id} step 2", "{id} step 3"]
"""

TEXTS = (
    """[roles]
management = "management"
finance = "finance"
expert = "expert"

[conditions.base]
question = "base question?"
why = "base why."
not_yet = "base not yet."
ask = "base ask."

[criteria.will]
name = "Will"
claim = "will claim."

[criteria.strategy]
name = "Strategy"
claim = "strategy claim."

[criteria.strategy.parts]
goal = "Goal"
line = "Line"
"""
    + QUESTION.format(id="reason").replace(
        '"reason example 3"',
        '{ employment = "reason example 3a", human-rights = "reason example 3b" }',
    )
    + QUESTION.format(id="pilot")
    + 'na = "pilot na."\n'
    + QUESTION.format(id="aim")
    + QUESTION.format(id="policy")
    + QUESTION.format(id="lesson")
    + "".join(
        f'\n[bands.{band}]\nname = "{band.title()}"\nmeaning = "{band} meaning."\n'
        for band in ("start", "half", "ready")
    )
    + """
[kinds.town]
name = "Town"
note = "town note."

[kinds.agency]
name = "Agency"
note = "agency note."

[branches]
no-pilot = "no-pilot note."

[retired]
bygone = "bygone question?"

[contradictions]
clash = "clash note."
"""
)


def write_bank(folder: Path, rules: str = RULES, **texts: str) -> Path:
    """Write a bank into a folder; `fi="…"` replaces the words of a language."""
    (folder / "rules.toml").write_text(rules, encoding="utf-8")
    for lang in LANGS:
        (folder / f"{lang}.toml").write_text(texts.get(lang, TEXTS), encoding="utf-8")
    return folder


def load_small(folder: Path, rules: str = RULES, english: str = TEXTS) -> Edition:
    """Load the small bank with the English phrases."""
    bank = load(write_bank(folder, rules, en=english))
    return Edition(bank, load_texts(bank, "en", folder), load_words("en"))


def defects(folder: Path, file: str, old: str, new: str) -> tuple[Defect, ...]:
    """List the defects of the small bank after one replacement in its rules or a language."""
    files = {"rules": RULES, file: RULES if file == "rules" else TEXTS}
    assert old in files[file]
    write_bank(folder, **(files | {file: files[file].replace(old, new, 1)}))
    with pytest.raises(BankError) as caught:
        check(folder)
    assert all(defect.file == f"bank/{file}.toml" for defect in caught.value.defects)
    return caught.value.defects


def sheet(
    answers: Mapping[str, Answer] | None = None, conditions: Mapping[str, Standing] | None = None
) -> Sheet:
    """Make a sheet with these answers."""
    return Sheet(rules=TODAY, answers=answers or {}, conditions=conditions or {})


def scored(bank: Bank, given: Sheet) -> Result:
    """Count a sheet and score it."""
    return score(tally(bank, given))


def sheets(bank: Bank, known: bool = False) -> st.SearchStrategy[Sheet]:
    """Any sheet of a bank, partly answered or in full; with `known`, nothing is left unknown."""
    gone = {"unknown"} if known else set()
    answers = {
        key: st.sampled_from([v for v in all_ if v not in gone])
        for key, all_ in bank.answers.items()
    }
    conditions = {
        key: st.sampled_from([v for v in all_ if v not in gone])
        for key, all_ in bank.standings.items()
    }
    return st.builds(sheet, _fixed(answers, known), _fixed(conditions, known))


def tells(sentence: str, lang: Lang, code: str, field: str = "") -> bool:
    """Tell whether a sentence is about a fault of this kind in this field, whatever was found."""
    fault = Fault(code, field, found="\0", expected="\0")
    pattern = re.escape(load_words(lang).sentence(fault)).replace("\0", ".+")
    return re.fullmatch(pattern, sentence) is not None


ROLES = (
    "",
    "Hankintapäällikkö",
    "head of procurement",
    "johtaja",
    "ledningen",
    "talous",
    "x" * 200,
)
NOTES = st.one_of(
    st.sampled_from(["", " ", "Decision", "Minutes 1.2.", "é" * 1000, "<b>&amp;</b>"]),
    st.text(st.characters(codec="utf-8"), max_size=30),
)


@st.composite
def people_sheets(draw: st.DrawFn, bank: Bank, known: bool = False) -> Sheet:
    """Sheets as a team hands them in: with roles, names, dates and evidence."""
    answered = draw(sheets(bank, known))
    return Sheet(
        rules=TODAY,
        organisation=draw(st.sampled_from(["", "A", "B", "å" * 200])),
        role=draw(st.sampled_from(ROLES)),
        date=draw(st.sampled_from(["", "2026-01-31", "2027-02-01"])),
        theme=draw(st.sampled_from([None, "employment", "human-rights", "both"])),
        conditions=answered.conditions,
        answers=answered.answers,
        evidence=draw(st.dictionaries(st.sampled_from(bank.ids), NOTES, max_size=3)),
    )


def _fixed[T](
    choices: dict[str, st.SearchStrategy[T]], full: bool
) -> st.SearchStrategy[dict[str, T]]:
    if full:
        return st.fixed_dictionaries(choices)
    return st.fixed_dictionaries({}, optional=choices)


@st.composite
def small_banks(draw: st.DrawFn) -> Bank:
    """Banks small enough to try every change: up to three halves, few questions, 2–4 bands."""
    halved = st.sampled_from([((),), ((), ()), (("a", "b"),)])
    criteria: tuple[tuple[str, ...], ...] = draw(halved)
    weights = st.integers(1, 4)
    questions = tuple(
        Question(
            f"q{c}{h}{n}",
            f"c{c}",
            part,
            False,
            False,
            draw(weights),
            n > 0 and draw(st.booleans()),
            ("r",),
            "r",
            "p.md",
            (1, 2, 3),
        )
        for c, parts in enumerate(criteria)
        for h, part in enumerate(parts or (None,))
        for n in range(draw(st.integers(1, 2)))
    )
    return Bank(
        version="1",
        roles=(Role("r"),),
        conditions=(Condition("gate", ("r",), "r", "p.md", 2),),
        criteria=tuple(
            Criterion(f"c{c}", draw(weights), "p.md", parts) for c, parts in enumerate(criteria)
        ),
        questions=questions,
        bands=draw(_bands()),
        kinds=(),
        branches=(),
        contradictions=(),
        retired=(),
        carried=(),
        ask_weeks=1,
        evidence_years=4,
        ahead=100,
    )


@st.composite
def _bands(draw: st.DrawFn) -> tuple[Band, ...]:
    """Rising bands, so close at times that one step leads past one of them."""
    overalls = sorted(draw(st.sets(st.integers(1, 100), min_size=1, max_size=3)))
    many = len(overalls)
    floors = sorted(draw(st.lists(st.integers(0, 100), min_size=many, max_size=many)))
    conditions = sorted(draw(st.lists(st.booleans(), min_size=many, max_size=many)))
    rising = zip(overalls, floors, conditions, strict=True)
    return Band("b0", 0, 0, False), *(Band(f"b{n}", *asks) for n, asks in enumerate(rising, 1))
