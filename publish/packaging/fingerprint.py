"""Puts the shared styles, scripts, fonts and pictures into a folder named after their content.

A browser may then keep them for ever: whatever changes in them changes their address. They refer to
one another by relative addresses and stay together, so that only pages need to know the folder.
"""

import re
import shutil
from pathlib import Path

from publish.config import ROOT
from publish.packaging.content_hash import tree_hash
from publish.site_layout import HASH_LENGTH

_NAME = f"[0-9a-f]{{{HASH_LENGTH}}}"


def fingerprint_assets(site: Path) -> None:
    """Move what stands in ``assets/`` by plain names, and lead every page to the new place."""
    assets = site / "assets"
    moved = [assets / name for name in _shared() if (assets / name).is_dir()]
    if not moved:
        return
    for old in assets.iterdir():
        if re.fullmatch(_NAME, old.name):
            shutil.rmtree(old)
    fresh = assets / "fresh"
    fresh.mkdir()
    for folder in moved:
        folder.rename(fresh / folder.name)
    name = tree_hash(fresh)[:HASH_LENGTH]
    fresh.rename(assets / name)
    _lead(site, name)


def _shared() -> list[str]:
    """The folders that all languages share, as :mod:`publish.shared` copies them."""
    return sorted({path.name for path in (ROOT / "docs" / "assets").iterdir()} | {"fonts", "js"})


def _lead(site: Path, name: str) -> None:
    """Rewrite the addresses in attributes; text that speaks of such a folder stays."""
    address = re.compile(rf'(="(?:[^"]*/)?assets/)(?=(?:{"|".join(_shared())})/)')
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        page.write_text(address.sub(rf"\g<1>{name}/", html), "utf-8")
