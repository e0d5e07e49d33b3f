"""Two builds of one commit are the same, wherever, whenever and by whomever they are made."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from publish.config import ROOT
from publish.packaging import tree_hash

SOURCES = ("docs", "macros", "overrides", "publish", "requirements", "selfcheck", "web")
FILES = ("mkdocs.yml", "package.json", "package-lock.json", "pyproject.toml")
# Everything but compressed copies, which have tests of their own bytes.
BUILD = """
from pathlib import Path
from publish.build import site
whole = site(Path("site"), "https://example.org/soske/")
whole.make(lambda _: None)
"""
HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "fi_FI.UTF-8", "SOSKE_TODAY": "2027-06-30"}
THERE = {"TZ": "America/Anchorage", "LC_ALL": "C", "LANGUAGE": "tr", "SOSKE_TODAY": "2031-12-31"}


def built(folder: Path, circumstances: dict[str, str], umask: int) -> Path:
    """Copy the sources and build them in other circumstances; return the folder of the products."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1637366400", **circumstances}
    subprocess.run(
        [sys.executable, "-c", BUILD], cwd=folder, env=environment, umask=umask, check=True
    )
    products = folder / "products"
    products.mkdir()
    for name in ("site", "site-nginx"):
        (folder / name).rename(products / name)
    return products


@pytest.mark.slow
def test_two_builds_give_one_hash(tmp_path: Path) -> None:
    """Another folder, time zone, locale, day, umask and order of sets change not a single byte.

    Both days are after the last round: the day of the build matters for nothing but its state.
    """
    folders = (tmp_path / "one", tmp_path / "a longer" / "räksmörgås")
    with ThreadPoolExecutor(max_workers=2) as pool:
        products = list(pool.map(built, folders, (HERE, THERE), (0o022, 0o077)))

    names = [
        sorted(path.relative_to(product).as_posix() for path in product.rglob("*"))
        for product in products
    ]
    assert names[0] == names[1]
    for made in ("snapshot.bin", ".pdf", ".epub"):
        assert any(name.endswith(made) for name in names[0])
    assert [
        name
        for name in names[0]
        if (products[0] / name).is_file()
        and (products[0] / name).read_bytes() != (products[1] / name).read_bytes()
    ] == []
    assert tree_hash(products[0]) == tree_hash(products[1])
