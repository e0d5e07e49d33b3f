"""Makes few small scripts of the many modules in docs/assets/js: a page then waits for them once.

While editing, the modules are served as they are.
"""

import shutil
from pathlib import Path

from publish.config import ROOT
from publish.node import run_node

MODULES = ROOT / "docs" / "assets" / "js"
# What pages load by name, and what these start beside them.
ENTRIES = (
    "site.js",
    "selfcheck/page.js",
    "selfcheck/worker.js",
    "team/page.js",
    "offline/panel.js",
)
# For browsers that know no modules, in a language that they read: not to be rewritten.
AS_THEY_ARE = ("selfcheck/old.js",)
_SCRIPT = Path(__file__).with_name("bundle.mjs")


def bundle_scripts(site: Path) -> None:
    """Put bundles in the place of the modules in ``assets/js``. Raises :class:`BuildError`."""
    scripts = site / "assets" / "js"
    if not scripts.is_dir():
        return
    shutil.rmtree(scripts)
    run_node(_SCRIPT, str(MODULES), str(scripts), *ENTRIES)
    for name in AS_THEY_ARE:
        shutil.copyfile(MODULES / name, scripts / name)
