"""What the first view of a page weighs over the wire, everything included."""

from bench.ratio import Result
from bench.site import Ground, ground

PAGES = ("en/", "en/schedule/", "en/themes/employment/", "en/operating-model/", "en/self-check/")


def weighing() -> list[Result]:
    """Each page for someone who has never been here; Python not asked for."""
    with ground() as on:
        return [Result(f"first view of {path}", _weight(on, path), "KiB", 100) for path in PAGES]


def _weight(on: Ground, path: str) -> float:
    sent = on.server.sent
    with on.visitor() as context:
        context.route("**/runtime/**", lambda route: route.abort())
        page = context.new_page()
        page.goto(f"{on.server.address}/{path}")
        page.evaluate("document.fonts.ready")
    return round((on.server.sent - sent) / 1024, 1)
