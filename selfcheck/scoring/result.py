"""The result as plain JSON data: the shape that the site, the tests and other tools rely on."""

from typing import Literal, TypedDict

from ..model import Answer, Standing

type Met = Literal["yes", "open", "no"]


class Range(TypedDict):
    """Lowest and highest possible score, 0–100, one decimal; equal when nothing is unknown."""

    low: float
    high: float


class CriterionResult(Range):
    """A criterion's range, with how many of its applicable questions are answered."""

    answered: int
    applicable: int


class HalfResult(CriterionResult):
    """The same of one half of a criterion; a criterion that is one claim is its own half.

    `needs` is what the top band asks of it, `met` whether it has that.
    """

    criterion: str
    needs: int
    met: Met


class Known(TypedDict):
    """How many of the conditions and scored questions that apply are answered."""

    answered: int
    asked: int


class OverallReason(Range):
    """The band asks for an overall score."""

    kind: Literal["overall"]
    needs: int
    met: Met


class FloorReason(Range):
    """The band asks every half for a floor."""

    kind: Literal["floor"]
    criterion: str
    half: str
    needs: int
    met: Met


class ConditionReason(TypedDict):
    """The band asks for the conditions."""

    kind: Literal["condition"]
    condition: str
    answer: Standing
    met: Met


type Reason = OverallReason | FloorReason | ConditionReason

# "from" is a Python keyword, hence the other spelling of a TypedDict.
Step = TypedDict(
    "Step",
    {
        "kind": Literal["ask", "condition", "question"],
        "question": str,  # the id, of a condition too
        "from": Answer | Standing,
        "to": int | str,  # "known" of what is asked
    },
)


class Result(TypedDict):
    """What the answers amount to.

    `bands` runs from the lowest possible band to the highest possible one, `band` is the lowest.
    `next` is the band above it, None at the top; `reasons` are the requirements of that next band
    (at the top, of the top band) and `steps` the smallest change that leads there. `strengths` are
    the answers to what is never scored.
    """

    rules: str
    band: str
    bands: list[str]
    next: str | None
    overall: Range
    known: Known
    criteria: dict[str, CriterionResult]
    halves: dict[str, HalfResult]
    conditions: dict[str, Standing]
    strengths: dict[str, Answer]
    reasons: list[Reason]
    steps: list[Step]
