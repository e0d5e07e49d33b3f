"""Makes few small scripts of the many modules in web/: a page then waits for them once.

While editing, the modules are served as they are.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from publish.config import ROOT
from publish.external import run_node

MODULES = ROOT / "web"
# What pages load by name, and what these start beside them.
ENTRIES = (
    "site.js",
    "selfcheck/page.js",
    "selfcheck/worker.js",
    "team/page.js",
    "offline/panel.js",
)
_SCRIPT = Path(__file__).with_name("bundle.mjs")
_LOADED = re.compile(
    r'<script type="module" src="(?P<folder>(?:[^"]*/)?assets/js/)(?P<name>[^"]+)">'
)


type _Outputs = dict[str, dict[str, Any]]


def bundle_scripts(site: Path) -> None:
    """Put bundles in the place of the modules in ``assets/js``. Raises :class:`BuildError`."""
    scripts = (site / "assets" / "js").resolve()
    if not scripts.is_dir():
        return
    shutil.rmtree(scripts)
    told = run_node(_SCRIPT, str(MODULES), str(scripts), *ENTRIES)
    _preload(site, _imports(json.loads(told), MODULES, scripts))


def _imports(outputs: _Outputs, below: Path, scripts: Path) -> dict[str, set[str]]:
    """Return what each entry needs before it can run, as esbuild tells: names below ``scripts``.

    esbuild names files by their paths from ``below``.
    """
    needed = {
        _name(path, below, scripts): {
            _name(one["path"], below, scripts)
            for one in output["imports"]
            if one["kind"] == "import-statement"
        }
        for path, output in outputs.items()
    }

    def whole(name: str) -> set[str]:
        return needed[name].union(*map(whole, needed[name]))

    return {name: whole(name) for name in ENTRIES}


def _name(path: str, below: Path, scripts: Path) -> str:
    return (below / path).resolve().relative_to(scripts).as_posix()


def _preload(site: Path, imported: dict[str, set[str]]) -> None:
    """Let pages ask for what their scripts import together with the scripts."""
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        loaded = list(_LOADED.finditer(html))
        if not loaded:
            continue
        names = sorted(set[str]().union(*(imported[tag["name"]] for tag in loaded)))
        links = (f'<link rel="modulepreload" href="{loaded[0]["folder"]}{name}">' for name in names)
        page.write_text(html.replace("</head>", "".join(links) + "</head>", 1), "utf-8")
