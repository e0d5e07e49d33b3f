"""How soon Python answers, and what it takes: from the picture of its memory, and the stock way.

The site starts Python at the reader's first interest, so the reader here turns to the form at once.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page

from bench.phone import poor_link, slowed
from bench.ratio import PAIRS, Result, in_turns, ratio
from bench.site import FIRST, Ground, answered, ground, interested, mark, tab
from devtools.waiting import wait_until

type Pace = Callable[[Browser], AbstractContextManager[object]]

OURS = "/en/self-check/"
STOCK = "/bench/stock.html"
FORM = f"{FIRST} !== null && performance.getEntriesByName('first-contentful-paint').length > 0"
# Tasks that ended before Python was asked for drew the page and are none of its.
LONG_TASKS = """() => new Promise((tell) => {
    const [asked] = performance.getEntriesByType("resource")
        .filter(({ name }) => /worker|stock/.test(name));
    const start = asked?.startTime ?? 0;
    let longest = 0;
    const watch = (list) => {
        const since = list.getEntries().filter((task) => task.startTime + task.duration > start);
        for (const { duration } of since) longest = Math.max(longest, duration);
    };
    new PerformanceObserver(watch).observe({ type: "longtask", buffered: true });
    setTimeout(() => tell(longest), 300);
})"""


def starting() -> list[Result]:
    """First visit, repeat visit, bytes, longest task, and a slow phone."""
    with ground() as on:
        pair = partial(_first, on, OURS), partial(_first, on, STOCK)
        in_turns(*pair, 1)  # unmeasured: the server compresses each file once
        first = in_turns(*pair)
        repeat = in_turns(partial(_repeat, on, OURS), partial(_repeat, on, STOCK))
        ours, again = _weight(on, OURS)
        stock, _ = _weight(on, STOCK)
        longest = median(_longest(on) for _ in range(PAIRS))
        phone = in_turns(partial(_phone, on, OURS), partial(_phone, on, STOCK), 3)
        return [
            ratio("first visit until Python answers", 0.30, *first, of="of the stock start"),
            ratio("repeat visit until Python answers", 0.25, *repeat, of="of the stock start"),
            ratio("bytes to the first score, Brotli", 0.85, [ours], [stock], of="of the stock's"),
            Result("bytes on a repeat visit, beside the page", again, "bytes", 0),
            Result("longest task of the page while Python starts", longest, "ms", 50),
            ratio("slow phone: until a score", 0.65, *phone, of="of the stock's"),
            Result(
                "slow phone: until the form can be filled", _form(on), "of the 2.5 s allowed", 1
            ),
        ]


def _as_it_is(_: Browser) -> AbstractContextManager[None]:
    return nullcontext()


def _start(on: Ground, context: BrowserContext, path: str, entry: str, pace: Pace) -> float:
    """Open a page in a fresh tab and return when it set a mark."""
    page = tab(on, context)
    with pace(on.browser):
        reached = _reach(on, page, path, entry)
    page.close()
    return reached


def _reach(on: Ground, page: Page, path: str, entry: str) -> float:
    if path == OURS:
        interested(page, on.server.address + path)
        if entry == "selfcheck:scored":
            answered(page)
    else:
        page.goto(on.server.address + path, wait_until="commit")
    return mark(page, entry)


def _first(on: Ground, path: str) -> float:
    with on.visitor() as context:
        return _start(on, context, path, "selfcheck:interactive", _as_it_is)


def _repeat(on: Ground, path: str) -> float:
    with on.visitor() as context:
        for _ in range(2):
            reached = _start(on, context, path, "selfcheck:interactive", _as_it_is)
        return reached


def _weight(on: Ground, path: str) -> tuple[float, float]:
    """Return the bytes of a first visit, and those of a repeat visit without the page."""
    with on.visitor() as context:
        page = tab(on, context)
        sent = on.server.sent
        _reach(on, page, path, "selfcheck:scored")
        first, sent = on.server.sent - sent, on.server.sent
        page.close()
        _start(on, context, path, "selfcheck:scored", _as_it_is)
        again = on.server.sent - sent
        return first, max(0, again - on.server.weight(path))


def _longest(on: Ground) -> float:
    """Return the milliseconds of the longest task; browsers tell of none under 50."""
    with on.visitor() as context:
        page = tab(on, context)
        _reach(on, page, OURS, "selfcheck:interactive")
        return float(page.evaluate(LONG_TASKS))


def _phone(on: Ground, path: str) -> float:
    with on.visitor() as context:
        poor_link(context)
        return _start(on, context, path, "selfcheck:scored", slowed)


def _form(on: Ground) -> float:
    """Return when an answer can be given, as a share of 2.5 seconds."""
    with on.visitor() as context:
        poor_link(context)
        page = tab(on, context)
        with slowed(on.browser):
            page.goto(on.server.address + OURS, wait_until="commit")
            wait_until(page, FORM)
            return round(float(page.evaluate("performance.now()")) / 2500, 2)
