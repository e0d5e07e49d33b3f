"""Takes out what the theme brings along and no page of this site loads: its scripts, and maps.

What a page does is in ``web/``, the search too.
"""

import shutil
from pathlib import Path


def remove_unused(site: Path) -> None:
    """Remove the theme's scripts and source maps from every language's folder."""
    for scripts in site.glob("**/assets/javascripts"):
        shutil.rmtree(scripts)
    for source_map in site.rglob("*.min.css.map"):
        source_map.unlink()
