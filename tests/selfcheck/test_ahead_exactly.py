"""The remark to those far ahead rests on the exact score, as every threshold does."""

from dataclasses import replace
from pathlib import Path

import pytest

from selfcheck.model import Answer
from selfcheck.reports.blocks import Text
from selfcheck.reports.report import report
from selfcheck.scoring.score import score
from selfcheck.scoring.tally import tally

from .cases import load_small
from .cases import sheet as any_sheet


@pytest.mark.parametrize("pilot", [3, 2])
def test_what_only_rounds_to_the_mark_is_below_it(tmp_path: Path, pilot: Answer) -> None:
    """With weights of 1 to 10,000, one level short is shown as 100.0 and is not 100."""
    small = load_small(tmp_path)
    questions = tuple(
        replace(q, weight=10_000) if q.id == "reason" else q for q in small.bank.questions
    )
    bank = replace(small.bank, questions=questions, ahead=100)
    answers: dict[str, Answer] = {q.id: 3 for q in bank.scored}
    sheet = any_sheet(answers | {"pilot": pilot}, {"base": "yes"})

    assert score(tally(bank, sheet))["overall"]["low"] == 100
    said = report(replace(small, bank=bank), sheet)
    assert (Text(small.say("band.ahead")) in said) == (pilot == 3)
