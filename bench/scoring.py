"""What scoring costs beside merely reading the same answer file as JSON."""

import json

from bench.ratio import Ratio, measure
from macros.form import EXAMPLES, ORDER
from selfcheck.bank import load
from selfcheck.reading import read
from selfcheck.score import score

RUNS = 2_000


def scoring() -> Ratio:
    """Check and score an example sheet, against parsing its JSON."""
    bank = load()
    text = (EXAMPLES / "en" / f"{ORDER[0]}.json").read_text("utf-8")

    def scored() -> None:
        for _ in range(RUNS):
            score(bank, read(text, bank))

    def parsed() -> None:
        for _ in range(RUNS):
            json.loads(text)

    return measure("checking and scoring a sheet", ("score", scored), ("parse JSON", parsed), 7)
