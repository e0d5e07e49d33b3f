"""The report: what it tells in which case."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from selfcheck.bank import load, load_texts
from selfcheck.model import LANGS, Answer, Lang, numbers
from selfcheck.render.address import site_path
from selfcheck.render.markdown import as_markdown
from selfcheck.render.text import WIDTH, as_text
from selfcheck.reports import questions
from selfcheck.reports.blocks import Bars, Block, Heading, Item, Items, Table, Text, as_data
from selfcheck.reports.edition import Edition, load_edition
from selfcheck.reports.report import report
from selfcheck.scoring.timetable import Span, timetable
from selfcheck.sheets.sheet import Sheet, template
from selfcheck.words import load_words

from .cases import RULES, load_small, scored

BANK = load()
EDITION = load_edition(BANK, "en")
TEXTS, WORDS = EDITION.texts, EDITION.words
EMPTY = template(BANK)
FULL = replace(
    EMPTY,
    answers={question.id: 3 for question in BANK.questions},
    conditions={condition.id: "yes" for condition in BANK.conditions},
)
MIDDLE = replace(FULL, answers={question.id: 1 for question in BANK.questions})


def told(sheet: Sheet) -> tuple[Block, ...]:
    """Write the English report on a sheet."""
    return report(EDITION, sheet)


def section(sheet: Sheet, key: str, **values: str) -> list[Block]:
    """Find the blocks under a heading, up to the next one."""
    blocks = list(told(sheet))
    headings = {block.text: n for n, block in enumerate(blocks) if isinstance(block, Heading)}
    start = headings[WORDS.say(key, **values)] + 1
    ends = [n for n in headings.values() if n >= start]
    return blocks[start : ends[0] if ends else None]


def test_a_certain_band_is_told_alone() -> None:
    """When nothing is open, one band is named with its meaning."""
    band = TEXTS.bands["ready"]

    assert section(FULL, "band.sure", band=band.name)[0] == Text(band.meaning)


def test_a_band_that_is_one_of_two_is_told_as_both() -> None:
    """Where open answers decide between two bands, neither is told as the result."""
    sheet = replace(FULL, conditions={**FULL.conditions, "base": "unknown"})
    low, high = TEXTS.bands["nearly"].name, TEXTS.bands["ready"].name

    assert section(sheet, "band.two", low=low, high=high)


def test_what_is_not_known_is_not_told_as_a_band() -> None:
    """Where more than two bands are possible, the report says how much is known instead."""
    sheet = replace(EMPTY, answers={**EMPTY.answers, "will-reason": 2})
    asked = len(BANK.scored) + len(BANK.conditions)

    told_ = section(sheet, "band.open", answered="1", asked=str(asked))

    assert not {band.meaning for band in TEXTS.bands.values()} & {
        block.text for block in told_ if isinstance(block, Text)
    }


@pytest.mark.parametrize("sheet", [EMPTY, replace(EMPTY, answers={"will-reason": 0})])
def test_an_unknown_is_never_told_as_met_or_raised(sheet: Sheet) -> None:
    """No requirement that nobody knows is called met, and no plan is made for it."""
    blocks = told(sheet)
    texts = {block.text for block in blocks if isinstance(block, Text)}
    rows = [
        cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row
    ]

    assert WORDS.say("conditions.met") not in texts
    assert WORDS.say("reasons.met-yes") not in rows
    assert WORDS.say("time.how") not in " ".join(texts)


def test_bars_have_a_table_twin() -> None:
    """The bars are followed by a table with the same caption, parts and numbers."""
    _, bars, table = section(MIDDLE, "criteria.heading")

    assert isinstance(bars, Bars)
    assert isinstance(table, Table)
    assert bars.caption == table.caption
    assert [(bar.label, bar.text) for bar in bars.bars] == [row[:2] for row in table.rows]
    assert [bar.id for bar in bars.bars] == [half.id for half in BANK.halves]
    assert [group.id for group in bars.groups] == [criterion.id for criterion in BANK.criteria]


def test_a_missing_condition_tells_what_to_do() -> None:
    """A "no" tells "not yet" and what to do, an unknown is among what is to be found out."""
    sheet = replace(FULL, conditions={**FULL.conditions, "base": "no", "people": "unknown"})

    items = section(sheet, "conditions.heading")[1]

    assert isinstance(items, Items)
    (no,) = items.items
    assert no.detail == TEXTS.conditions["base"].not_yet
    asked = [block for block in section(sheet, "steps.ask") if isinstance(block, Items)]
    assert Item(TEXTS.conditions["people"].question) in asked[0].items


def test_open_answers_are_grouped_by_whom_to_ask() -> None:
    """Every open condition and question is asked once, under one role."""
    blocks = section(EMPTY, "steps.ask")
    asked = [item.text for block in blocks if isinstance(block, Items) for item in block.items]
    heads = [block.text for block in blocks[1:] if isinstance(block, Text)]

    scored_ = [EDITION.titles[question.id] for question in BANK.scored]
    assert sorted(asked) == sorted([*(t.question for t in TEXTS.conditions.values()), *scored_])
    assert set(heads) <= {WORDS.say("steps.who", role=name) for name in TEXTS.roles.values()}


def test_nobody_of_another_theme_is_asked() -> None:
    """Employment services are not asked about human rights, nor by a state organisation."""
    employment = TEXTS.roles["employment"]
    for sheet in (replace(EMPTY, theme="human-rights"), replace(EMPTY, kind="state")):
        whom = {role for id_ in BANK.entries for role in EDITION.whom(id_, sheet)}
        assert "employment" not in whom
        assert all(EDITION.whom(id_, sheet) for id_ in BANK.entries)
        assert WORDS.say("steps.who", role=employment) not in str(told(sheet))


def test_answers_that_do_not_go_together_are_pointed_out() -> None:
    """A contradiction of the bank is told when all its claims are made, and only then."""
    clash = BANK.contradictions[0]
    said = {id_: answers[0] for id_, answers in clash.claims.items()}
    conditions = {key: said.get(key, value) for key, value in FULL.conditions.items()}
    answers = {key: said.get(key, value) for key, value in FULL.answers.items()}
    sheet = replace(FULL, conditions=conditions, answers=answers)  # type: ignore[arg-type]

    shown = section(sheet, "contradictions.heading")[1]

    assert isinstance(shown, Items)
    assert Item(TEXTS.contradictions[clash.id]) in shown.items
    assert WORDS.say("contradictions.heading") not in str(told(FULL))


def test_steps_carry_advice_owner_and_page() -> None:
    """Each step names the question, the levels, the advice for each level passed and its owner."""
    items = section(MIDDLE, "steps.heading")[-1]
    question = next(
        q for q in BANK.questions if q.id == scored(BANK, MIDDLE)["steps"][0]["question"]
    )
    number_and_words = EDITION.titles[question.id]

    assert isinstance(items, Items)
    (item,) = [item for item in items.items if item.text == number_and_words]
    assert TEXTS.questions[question.id].steps[1] in (item.detail or "")
    assert TEXTS.roles[question.does] in (item.detail or "")
    assert item.page == question.page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("until", "key"), [(date(2027, 12, 1), "time.fits"), (date(2026, 11, 9), "time.short")]
)
def test_the_report_says_whether_time_suffices(lang: Lang, until: date, key: str) -> None:
    """Before a closing day it says so, and how many steps are in time when not all are."""
    words = load_words(lang)
    span = Span(date(2026, 11, 2), until)
    blocks = report(load_edition(BANK, lang), MIDDLE, span)
    text = " ".join(str(block) for block in blocks)
    placed = timetable(BANK, scored(BANK, MIDDLE)["steps"], span)
    early = sum(not slot.late for slot in placed)
    day = words.date(until.isoformat())

    assert words.say(key, date=day, early=early, all=len(placed)) in text
    for slot in placed:
        assert slot.due
        told = "time.late" if slot.late else "time.by"
        assert words.say(told, date=words.date(slot.due.isoformat())) in text


def test_without_days_steps_are_told_in_weeks() -> None:
    """Each step says in about how many weeks it can be done."""
    items = section(MIDDLE, "steps.heading")[-1]

    assert isinstance(items, Items)
    times = (WORDS.say("time.week"), *(WORDS.say("time.weeks", weeks=n) for n in range(2, 100)))
    assert all((item.detail or "").endswith(times) for item in items.items)


def test_the_score_can_be_recomputed_by_hand() -> None:
    """Points of all answers add up to those of the criteria, and the formula to the result."""
    blocks = section(MIDDLE, "working.heading")
    answers, halves, criteria = (block for block in blocks if isinstance(block, Table))
    formula = next(b.text for b in blocks if isinstance(b, Text) and b.text.startswith("100"))
    arithmetic = formula.partition(" = ")[0].replace("×", "*")

    points = sum(int(row[4]) for row in answers.rows)
    assert points == sum(int(row[1]) for row in halves.rows)
    assert points == sum(int(row[2]) for row in criteria.rows)
    assert round(eval(arithmetic), 1) == scored(BANK, MIDDLE)["overall"]["low"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_answer_is_spoken_to(lang: Lang) -> None:
    """Each answer is told in its level's words with the step and example ahead, or why not."""
    texts, words = load_texts(BANK, lang), load_words(lang)
    values: dict[str, Answer] = {q.id: n % 4 for n, q in enumerate(BANK.questions)}  # type: ignore[misc]
    answers = values | {"team-theme": "na", "will-plan": "unknown"}
    edition = load_edition(BANK, lang)
    blocks = report(edition, replace(EMPTY, answers=answers, theme="human-rights"))
    start = blocks.index(Heading(2, words.say("feedback.heading"), folded=True))
    items = [item for b in blocks[start:] if isinstance(b, Items) for item in b.items]
    told = {item.text: item.detail or "" for item in items}

    assert Text(words.say("feedback.open", numbers=numbers(BANK)["will-plan"])) in blocks
    for question in BANK.questions:
        answer, text = answers[question.id], texts.questions[question.id]
        detail = told.get(edition.titles[question.id], "")
        if isinstance(answer, int):
            assert text.levels[answer] in detail
            assert (words.say("feedback.top") in detail) == (answer == 3)
            assert answer == 3 or text.steps[answer] in detail
            assert answer == 3 or text.examples[answer + 1]["human-rights"] in detail
        else:
            assert detail == (words.say("feedback.na") if answer == "na" else "")


def test_evidence_stands_beside_its_answer() -> None:
    """The evidence of a condition, of an answer and of an open answer is told with it."""
    answers: dict[str, Answer] = {**MIDDLE.answers, "will-need": "unknown"}
    noted = {"base": "AA", "will-reason": "BB", "will-need": "CC"}
    told_ = str(told(replace(MIDDLE, answers=answers, evidence=noted)))

    for text in ("AA", "BB", "CC"):
        assert WORDS.say("feedback.evidence", text=text) in told_


def test_what_the_evidence_lacks_is_remarked() -> None:
    """Claims without evidence, reasons not given and documents grown old are listed by number."""
    number = numbers(BANK)
    answers: dict[str, Answer] = {"will-reason": 2, "will-need": 3, "team-theme": "na"}
    noted = {"will-need": "Board 3.2.2010 and 1.1.2020"}
    sheet = replace(EMPTY, date="2026-01-31", answers={**EMPTY.answers, **answers}, evidence=noted)

    assert section(sheet, "evidence.heading") == [
        Text(WORDS.say("evidence.claimed", numbers=number["will-reason"])),
        Text(WORDS.say("evidence.reason", numbers=number["team-theme"])),
        Text(
            WORDS.say(
                "evidence.old",
                years=BANK.evidence_years,
                numbers=WORDS.say("evidence.year", number=number["will-need"], year=2020),
            )
        ),
    ]
    assert WORDS.say("evidence.heading") not in str(told(EMPTY))


def test_a_council_term_is_not_yet_old() -> None:
    """A document of exactly the years that are allowed is not remarked, nor one without a year."""
    noted = {"will-reason": f"{2026 - BANK.evidence_years}", "will-need": "§ 5"}
    sheet = replace(MIDDLE, date="2026-01-31", evidence=noted)

    assert Heading(2, WORDS.say("evidence.heading"), folded=True) not in told(sheet)


def test_those_who_are_far_or_come_again_are_spoken_to() -> None:
    """What is left to gain is said at the top, and what returning organisations should tell."""
    assert Text(WORDS.say("band.ahead")) in told(FULL)
    assert Text(WORDS.say("band.ahead")) not in told(MIDDLE)
    assert Text(WORDS.say("band.returning")) in told(replace(EMPTY, returning=True))


def test_answers_to_retired_questions_are_told() -> None:
    """They stand in the report in the words of their question, with their evidence."""
    retired = BANK.retired[0]
    kept: dict[str, dict[str, object]] = {"answers": {retired: 2}, "evidence": {retired: "AA"}}
    sheet = replace(EMPTY, rules="2026.1", kept=kept)
    (items,) = (b for b in section(sheet, "notes.kept") if isinstance(b, Items))

    assert items.items[0].text == TEXTS.retired[retired]
    assert "AA" in (items.items[0].detail or "")
    assert WORDS.say("notes.kept") not in str(told(EMPTY))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sheet", [EMPTY, MIDDLE, FULL], ids=["empty", "middle", "full"])
def test_every_phrase_is_filled(lang: Lang, sheet: Sheet) -> None:
    """No report in any language leaves a placeholder, a double full stop or an empty text."""
    words = load_words(lang)
    blocks = report(load_edition(BANK, lang), sheet)
    for text in (as_text(blocks, words), as_markdown(blocks, words)):
        assert not [sign for sign in ("{", "}", "None", "..") if sign in text]


def test_blocks_become_plain_data() -> None:
    """Each block is an object with its kind, ready for JSON."""
    kinds = {block["kind"] for block in as_data(told(EMPTY))}

    assert kinds == {"heading", "text", "bars", "table", "items"}
    assert as_data((Text("x"),)) == [{"kind": "text", "text": "x"}]


def test_text_fits_its_width() -> None:
    """No line of the plain report is wider than 88 characters."""
    lines = as_text(told(EMPTY), WORDS).splitlines()

    assert max(map(len, lines)) <= WIDTH


def test_strangers_text_cannot_format() -> None:
    """Control characters, Markdown and HTML in a file come out as plain characters."""
    nasty = "\x1b[31m<b>*x*</b>\n# y | `z`"
    blocks: tuple[Block, ...] = (Items((Item("1. x", nasty),)), Text("- a"))

    assert "\x1b" not in as_text(blocks, WORDS)
    assert as_markdown(blocks, WORDS) == (
        "- **1\\. x**\n\n  \\[31m\\<b\\>\\*x\\*\\</b\\> \\# y \\| \\`z\\`\n\n\\- a\n"
    )


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("criteria.md#will", "criteria/#will"),
        ("themes/other.md", "themes/other/"),
        ("self-check/index.md#privacy-note", "self-check/#privacy-note"),
        ("index.md", ""),
    ],
)
def test_pages_become_addresses(page: str, path: str) -> None:
    """A page of the bank is shown as its address below the language's root."""
    assert site_path(page) == path


@pytest.mark.parametrize("lang", LANGS)
def test_questions_are_listed_whole(lang: Lang) -> None:
    """Every question has its heading with its id, and under it each level in its words."""
    edition = load_edition(BANK, lang)
    blocks = questions.as_blocks(edition)

    for question in BANK.questions:
        heading = Heading(3, f"{edition.titles[question.id]} [{question.id}]")
        text = edition.texts.questions[question.id]
        why, levels = blocks[blocks.index(heading) + 1 : blocks.index(heading) + 3]
        assert why == Text(text.why)
        assert isinstance(levels, Items)
        told = [item.text for item in levels.items[:4]]
        assert told == [f"{n}: {wording}" for n, wording in enumerate(text.levels)]
        assert len(levels.items) == len(BANK.answers[question.id])


def test_without_floors_no_limits_are_told(tmp_path: Path) -> None:
    """Where no band asks anything of a single criterion, the bars stand without limits."""
    floors = {"floor = 20": "floor = 0", "floor = 60": "floor = 0"}
    rules = RULES
    for old, new in floors.items():
        rules = rules.replace(old, new)
    bare, usual = load_small(tmp_path, rules), load_small(tmp_path)
    marks = usual.say("criteria.intro", band="Ready", needed=60)

    def told(edition: Edition) -> str:
        return str(report(edition, Sheet("1")))

    assert marks in told(usual)
    assert marks not in told(bare)
