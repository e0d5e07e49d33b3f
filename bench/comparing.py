"""Other ways to run a small scorer in a page: the same twelve questions, on the same server."""

import statistics

from bench.ratio import PAIRS, Result
from bench.site import PEERS, Ground, ground, interested, mark, tab

OTHERS = {
    "plain JavaScript, the floor": "javascript",
    "MicroPython": "micropython",
    "PyScript with MicroPython": "pyscript-micropython",
    "Brython": "brython",
    "Skulpt": "skulpt",
    "PyScript with Pyodide": "pyscript-pyodide",
}
STOCK = "pyodide"
OURS = "this site's whole self-check, until Python answers"
# What every peer must have come to; otherwise its time means nothing.
SCORE = "a 55.6-55.6 b 55.6-55.6 c 22.2-55.6"


def comparing() -> list[Result]:
    """First visits in turns: how long each takes of what stock Pyodide takes. No goal but ours."""
    if not (PEERS / "node_modules").exists():
        raise SystemExit("the peers are missing: make bench installs them")
    with ground() as on:
        _round(on)  # unmeasured: the server compresses each file once
        rounds = [_round(on) for _ in range(PAIRS)]
    stock = statistics.median(times[STOCK] for times in rounds)
    return [
        Result(name, round(statistics.median(times[name] for times in rounds) / stock, 3), OF, goal)
        for name, goal in [(OURS, 0.3), *((name, None) for name in OTHERS)]
    ]


OF = "of stock Pyodide, until a score is shown"


def _round(on: Ground) -> dict[str, float]:
    """Visit all once."""
    pages = {STOCK: STOCK, **OTHERS}
    return {name: _visit(on, page) for name, page in pages.items()} | {OURS: _ours(on)}


def _visit(on: Ground, name: str) -> float:
    with on.visitor() as context:
        page = tab(on, context)
        page.goto(f"{on.server.address}/bench/peers/{name}.html", wait_until="commit")
        reached = mark(page, "peer:shown")
        told = page.locator("#result").text_content()
        if told != SCORE:
            raise SystemExit(f"{name} scored {told}, not {SCORE}")
        return reached


def _ours(on: Ground) -> float:
    with on.visitor() as context:
        page = tab(on, context)
        interested(page, f"{on.server.address}/en/self-check/")
        return mark(page, "selfcheck:interactive")
