"""Statistics."""

from typing import Annotated, Literal

from macros.model.fact import Amount, Fact, Id, SourceId, Translated, written


class Figure(Fact):
    """A statistic with its unit, the month or year it describes, and its source.

    ``group`` is the part of the figures page it stands in. ``shown`` stands in for the number where
    the source gives it in words (“about 30”).
    """

    id: Id
    group: Literal["unemployment", "programme", "survey", "cases", "law"] = "cases"
    value: Amount
    unit: Literal["people", "percent", "million-eur", "count"]
    as_of: Annotated[
        str, written(r"\d{4}(-(0[1-9]|1[0-2]))?", 'a year or a month, such as "2021" or "2021-03"')
    ]
    label: Translated
    source: SourceId
    shown: Translated | None = None
    note: Translated | None = None
