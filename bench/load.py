"""Five hundred readers at once for half a minute, at the real nginx with the built site.

Not a measurement of speed, which depends on the machine, but a proof: no reader gets an error.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from devtools.nginx import HOST, missing, nginx
from publish.build import site
from publish.site_layout import published_files

READERS, SECONDS = 500, 30
SCRIPT = Path(__file__).with_name("readers.lua")


def main() -> int:
    """Run the load and print what came of it; exit 1 when any reader met an error."""
    whole = site()
    if fault := missing():
        print(fault, file=sys.stderr)
        return 1
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "run").mkdir()
        root = _rooted(whole.into, whole.path, folder / "root")
        asked = folder / "paths"
        asked.write_text("\n".join(_paths(whole.into, whole.path)), "utf-8")
        with nginx(whole.nginx, root, folder / "run") as server:
            told = _wrk(f"http://{HOST}:{server.port}", asked)
    print(json.dumps(told, indent=2))
    return 1 if told["requests"] == 0 or any(told["errors"].values()) else 0


def _rooted(built: Path, path: str, root: Path) -> Path:
    """A folder in which the site stands under its path."""
    place = root / path.strip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(built)
    return root


def _paths(built: Path, path: str) -> list[str]:
    """What readers' browsers ask for: pages, styles, scripts, indexes; large files now and then."""
    names = [one.relative_to(built).as_posix() for one in published_files(built)]
    kept = (".html", ".css", ".js", ".mjs", ".json", ".woff2", ".svg", ".ics", ".wasm")
    return [path + name.removesuffix("index.html") for name in names if name.endswith(kept)]


def _wrk(address: str, paths: Path) -> dict[str, Any]:
    command = ["wrk", "-t2", f"-c{READERS}", f"-d{SECONDS}s", "--timeout", "10s"]
    run = subprocess.run(  # noqa: S603 -- our own tool
        [*command, "-s", str(SCRIPT), address, "--", str(paths)],
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    sys.exit(main())
