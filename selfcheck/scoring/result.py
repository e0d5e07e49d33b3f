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


class OverallReason(Range):
    """The band asks for an overall score."""

    kind: Literal["overall"]
    needs: int
    met: Met


class FloorReason(Range):
    """The band asks every criterion for a floor."""

    kind: Literal["floor"]
    criterion: str
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
        "kind": Literal["condition", "question"],
        "question": str,  # the id, of a condition too
        "from": Answer | Standing,
        "to": int | str,
    },
)


class Result(TypedDict):
    """What the answers amount to.

    `bands` runs from the lowest possible band to the highest possible one, `band` is the lowest.
    `next` is the band above it, None at the top; `reasons` are the requirements of that next band
    (at the top, of the top band) and `steps` the smallest change that leads there.
    """

    rules: str
    band: str
    bands: list[str]
    next: str | None
    overall: Range
    criteria: dict[str, CriterionResult]
    conditions: dict[str, Standing]
    reasons: list[Reason]
    steps: list[Step]
