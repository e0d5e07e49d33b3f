"""Puts what all languages share at the site's root: styles, scripts, fonts, pictures, examples."""

import shutil
from pathlib import Path

from macros.self_check import EXAMPLES
from publish.config import ROOT
from publish.offline import RETIRED, WORKER

TYPEFACE = ROOT / "node_modules" / "@fontsource" / "atkinson-hyperlegible-next" / "files"
FONTS = {
    "atkinson-400.woff2": "atkinson-hyperlegible-next-latin-400-normal.woff2",
    "atkinson-400-italic.woff2": "atkinson-hyperlegible-next-latin-400-italic.woff2",
    "atkinson-700.woff2": "atkinson-hyperlegible-next-latin-700-normal.woff2",
}


def copy_shared(site: Path) -> None:
    """Copy the shared files into the built site."""
    skip = shutil.ignore_patterns("tsconfig.json", "types.js", WORKER, RETIRED)
    shutil.copytree(ROOT / "docs" / "assets", site / "assets", dirs_exist_ok=True)
    shutil.copytree(ROOT / "web", site / "assets" / "js", dirs_exist_ok=True, ignore=skip)
    fonts = site / "assets" / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for name, original in FONTS.items():
        shutil.copyfile(TYPEFACE / original, fonts / name)
    shutil.copytree(EXAMPLES, site / "examples", dirs_exist_ok=True)
    schema = ROOT / "selfcheck" / "schema" / "answer-file.schema.json"
    shutil.copyfile(schema, site / schema.name)
