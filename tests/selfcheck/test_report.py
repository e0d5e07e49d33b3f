"""The report: what it tells in which case."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from selfcheck.bank import load, load_texts
from selfcheck.model import LANGS, Answer, Lang
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


def test_a_straddling_result_tells_both_ends() -> None:
    """When open answers decide, the lowest and the highest possible band are both told."""
    low, high = TEXTS.bands["groundwork"], TEXTS.bands["ready"]

    blocks = section(EMPTY, "band.open", low=low.name, high=high.name)

    assert blocks[1] == Items((Item(low.name, low.meaning), Item(high.name, high.meaning)))


def test_bars_have_a_table_twin() -> None:
    """The bars are followed by a table with the same caption, criteria and numbers."""
    bars, _, table = section(MIDDLE, "criteria.heading")

    assert isinstance(bars, Bars)
    assert isinstance(table, Table)
    assert bars.caption == table.caption
    assert [(bar.label, bar.text, bar.text) for bar in bars.bars] == [r[:3] for r in table.rows]


def test_a_missing_condition_tells_what_to_do() -> None:
    """A "no" tells "not yet" and what to do, an unknown tells whom to ask, a "yes" nothing."""
    sheet = replace(FULL, conditions={**FULL.conditions, "base": "no", "people": "unknown"})

    items = section(sheet, "conditions.heading")[1]

    assert isinstance(items, Items)
    no, unknown = items.items
    assert no.detail == TEXTS.conditions["base"].not_yet
    assert (unknown.detail or "").startswith(TEXTS.conditions["people"].ask)


def test_requirements_are_those_of_the_next_band() -> None:
    """The table says for every requirement what is needed, what is there and whether it is met."""
    heading = {"band": TEXTS.bands["nearly"].name}
    table = section(MIDDLE, "reasons.heading", **heading)[1]

    assert isinstance(table, Table)
    assert table.rows[0] == ("Overall result", "at least 50", "33.3", "not met yet")
    assert table.rows[1][1:] == ("at least 25", "33.3", "met")


def test_steps_carry_advice_owner_and_page() -> None:
    """Each step names the question, the levels, the advice for each level passed and its owner."""
    items = section(replace(MIDDLE, answers={}), "steps.heading")[-1]
    question = BANK.questions[0]
    number_and_words = f"1.1 {TEXTS.questions[question.id].question}"

    assert isinstance(items, Items)
    (item,) = [item for item in items.items if item.text == number_and_words]
    assert TEXTS.questions[question.id].steps[0] in (item.detail or "")
    assert TEXTS.roles[question.roles[0]] in (item.detail or "")
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
    assert {(item.detail or "").rpartition(". ")[2] for item in items.items} <= {
        WORDS.say("time.week"),
        *(WORDS.say("time.weeks", weeks=weeks) for weeks in range(2, 100)),
    }


def test_open_answers_say_whom_to_ask() -> None:
    """Every question without an answer is listed with the roles to ask."""
    items = section(EMPTY, "open.heading")[1]

    assert isinstance(items, Items)
    assert len(items.items) == len(BANK.questions)
    assert section(FULL, "open.heading") == [Text(WORDS.say("open.none"))]


def test_the_score_can_be_recomputed_by_hand() -> None:
    """Points of all answers add up to those of the criteria, and the formula to the result."""
    blocks = section(MIDDLE, "method.heading")
    answers, criteria = (block for block in blocks if isinstance(block, Table))
    formula = next(b.text for b in blocks if isinstance(b, Text) and b.text.startswith("100"))
    arithmetic = formula.partition(" = ")[0].replace("×", "*")

    assert sum(int(row[4]) for row in answers.rows) == sum(int(row[2]) for row in criteria.rows)
    assert round(eval(arithmetic), 1) == scored(BANK, MIDDLE)["overall"]["low"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_answer_is_spoken_to(lang: Lang) -> None:
    """Each answer is told in its level's words with the step and example ahead, or why not."""
    texts, words = load_texts(BANK, lang), load_words(lang)
    values: dict[str, Answer] = {q.id: n % 4 for n, q in enumerate(BANK.questions)}  # type: ignore[misc]
    answers = values | {"team-theme": "na", "will-pilot": "unknown"}
    blocks = report(load_edition(BANK, lang), replace(EMPTY, answers=answers))
    start = blocks.index(Heading(2, words.say("feedback.heading"), folded=True))
    lists = [block for block in blocks[start:] if isinstance(block, Items)][: len(BANK.criteria)]
    told = [item.detail or "" for part in lists for item in part.items]

    for question, detail in zip(BANK.questions, told, strict=True):
        answer, text = answers[question.id], texts.questions[question.id]
        if isinstance(answer, int):
            assert text.levels[answer] in detail
            assert (words.say("feedback.top") in detail) == (answer == 3)
            assert answer == 3 or text.steps[answer] in detail
            assert answer == 3 or text.examples[answer + 1] in detail
        elif answer == "na":
            assert detail == words.say("feedback.na")
        else:
            assert texts.roles[question.roles[0]] in detail


def test_evidence_is_listed_when_there_is_any() -> None:
    """Evidence stands under its question; without any there is no such section."""
    noted = replace(FULL, evidence={"base": "KEINO", "will-reason": " "})

    (items,) = section(noted, "evidence.heading")

    assert items == Items((Item(TEXTS.conditions["base"].question, "KEINO"),))
    headings = {block.text for block in told(FULL) if isinstance(block, Heading)}
    assert WORDS.say("evidence.heading") not in headings


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sheet", [EMPTY, MIDDLE, FULL], ids=["empty", "middle", "full"])
def test_every_phrase_is_filled(lang: Lang, sheet: Sheet) -> None:
    """No report in any language leaves a placeholder, a double full stop or an empty text."""
    words = load_words(lang)
    blocks = report(load_edition(BANK, lang), sheet)
    for text in (as_text(blocks, words), as_markdown(blocks, words)):
        assert not {"{", "}", "None", ".."} & set(text.split())
        assert "{" not in text
        assert ".." not in text


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
    """The list has every id, wording and level, as data and for reading."""
    edition = load_edition(BANK, lang)
    texts, words = edition.texts, edition.words
    text = as_text(questions.as_blocks(edition), words)
    data = str(questions.as_data(edition))

    for question in BANK.questions:
        assert f"[{question.id}]" in text
        assert f"'{question.id}'" in data
    assert all(level in data for words_ in texts.questions.values() for level in words_.levels)


def test_without_floors_no_limits_are_told(tmp_path: Path) -> None:
    """Where no band asks anything of a single criterion, the bars stand without limits."""
    floors = {"floor = 20": "floor = 0", "floor = 60": "floor = 0"}
    rules = RULES
    for old, new in floors.items():
        rules = rules.replace(old, new)
    bare, usual = load_small(tmp_path, rules), load_small(tmp_path)
    marks = usual.say("criteria.marks", marks="|").partition("|")[0]

    def told(edition: Edition) -> str:
        return str(report(edition, Sheet("1")))

    assert marks in told(usual)
    assert marks not in told(bare)
