"""Makes few small scripts of the many modules in web/: a page then waits for them once.

While editing, the modules are served as they are.
"""

import re
import shutil
from pathlib import Path

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
_IMPORTED = re.compile(r'(?:from|import)"(\.[^"]+)"')


def bundle_scripts(site: Path) -> None:
    """Put bundles in the place of the modules in ``assets/js``. Raises :class:`BuildError`."""
    scripts = (site / "assets" / "js").resolve()
    if not scripts.is_dir():
        return
    shutil.rmtree(scripts)
    run_node(_SCRIPT, str(MODULES), str(scripts), *ENTRIES)
    _preload(site, scripts)


def _preload(site: Path, scripts: Path) -> None:
    """Let pages ask for what their scripts import together with the scripts."""
    imported = {name: _imports(scripts / name) for name in ENTRIES}
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        loaded = list(_LOADED.finditer(html))
        if not loaded:
            continue
        found = sorted(set[Path]().union(*(imported[tag["name"]] for tag in loaded)))
        names = (one.relative_to(scripts).as_posix() for one in found)
        links = (f'<link rel="modulepreload" href="{loaded[0]["folder"]}{name}">' for name in names)
        page.write_text(html.replace("</head>", "".join(links) + "</head>", 1), "utf-8")


def _imports(script: Path) -> set[Path]:
    """What a script needs before it can run, and what that needs in turn."""
    text = script.read_text("utf-8")
    imported = {(script.parent / name).resolve() for name in _IMPORTED.findall(text)}
    return imported.union(*map(_imports, imported))
