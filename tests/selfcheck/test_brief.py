"""The interview brief: what can be said, on what it rests, and what is open."""

from dataclasses import replace

import pytest

from selfcheck.bank import load
from selfcheck.model import LANGS, Answer, Lang
from selfcheck.render.markdown import as_markdown
from selfcheck.reports.blocks import Heading, Item, Items, Text
from selfcheck.reports.brief import brief
from selfcheck.reports.edition import load_edition
from selfcheck.reports.phrasing import owner
from selfcheck.sheets.sheet import Sheet, template
from selfcheck.words import load_words

BANK = load()
EDITION = load_edition(BANK, "en")
TEXTS, WORDS = EDITION.texts, EDITION.words
FIRST = BANK.groups[0]


def lists(sheet: Sheet) -> list[tuple[Item, ...]]:
    """List the claims and the open questions of the first criterion."""
    blocks = brief(EDITION, sheet)
    second = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 2][1]
    return [block.items for block in blocks[:second] if isinstance(block, Items)]


def test_claims_are_what_has_been_decided_or_done() -> None:
    """The highest levels come first, with evidence; what has only begun or not is still open."""
    answers: dict[str, Answer] = {FIRST[0].id: 2, FIRST[1].id: 3, FIRST[2].id: 0, FIRST[3].id: 1}
    sheet = Sheet("1", answers=answers, evidence={FIRST[1].id: "Decision 5 §"})

    claims, open_ = lists(sheet)

    assert [item.text for item in claims] == [
        TEXTS.questions[FIRST[1].id].levels[3],
        TEXTS.questions[FIRST[0].id].levels[2],
    ]
    assert claims[0].detail == WORDS.say("brief.evidence", text="Decision 5 §")
    assert claims[1].detail == WORDS.say("brief.no-evidence")
    begin = WORDS.say("brief.begin", step=TEXTS.questions[FIRST[2].id].steps[0])
    whose = owner(EDITION, FIRST[2].does)
    assert f"{begin} {whose}" in (open_[0].detail or "")
    assert TEXTS.questions[FIRST[3].id].levels[1] in (open_[1].detail or "")


def test_strengths_are_claimed_beside_their_criterion() -> None:
    """What the organisers do not ask is said too, where it has been decided or done."""
    strength = next(q for q in BANK.strengths if q.criterion == BANK.criteria[0].id)

    claims, _ = lists(Sheet("1", answers={strength.id: 2}))

    assert [item.text for item in claims] == [TEXTS.questions[strength.id].levels[2]]


def test_an_empty_sheet_claims_nothing() -> None:
    """Without answers every criterion says so, and lists all its scored questions."""
    blocks = brief(EDITION, template(BANK))

    assert blocks.count(Text(WORDS.say("brief.says-none"))) == len(BANK.criteria)
    assert sum(len(b.items) for b in blocks if isinstance(b, Items)) == len(BANK.scored)


@pytest.mark.parametrize("lang", LANGS)
def test_a_full_sheet_leaves_nothing_open(lang: Lang) -> None:
    """With every question on its way, no criterion has an open question."""
    words = load_words(lang)
    answers: dict[str, Answer] = dict.fromkeys(BANK.answers, 2)
    sheet = replace(template(BANK), answers=answers, organisation="Kunta")
    blocks = brief(load_edition(BANK, lang), sheet)
    text = as_markdown(blocks, words)

    assert text.count(words.say("brief.open-none")) == len(BANK.criteria)
    assert "Kunta" in text
    assert "{" not in text
