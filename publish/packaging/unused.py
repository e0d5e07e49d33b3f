"""Takes out what the theme brings along and no page of this site loads.

Stemmers of its search for other languages, under licences of their own (our search is in
web/search), and maps that lead from its scripts and styles back to their sources.
"""

import shutil
from pathlib import Path


def remove_unused(site: Path) -> None:
    """Remove the stemmers and source maps from every language's folder."""
    for scripts in site.glob("**/assets/javascripts"):
        shutil.rmtree(scripts / "lunr", ignore_errors=True)
    for source_map in [*site.rglob("*.min.js.map"), *site.rglob("*.min.css.map")]:
        source_map.unlink()
