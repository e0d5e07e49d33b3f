"""How long one answer takes to become a new score in the page."""

from bench.ratio import Result
from bench.site import ground, interested, mark, tab

ANSWERS = 60
READING = 2_500  # milliseconds: nobody answers before having read the question
FRAME = 16
# Each answer is one click, when the page rests after the one before; the score stands when the
# result says something new.
ROUND = """async (count) => {
    const result = document.getElementById("selfcheck-result");
    const levels = "input[value='0'], input[value='1'], input[value='2'], input[value='3']";
    const groups = [...document.querySelectorAll("#selfcheck fieldset")]
        .map((group) => [...group.querySelectorAll(levels)]);
    const asked = groups.filter((inputs) => inputs.length === 4);
    const times = [];
    for (let turn = 0; turn < count; turn++) {
        const input = asked[turn % asked.length][1 + (Math.floor(turn / asked.length) % 3)];
        const told = new Promise((tell) => {
            const watch = new MutationObserver(() => {
                watch.disconnect();
                tell(performance.now());
            });
            watch.observe(result, { subtree: true, childList: true, attributes: true });
        });
        const start = performance.now();
        input.click();
        times.push((await told) - start);
        await new Promise((next) => setTimeout(next, 250));
    }
    return times.sort((a, b) => a - b);
}"""


def answering() -> list[Result]:
    """The 95th percentile of many answers, as a share of one frame."""
    with ground() as on, on.visitor() as context:
        page = tab(on, context)
        interested(page, f"{on.server.address}/en/self-check/")
        mark(page, "selfcheck:interactive")
        page.wait_for_timeout(READING)
        times: list[float] = page.evaluate(ROUND, ANSWERS)
        late = times[int(len(times) * 0.95)]
        return [Result("an answer until its score, p95", round(late / FRAME, 2), "of a frame", 1)]
