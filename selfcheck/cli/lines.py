"""Many answer sheets, one a line: read, scored and written one at a time, in flat memory."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from ..errors import Fault, SheetError
from ..jsontext import LIMIT, canonical
from ..model import Bank
from ..scoring.score import score
from ..scoring.tally import tally
from ..sheets.reading import read

CHUNK = 65536


def score_lines(
    source: BinaryIO, bank: Bank, sentence: Callable[[Fault], str]
) -> Iterator[tuple[bool, str]]:
    """For each line, whether it was good and the JSON to print: its result, or its errors."""
    for number, line in enumerate(_lines(source), 1):
        try:
            yield True, canonical(score(tally(bank, read(line, bank))))
        except SheetError as error:
            errors = [sentence(fault) for fault in error.faults]
            yield False, canonical({"line": number, "errors": errors})


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """Lines without their ends; of a line over the limit, only enough to see that it is."""
    longest = LIMIT + 2  # with CR LF
    while line := source.readline(longest):
        if len(line) == longest and not line.endswith(b"\n"):
            _skip_rest(source)
        yield line.removesuffix(b"\n").removesuffix(b"\r")


def _skip_rest(source: BinaryIO) -> None:
    while (rest := source.readline(CHUNK)) and not rest.endswith(b"\n"):
        pass
