"""Reports on the small bank, row by row: every number and every name worked out by hand."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from selfcheck.model import Answer, Standing
from selfcheck.reports import questions
from selfcheck.reports.blocks import Block, Heading, Item, Items, Table, Text
from selfcheck.reports.brief import brief
from selfcheck.reports.compare import compare_report
from selfcheck.reports.edition import Edition
from selfcheck.reports.explain import explain_report
from selfcheck.reports.merge import merge_report
from selfcheck.reports.partners import partners_report
from selfcheck.reports.phrasing import owner, when
from selfcheck.reports.preview import preview_report
from selfcheck.reports.report import report
from selfcheck.scoring.result import Step
from selfcheck.scoring.tally import tally
from selfcheck.scoring.timetable import Slot
from selfcheck.sheets.sheet import Sheet
from selfcheck.views.compare import compare
from selfcheck.views.explain import explain
from selfcheck.views.merge import merge
from selfcheck.views.partners import join
from selfcheck.views.preview import preview
from selfcheck.views.speakers import load_stems

from .cases import RULES, load_small
from .cases import sheet as any_sheet

TITLES = {
    "base": "base question?",
    "reason": "1.1 reason question?",
    "pilot": "1.2 pilot question?",
    "aim": "2.1 aim question?",
    "policy": "2.2 policy question?",
    "lesson": "3.1 lesson question?",
}


@pytest.fixture
def small(tmp_path: Path) -> Edition:
    """Load the small bank."""
    return load_small(tmp_path)


def sheet(base: Standing = "yes", **answers: Answer) -> Sheet:
    """Make a sheet under the rules of the small bank."""
    return replace(any_sheet(answers, {"base": base}), rules="1")


def tables(blocks: Iterable[Block]) -> list[tuple[tuple[str, ...], ...]]:
    """List the rows of every table."""
    return [block.rows for block in blocks if isinstance(block, Table)]


def items(blocks: Iterable[Block]) -> list[Item]:
    """List everything that stands in a list."""
    return [item for block in blocks if isinstance(block, Items) for item in block.items]


MIXED = sheet("no", reason=1, pilot=2, aim=3)


def test_the_working_shows_weights_points_and_maxima(small: Edition) -> None:
    """Each answer with its own weight, each criterion with its own, and what they are out of."""
    say, number = small.say, small.words.number
    open_, span = say("answers.unknown"), say("number.span", low=0, high=3)
    levels = [say("answers.level", level=level) for level in range(4)]
    *_, answers, halves, criteria = tables(report(small, MIXED))
    both = say("number.span", low=3, high=6)
    goal, line = (small.part_name(half) for half in small.bank.halves[1:])

    assert answers == (
        ("1.1", "reason question?", levels[1], "1", "1", "3"),
        ("1.2", "pilot question?", levels[2], "2", "4", "6"),
        ("2.1", "aim question?", levels[3], "1", "3", "3"),
        ("2.2", "policy question?", open_, "1", span, "3"),
    )
    will, none, all_ = number(55.6), number(0), number(100)
    assert halves == (
        ("Will", "5", "9", f"100 × 5 / 9 = {will}"),
        (goal, "3", "3", f"100 × 3 / 3 = {all_}"),
        (line, span, "3", f"100 × 0 / 3 = {none}; 100 × 3 / 3 = {all_}"),
    )
    assert criteria == (
        ("Will", "1", "5", "9", f"100 × 5 / 9 = {will}"),
        ("Strategy", "2", both, "6", f"100 × 3 / 6 = {number(50)}; 100 × 6 / 6 = {all_}"),
    )


def test_the_working_writes_out_both_ends(small: Edition) -> None:
    """While something is open, the lowest and the highest result have each its formula."""
    blocks = report(small, MIXED)
    low = f"100 × (1 × 5 / 9 + 2 × 3 / 6) / 3 = {small.words.number(51.9)}"
    high = f"100 × (1 × 5 / 9 + 2 × 6 / 6) / 3 = {small.words.number(85.2)}"

    assert Text(small.say("working.low", formula=low)) in blocks
    assert Text(small.say("working.high", formula=high)) in blocks


def test_what_is_known_is_counted_by_how_far_it_is(small: Edition) -> None:
    """Levels 2 and 3 are there, 1 has begun, 0 is ahead; what is open is none of them."""
    some = report(small, sheet(reason=1, pilot=2, aim=0, policy=1))
    well = report(small, sheet(reason=2, aim=3))

    assert Text(small.say("band.known", there=1, begun=2, ahead=1)) in some
    assert Text(small.say("band.known-all", there=2, begun=0, ahead=0)) in well


def test_whoever_is_just_far_enough_is_ahead(small: Edition) -> None:
    """The overall score at which an organisation is well ahead counts already."""
    full = sheet(reason=3, pilot=3, aim=3, policy=3)
    bank = replace(small.bank, ahead=100)

    assert Text(small.say("band.ahead")) in report(replace(small, bank=bank), full)


def test_no_score_is_told_where_no_band_is(small: Edition) -> None:
    """The overall range and the requirements wait until at most two bands are possible."""
    vague, clear = report(small, sheet("unknown")), report(small, MIXED)

    def told(blocks: tuple[Block, ...], low: float, high: float) -> bool:
        span = small.words.span({"low": low, "high": high})
        return Text(small.say("band.overall-open", score=span)) in blocks

    def reasons(blocks: tuple[Block, ...]) -> bool:
        heading = small.say("reasons.heading", band="Half")
        return Heading(2, heading, folded=True) in blocks

    assert (told(vague, 0, 100), reasons(vague)) == (False, False)
    assert (told(clear, 51.9, 85.2), reasons(clear)) == (True, True)


def test_parts_are_told_with_score_status_and_count(small: Edition) -> None:
    """Each half has its range, whether the top band's floor is met, and how much is answered."""
    say, span = small.say, small.words.span
    parts, *_ = tables(report(small, MIXED))
    goal, line = (small.part_name(half) for half in small.bank.halves[1:])
    met, open_, not_ = (say(f"reasons.met-{met}") for met in ("yes", "open", "no"))

    def count(answered: int, applicable: int) -> str:
        return say("criteria.count", answered=answered, applicable=applicable)

    assert parts == (
        ("Will", span({"low": 55.6, "high": 55.6}), not_, count(2, 2)),
        (goal, span({"low": 100, "high": 100}), met, count(1, 1)),
        (line, span({"low": 0, "high": 100}), open_, count(0, 1)),
    )


def test_requirements_are_those_of_the_next_band(small: Edition) -> None:
    """What is needed of the whole and of each half, what is there, and whether that is met."""
    say, span = small.say, small.words.span
    _, reasons, *_ = tables(report(small, MIXED))
    goal, line = (small.part_name(half) for half in small.bank.halves[1:])
    met, open_ = say("reasons.met-yes"), say("reasons.met-open")
    least = say("reasons.at-least", value=20)

    assert reasons == (
        (
            say("reasons.overall"),
            say("reasons.at-least", value=50),
            span({"low": 51.9, "high": 85.2}),
            met,
        ),
        ("Will", least, span({"low": 55.6, "high": 55.6}), met),
        (goal, least, span({"low": 100, "high": 100}), met),
        (line, least, span({"low": 0, "high": 100}), open_),
    )


def test_a_condition_is_a_requirement(small: Edition) -> None:
    """What is needed is a yes; beside it stands what was said, and that it is not met."""
    say = small.say
    _, reasons, *_ = tables(report(small, sheet("no", reason=3, pilot=3, aim=3, policy=3)))

    no = say("answers.no")
    assert reasons[-1] == ("base question?", say("answers.yes"), no, say("reasons.met-no"))


def test_conditions_are_counted(small: Edition) -> None:
    """How many are met and how many are open, of all there are."""
    (rule,) = small.bank.conditions
    standings: dict[str, Standing] = {"base": "yes", "b": "yes", "c": "unknown", "d": "no"}
    conditions = tuple(replace(rule, id=id_) for id_ in standings)
    words = dict.fromkeys(standings, small.texts.conditions["base"])
    bank, texts = replace(small.bank, conditions=conditions), replace(small.texts, conditions=words)
    more = Edition(bank, texts, small.words)

    blocks = report(more, replace(any_sheet({}, standings), rules="1"))

    assert Text(small.say("conditions.open", met=2, all=4, open=1)) in blocks


def test_the_goal_and_the_advice_are_those_of_the_steps(small: Edition) -> None:
    """The band ahead is named, and each level that is passed has its advice, in order."""
    blocks = report(small, sheet(reason=0, pilot="na", aim=3, policy=3), None)
    rise = small.say("steps.rise", before=0, after=1)
    (step,) = [i for i in items(blocks) if (i.detail or "").startswith(rise)]

    assert Text(small.say("steps.intro", band="Half")) in blocks
    assert step.text == TITLES["reason"]
    assert "reason step 1" in (step.detail or "")
    assert "reason step 2" not in (step.detail or "")


def test_every_level_passed_has_its_advice(tmp_path: Path) -> None:
    """A step over two levels tells what to do for both, and nothing of the next."""
    small = load_small(tmp_path, RULES.replace("floor = 20", "floor = 60"))
    blocks = report(small, sheet(reason=3, pilot=3, aim=3, policy=0))
    rise = small.say("steps.rise", before=0, after=2)
    (step,) = [i for i in items(blocks) if (i.detail or "").startswith(rise)]

    assert (step.detail or "").startswith(f"{rise} policy step 1 policy step 2 ")
    assert "policy step 3" not in (step.detail or "")


def test_steps_in_any_case_are_told_as_such(small: Edition) -> None:
    """Where something is still open, the changes are those that are needed whatever comes out."""
    blocks = report(small, sheet(reason=0, pilot=0, aim=0))

    assert Text(small.say("steps.in-any-case", band="Half")) in blocks
    assert Text(small.say("steps.intro", band="Half")) not in blocks


def test_who_is_likeliest_to_know_is_asked(small: Edition) -> None:
    """Of several roles the first one is asked."""
    blocks = report(small, sheet(reason=3, aim=3, policy=3))
    place = blocks.index(Text(small.say("steps.who", role="finance")))

    assert blocks[place + 1] == Items((Item(TITLES["pilot"]),))


def test_meanwhile_the_next_step_of_what_falls_short_is_told(small: Edition) -> None:
    """What is at level 0 or 1 gets the advice for its own next level; a decision needs none."""
    blocks = report(small, sheet("unknown", reason=1, aim=2))
    place = blocks.index(Text(small.say("steps.meanwhile-intro")))
    detail = f"reason step 2 {owner(small, 'management')}"

    assert blocks[place + 1] == Items((Item(TITLES["reason"], detail, "criteria.md#will"),))


def test_what_falls_short_is_told_in_part(small: Edition) -> None:
    """Of much that falls short only the first is told there; all of it follows further down."""
    many = tuple(replace(small.bank.questions[0], id=f"q{n}") for n in range(9))
    words = dict.fromkeys((q.id for q in many), small.texts.questions["reason"])
    questions_ = (*many, *small.bank.questions)
    texts = replace(small.texts, questions={**small.texts.questions, **words})
    more = Edition(replace(small.bank, questions=questions_), texts, small.words)
    blocks = report(more, any_sheet({q.id: 1 for q in many}))
    place = blocks.index(Text(small.say("steps.meanwhile-intro")))
    listed = blocks[place + 1]

    assert isinstance(listed, Items)
    assert [item.text.split()[0] for item in listed.items] == [f"1.{n}" for n in range(1, 6)]


def test_answers_are_spoken_to_by_their_level(small: Edition) -> None:
    """Level 0 is told how to begin, a higher one its next step, each with the level ahead."""
    say = small.say
    done_by = owner(small, "management")

    def told(id_: str, level: int, key: str) -> str:
        now = say("feedback.now", level=f"{id_} level {level}")
        step = say(f"feedback.{key}", step=f"{id_} step {level + 1}")
        ahead = f"{id_} example {level + 1}"
        example = say("feedback.example", level=level + 1, example=ahead)
        return f"{now} {step} {done_by} {example}"

    spoken = [item.detail for item in items(report(small, sheet(reason=0, aim=1)))]
    assert told("reason", 0, "begin") in spoken
    assert told("aim", 1, "next") in spoken


def test_the_latest_year_of_the_evidence_counts(small: Edition) -> None:
    """An old year beside a new one is no old document."""
    noted = {"reason": "Decided in 1999, confirmed in 2026"}
    fresh = replace(sheet(reason=2), date="2026-05-05", evidence=noted)

    assert Heading(2, small.say("evidence.heading"), folded=True) not in report(small, fresh)


def test_evidence_is_missed_from_what_is_decided_on(small: Edition) -> None:
    """What has only begun needs no evidence yet."""
    blocks = report(small, sheet(reason=1, aim=2, policy=3))

    assert Text(small.say("evidence.claimed", numbers="2.1, 2.2")) in blocks


def test_two_sheets_are_laid_side_by_side(small: Edition) -> None:
    """Then stands before now, in bands, scores and answers; conditions are met, not raised."""
    say, number = small.say, small.words.number
    old = sheet("yes", reason=3, pilot=3, aim=0, policy=0, lesson=1)
    new = sheet("no", reason=3, pilot=3, aim=3, policy=3, lesson=2)
    results, conditions, questions_ = tables(compare_report(small, compare(small.bank, old, new)))
    levels = [say("answers.level", level=level) for level in range(4)]
    yes, no, up = say("answers.yes"), say("answers.no"), say("compare.up")

    assert results == (
        (say("merge.band"), "Start", "Half", say("compare.other")),
        (say("reasons.overall"), number(33.3), number(100), f"+{number(66.7)}"),
        ("Will", number(100), number(100), say("change.none")),
        ("Strategy", number(0), number(100), f"+{number(100)}"),
    )
    assert conditions == (("base question?", yes, no, say("compare.unmet")),)
    assert questions_ == (
        (TITLES["aim"], levels[0], levels[3], up),
        (TITLES["policy"], levels[0], levels[3], up),
        (TITLES["lesson"], levels[1], levels[2], up),
    )


def test_open_answers_are_listed_with_what_they_decide(small: Edition) -> None:
    """The most decisive stands first: points of the whole, points of its own part, whom to ask."""
    number = small.words.number
    here = tally(small.bank, sheet(aim=3))
    gains, *_ = tables(explain_report(small, here, explain(here)))

    # A point of policy is worth 2/6/3 of the whole and a third of its half; of will 1/9/3 and 1/9.
    assert gains == (
        (TITLES["policy"], number(33.3), number(100), "finance"),
        (TITLES["pilot"], number(22.2), number(66.7), "finance, management"),
        (TITLES["reason"], number(11.1), number(33.3), "management"),
    )


def test_only_bands_that_ask_for_conditions_are_named(small: Edition) -> None:
    """An open condition holds back the bands that ask for it, and no others."""
    here = tally(small.bank, sheet("unknown"))

    blocks = explain_report(small, here, explain(here))

    assert Text(small.say("explain.conditions-intro", bands="Ready")) in blocks


def people(small: Edition) -> tuple[Block, ...]:
    """Write the report on two people who differ."""
    one = replace(sheet("yes", reason=1, aim=2), role="finance", date="2026-02-03")
    two = replace(sheet("yes", reason=3, aim=2, policy=1), role="ward")
    return merge_report(small, merge(small.bank, [one, two], load_stems()))


def test_a_team_is_laid_side_by_side(small: Edition) -> None:
    """Who answered when, and who says what, with what is merged last."""
    say, words = small.say, small.words
    who, all_ = tables(people(small))
    levels = [say("answers.level", level=level) for level in range(4)]
    open_, yes = say("answers.unknown"), say("answers.yes")

    def row(key: str, one: str, two: str, merged: str) -> tuple[str, ...]:
        says = (("finance", one), ("ward", two))
        told = "; ".join(say("people.says", name=n, answer=a) for n, a in says)
        return TITLES[key], told, merged

    assert [row[:2] for row in who] == [
        ("finance", words.date("2026-02-03")),
        ("ward", "–"),
        (say("merge.together"), "–"),
    ]
    assert all_ == (
        row("base", yes, yes, yes),
        row("reason", levels[1], levels[3], open_),
        row("pilot", open_, open_, open_),
        row("aim", levels[2], levels[2], levels[2]),
        row("policy", open_, levels[1], levels[1]),
        row("lesson", open_, open_, open_),
    )


def test_a_team_is_told_whom_to_ask_and_what_is_at_stake(small: Edition) -> None:
    """A contradiction has its levels and points; what nobody knows has the roles to ask."""
    blocks = people(small)
    roles = small.say("conditions.ask", roles="finance, management")
    spread = small.say("merge.spread", levels=2, points=small.words.number(7.4))

    assert Item(TITLES["pilot"], roles) in items(blocks)
    (first,) = [item for item in items(blocks) if spread in (item.detail or "")]
    assert first.text == TITLES["reason"]


def test_partners_are_laid_side_by_side(small: Edition) -> None:
    """A column for each partner and the group's last; what differs stands apart, with its own."""
    one = replace(sheet("yes", reason=1, aim=2), organisation="A", date="2026-02-03")
    two = replace(sheet("yes", reason=3, aim=2), organisation="B")
    who, differ, all_ = tables(partners_report(small, join(small.bank, [one, two])))
    levels = [small.say("answers.level", level=level) for level in range(4)]
    yes, open_ = small.say("answers.yes"), small.say("answers.unknown")

    assert [row[:2] for row in who] == [
        ("A", small.words.date("2026-02-03")),
        ("B", "–"),
        (small.say("partners.group"), "–"),
    ]
    assert differ == ((TITLES["reason"], levels[1], levels[3], levels[1]),)
    assert all_ == (
        (TITLES["base"], yes, yes, yes),
        *differ,
        (TITLES["pilot"], open_, open_, open_),
        (TITLES["aim"], levels[2], levels[2], levels[2]),
        (TITLES["policy"], open_, open_, open_),
        (TITLES["lesson"], open_, open_, open_),
    )


def test_a_preview_counts_the_files_that_move(small: Edition, tmp_path: Path) -> None:
    """How many files there are, how many change their band, and what each loses."""
    harder = load_small(tmp_path, RULES.replace("overall = 50", "overall = 70"))
    bank = replace(harder.bank, version="2")
    new = Edition(replace(bank, questions=bank.questions[:-1]), harder.texts, harder.words)
    sheets = {
        "moves": sheet(reason=3, pilot=3, aim=2, policy=1),
        "stays": sheet(reason=0, pilot=0, aim=0, policy=0),
        "loses": sheet(reason=0, pilot=0, aim=0, policy=0, lesson=3),
    }
    previews = {name: preview(small.bank, new.bank, given) for name, given in sheets.items()}
    blocks = preview_report(small, new, previews)
    intro = small.say("preview.intro", before="1", after="2", count=3, moved=1)

    assert Text(intro) in blocks
    assert Text(small.say("preview.lost", ids="lesson")) in blocks
    assert Heading(2, "loses") in blocks
    assert Heading(2, "stays") not in blocks


def test_the_questions_are_whole_as_data(small: Edition) -> None:
    """Everything that is asked stands there with its words, weight, answers and roles."""
    data: dict[str, Any] = questions.as_data(small)
    base = {
        "id": "base",
        "question": "base question?",
        "why": "base why.",
        "answers": ["yes", "no", "unknown"],
        "roles": ["management"],
        "does": "management",
        "page": "who-can-apply.md#base",
    }
    pilot = {
        "id": "pilot",
        "number": "1.2",
        "criterion": "will",
        "part": None,
        "weight": 2,
        "question": "pilot question?",
        "why": "pilot why.",
        "levels": [f"pilot level {n}" for n in range(4)],
        "examples": [
            dict.fromkeys(("employment", "human-rights"), f"pilot example {n}") for n in range(4)
        ],
        "na": "pilot na.",
        "answers": [0, 1, 2, 3, "unknown", "na"],
        "roles": ["finance", "management"],
        "does": "finance",
        "page": "criteria.md#will",
    }
    will, strategy = data["criteria"]

    assert (data["rules"], data["lang"], data["conditions"]) == ("1", "en", [base])
    assert [question["id"] for question in will["questions"]] == ["reason", "pilot"]
    assert will["questions"][1] == pilot
    assert {k: v for k, v in strategy.items() if k != "questions"} == {
        "id": "strategy",
        "weight": 2,
        "page": "criteria.md#strategy",
        "name": "Strategy",
        "claim": "strategy claim.",
        "parts": {"goal": "Goal", "line": "Line"},
    }
    assert [question["part"] for question in strategy["questions"]] == ["goal", "line"]
    assert [question["id"] for question in data["strengths"]] == ["lesson"]


def test_a_brief_tells_the_step_after_what_has_begun(small: Edition) -> None:
    """What has begun is told with its own next step, and who takes it."""
    begun = small.say("brief.begun", level="reason level 1", step="reason step 2")
    detail = f"{begun} {owner(small, 'management')}"

    assert Item(TITLES["reason"], detail, "criteria.md#will") in items(
        brief(small, sheet(reason=1))
    )


@pytest.mark.parametrize("weeks", [2, 3])
def test_only_one_week_is_told_as_one(small: Edition, weeks: int) -> None:
    """Of several weeks the number is told."""
    step: Step = {"kind": "question", "question": "reason", "from": 0, "to": 1}

    told = [when(small.words, Slot(step, "x", n, None, False)) for n in (1, weeks)]

    assert told == [small.say("time.week"), small.say("time.weeks", weeks=weeks)]
