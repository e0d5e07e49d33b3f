"""Laws that hold for every possible answer sheet, tried on the real bank."""

from dataclasses import replace
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from selfcheck.bank import load
from selfcheck.jsontext import canonical
from selfcheck.model import LANGS, STANDINGS, Answer, Question, Standing
from selfcheck.reports.blocks import Bars
from selfcheck.reports.edition import load_edition
from selfcheck.reports.report import report
from selfcheck.scoring.result import Result, Step
from selfcheck.sheets.sheet import Sheet

from .cases import scored, sheets

BANK = load()
BANDS = [band.id for band in BANK.bands]
UNKNOWN: Answer = "unknown"


def scores(result: Result) -> list[tuple[float, float]]:
    """All ranges of a result: overall first, then the criteria and their halves."""
    ranges = [result["overall"], *result["criteria"].values(), *result["halves"].values()]
    return [(range_["low"], range_["high"]) for range_ in ranges]


def places(result: Result) -> tuple[int, int]:
    """Find the places of the lowest and the highest band of a result."""
    return BANDS.index(result["bands"][0]), BANDS.index(result["bands"][-1])


def answered(sheet: Sheet, question: str, answer: Answer) -> Sheet:
    """Change one answer of the sheet."""
    return replace(sheet, answers={**sheet.answers, question: answer})


@given(sheets(BANK), st.sampled_from(BANK.questions))
def test_raising_a_level_never_lowers_anything(sheet: Sheet, question: Question) -> None:
    """A higher level leaves every score and both ends of the band where they were, or higher."""
    levels: list[Answer] = [0, 1, 2, 3]
    results = [scored(BANK, answered(sheet, question.id, level)) for level in levels]
    for before, after in pairwise(results):
        assert all(
            a[0] >= b[0] and a[1] >= b[1]
            for b, a in zip(scores(before), scores(after), strict=True)
        )
        assert all(a >= b for b, a in zip(places(before), places(after), strict=True))


@given(sheets(BANK))
def test_low_is_at_most_high(sheet: Sheet) -> None:
    """The low end of a range is never above its high end, nor outside 0–100."""
    assert all(0 <= low <= high <= 100 for low, high in scores(scored(BANK, sheet)))


@given(sheets(BANK, known=True))
def test_a_full_sheet_has_no_ranges(sheet: Sheet) -> None:
    """When nothing is unknown, every range is one number and the band is certain."""
    result = scored(BANK, sheet)

    assert all(low == high for low, high in scores(result))
    assert [result["band"]] == result["bands"]
    assert "open" not in {reason["met"] for reason in result["reasons"]}


@given(sheets(BANK), st.data())
def test_answering_an_unknown_never_widens_a_range(sheet: Sheet, data: st.DataObject) -> None:
    """Each range after an answer with a level lies within the range before it, bands too."""
    question = data.draw(st.sampled_from(BANK.questions)).id
    level: Answer = data.draw(st.sampled_from([0, 1, 2, 3]))
    before = scored(BANK, answered(sheet, question, "unknown"))
    after = scored(BANK, answered(sheet, question, level))

    for (low, high), (new_low, new_high) in zip(scores(before), scores(after), strict=True):
        assert low <= new_low <= new_high <= high
    assert places(before)[0] <= places(after)[0] <= places(after)[1] <= places(before)[1]


@given(sheets(BANK), st.data())
def test_missing_is_the_same_as_unknown(sheet: Sheet, data: st.DataObject) -> None:
    """Leaving a question out and answering that one does not know give the same result."""
    question = data.draw(st.sampled_from(BANK.questions)).id
    without = {key: value for key, value in sheet.answers.items() if key != question}

    left_out = canonical(scored(BANK, replace(sheet, answers=without)))

    assert canonical(scored(BANK, answered(sheet, question, UNKNOWN))) == left_out


@given(sheets(BANK), st.randoms(use_true_random=False))
def test_order_of_answers_does_not_matter(sheet: Sheet, random: Random) -> None:
    """The same answers in any order give the same bytes."""
    answers, conditions = list(sheet.answers.items()), list(sheet.conditions.items())
    random.shuffle(answers)
    random.shuffle(conditions)
    shuffled = replace(sheet, answers=dict(answers), conditions=dict(conditions))

    assert canonical(scored(BANK, shuffled)) == canonical(scored(BANK, sheet))


@given(sheets(BANK), st.data())
def test_conditions_never_change_scores(sheet: Sheet, data: st.DataObject) -> None:
    """Whatever is said of a condition, the scores stay the same to the last decimal."""
    condition = data.draw(st.sampled_from(BANK.conditions)).id
    standing: Standing = data.draw(st.sampled_from(STANDINGS))
    changed = replace(sheet, conditions={**sheet.conditions, condition: standing})

    assert scores(scored(BANK, changed)) == scores(scored(BANK, sheet))


@given(sheets(BANK))
def test_languages_tell_the_same_numbers(sheet: Sheet) -> None:
    """Reports in three languages have the same blocks, bars and rows."""
    shapes = []
    for lang in LANGS:
        blocks = report(load_edition(BANK, lang), sheet)
        bars = next(block.bars for block in blocks if isinstance(block, Bars))
        shapes.append(([block.kind for block in blocks], [(b.id, b.low, b.high) for b in bars]))

    assert shapes[0] == shapes[1] == shapes[2]


def taken(sheet: Sheet, step: Step) -> Sheet:
    """Take a step; an open answer turns out as good as it can be."""
    id_, level = step["question"], step["to"]
    if id_ in BANK.standings:
        return replace(sheet, conditions={**sheet.conditions, id_: "yes"})
    return answered(sheet, id_, level if isinstance(level, int) else 3)  # type: ignore[arg-type]


@given(sheets(BANK))
def test_only_known_answers_are_raised(sheet: Sheet) -> None:
    """All that is open is asked about, unless nothing is to do, and none of it is raised."""
    steps = scored(BANK, sheet)["steps"]
    asked = {step["question"] for step in steps if step["kind"] == "ask"}
    open_ = {q.id for q in BANK.scored if sheet.answers.get(q.id, "unknown") == "unknown"}
    open_ |= {id_ for id_ in BANK.standings if sheet.conditions.get(id_, "unknown") == "unknown"}

    assert asked == (open_ if steps else set())
    assert not open_ & {step["question"] for step in steps if step["kind"] != "ask"}


@given(sheets(BANK), st.data())
def test_strengths_never_change_a_score(sheet: Sheet, data: st.DataObject) -> None:
    """Whatever is answered to a strength, all but the strengths stays the same."""
    question = data.draw(st.sampled_from(BANK.strengths)).id
    level: Answer = data.draw(st.sampled_from([0, 1, 2, 3, "unknown"]))
    before, after = scored(BANK, sheet), scored(BANK, answered(sheet, question, level))

    assert {**before, "strengths": None} == {**after, "strengths": None}


@given(sheets(BANK), st.data())
def test_no_half_makes_up_for_another(sheet: Sheet, data: st.DataObject) -> None:
    """Whoever has nothing of one half is never in the top band, however good the rest is."""
    half = data.draw(st.sampled_from(BANK.halves))
    nothing: dict[str, Answer] = {question.id: 0 for question in half.questions}
    result = scored(BANK, replace(sheet, answers={**sheet.answers, **nothing}))

    assert BANK.bands[-1].id not in result["bands"]


@given(sheets(BANK))
def test_the_steps_reach_the_next_band(sheet: Sheet) -> None:
    """Whoever takes the advised steps is at least in the next band, if what is asked is well."""
    result = scored(BANK, sheet)
    for step in result["steps"]:
        sheet = taken(sheet, step)
    after = scored(BANK, sheet)

    assert (result["next"] is None) == (result["steps"] == [])
    assert BANDS.index(after["band"]) >= BANDS.index(result["next"] or result["band"])
