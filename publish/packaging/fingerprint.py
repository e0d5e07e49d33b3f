"""Puts the shared styles, scripts, fonts and pictures into folders named after their content.

A browser may then keep them for ever: whatever changes in them changes their address. Fonts, which
hardly ever change, have a folder of their own, to which the styles lead; the others refer to one
another by relative addresses and stay together.
"""

import hashlib
import re
import shutil
from pathlib import Path

from publish.config import ROOT
from publish.packaging.content_hash import tree_hash
from publish.site_layout import CURRENT, HASH_LENGTH, is_named

FONTS = "fonts"


def fingerprint_assets(site: Path) -> None:
    """Move what stands in ``assets/`` by plain names, and lead every page to the new places."""
    assets = site / "assets"
    present = [name for name in (FONTS, *_together()) if (assets / name).is_dir()]
    if not present:
        return
    for old in assets.iterdir():
        if is_named(f"/{old.name}/"):
            shutil.rmtree(old)
    places = dict[str, str]()
    if FONTS in present:
        places[FONTS] = _moved(assets, [FONTS])
        _lead_styles(assets, places[FONTS])
    together = [name for name in present if name != FONTS]
    places |= dict.fromkeys(together, _moved(assets, together))
    _lead(site, places)


def fingerprint_runtime(site: Path) -> None:
    """Name the runtime's folder after its list of files, which has the hash of each."""
    folder = site / "runtime" / CURRENT
    if not folder.is_dir():
        return
    name = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    folder.rename(folder.with_name(name))
    address = re.compile(rf'(="(?:[^"]*/)?runtime/){CURRENT}/')
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        if address.search(html):
            page.write_text(address.sub(rf"\g<1>{name}/", html), "utf-8")


def _together() -> list[str]:
    """The folders that all languages share, as :mod:`publish.shared` copies them."""
    return sorted({path.name for path in (ROOT / "docs" / "assets").iterdir()} | {"js"})


def _moved(assets: Path, names: list[str]) -> str:
    """Move folders into one that is named after what they hold; return its name."""
    fresh = assets / "fresh"
    fresh.mkdir()
    for name in names:
        (assets / name).rename(fresh / name)
    named = tree_hash(fresh)[:HASH_LENGTH]
    fresh.rename(assets / named)
    return named


def _lead_styles(assets: Path, fonts: str) -> None:
    """Let style sheets, which will stand one folder lower, find the fonts."""
    for sheet in (assets / "css").glob("*.css"):
        old, new = f'url("../{FONTS}/', f'url("../../{fonts}/{FONTS}/'
        sheet.write_text(sheet.read_text("utf-8").replace(old, new), "utf-8")


def _lead(site: Path, places: dict[str, str]) -> None:
    """Rewrite the addresses in attributes; text that speaks of such a folder stays."""
    address = re.compile(rf'(="(?:[^"]*/)?assets/)(?=({"|".join(places)})/)')
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        led = address.sub(lambda found: f"{found[1]}{places[found[2]]}/", html)
        page.write_text(led, "utf-8")
