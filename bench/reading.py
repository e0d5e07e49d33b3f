"""How light pages are to a reader with a phone, as Lighthouse scores them."""

import json
import os
import statistics
import subprocess
from typing import Any

from bench.ratio import Result
from bench.site import FLAGS, PEERS, Ground, ground
from devtools.chromium import chromium
from publish.external import node

PAGES = {
    "front": "en/",
    "schedule": "en/schedule/",
    "theme": "en/themes/employment/",
    "self-check": "en/self-check/",
}
RUNS = 3
SHIFT = "cumulative-layout-shift"
ASKED = ("--only-categories=performance", "--output=json", "--quiet", "--no-enable-error-reporting")
LIGHTHOUSE = PEERS / "node_modules" / "lighthouse" / "cli" / "index.js"
CHROME = " ".join(("--headless=new", *FLAGS))


def reading() -> list[Result]:
    """The main kinds of page, each for someone who has never been here."""
    if not LIGHTHOUSE.exists():
        raise SystemExit("Lighthouse is missing: make bench installs it")
    with ground() as on:
        return [one for kind, path in PAGES.items() for one in _results(on, kind, path)]


def _results(on: Ground, kind: str, path: str) -> list[Result]:
    told = [_told(f"{on.server.address}/{path}") for _ in range(RUNS)]
    score = statistics.median(one["categories"]["performance"]["score"] for one in told)
    shift = statistics.median(one["audits"][SHIFT]["numericValue"] for one in told)
    name, of = f"Lighthouse, phone: {kind} page", "of 100 for performance"
    return [
        Result(name, round(100 * score), of, goal=99, least=True),
        Result(f"{name}, layout shift", round(shift, 3), "as Lighthouse counts it", goal=0),
    ]


def _told(address: str) -> dict[str, Any]:
    """Let Lighthouse load a page as on a slow phone, which is what it does by itself."""
    command = [node(), str(LIGHTHOUSE), address, f"--chrome-flags={CHROME}", *ASKED]
    browser = {"CHROME_PATH": chromium() or ""}
    run = subprocess.run(  # noqa: S603 -- our own command
        command, env=os.environ | browser, capture_output=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"Lighthouse could not load {address}:\n{run.stderr.decode()[-2000:]}")
    told: dict[str, Any] = json.loads(run.stdout)
    return told
