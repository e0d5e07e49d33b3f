"""Lists what a language needs to be read without a network; puts the service worker in place.

A list is ``offline/<language>.json``: every file's address below the site's root (a page's is that
of its folder), the hash of its content and its size. web/offline fetches by it; the same
site gives the same list.
"""

import hashlib
import json
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from macros.model.languages import Language
from publish.config import ROOT
from publish.external import run_node

SCRIPTS = ROOT / "web" / "offline"
WORKER = "service-worker.js"
# Takes the worker's place when the site retires; CONTRIBUTING.md tells how.
RETIRED = "retired-worker.js"
FOLDER = "offline"
FORMAT = 1
# Lie at the site's root for all languages; below them a language shows in a folder or file name.
_SHARED = ("assets", "runtime", "examples", "pdf", "epub", "calendar", "answer-file.schema.json")
# The theme's own, of which every language has its copy.
_THEME = "assets/stylesheets"
# Never asked for by a page: maps for debugging, packed copies.
_LEFT_OUT = ("*.map", "*.gz", "*.br", "sitemap.xml", "_*", ".*", WORKER)


def make_offline(languages: tuple[Language, ...], site: Path) -> None:
    """Write a list of files for each language of the site; after all else, as it lists all."""
    (site / FOLDER).mkdir(exist_ok=True)
    _put_worker(WORKER, site / WORKER)
    _put_worker(RETIRED, site / FOLDER / RETIRED)
    listed = {file.relative_to(site).as_posix(): _entry(file) for file in sorted(_files(site))}
    for language in languages:
        own = {
            _address(path): entry
            for path, entry in listed.items()
            if _belongs(PurePosixPath(path), language, languages)
        }
        content = json.dumps(_manifest(language, own), sort_keys=True, separators=(",", ":"))
        (site / FOLDER / f"{language.id}.json").write_text(content, "utf-8")


def _put_worker(name: str, into: Path) -> None:
    """Make one classic script of a worker: not every browser starts one that imports."""
    esbuild = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
    options = ("--bundle", "--format=iife", "--minify", "--target=es2022", "--allow-overwrite")
    run_node(esbuild, str(SCRIPTS / name), *options, f"--outfile={into}")


def _manifest(language: Language, files: dict[str, tuple[str, int]]) -> dict[str, object]:
    listing = json.dumps(files, sort_keys=True).encode()
    return {
        "format": FORMAT,
        "lang": language.id,
        "folder": language.path,
        "version": hashlib.sha256(listing).hexdigest()[:16],
        "bytes": sum(dict(files.values()).values()),
        "files": files,
    }


def _files(site: Path) -> Iterator[Path]:
    for folder, folders, names in site.walk():
        if folder == site:
            folders[:] = [name for name in folders if name != FOLDER]
        for name in names:
            if not any(fnmatch(name, pattern) for pattern in _LEFT_OUT):
                yield folder / name


def _entry(file: Path) -> tuple[str, int]:
    """Return the SHA-256 of a file and its size."""
    content = file.read_bytes()
    return hashlib.sha256(content).hexdigest(), len(content)


def _address(path: str) -> str:
    """Return where a file stands: a page at its folder."""
    return path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path


def _belongs(path: PurePosixPath, language: Language, languages: tuple[Language, ...]) -> bool:
    """Tell whether a file is one language's own, or one that all of them share."""
    if named := _named(path, {known.id for known in languages}):
        return named == language.id
    if path.parts[0] in _SHARED and not path.as_posix().startswith(_THEME):
        return True
    return not language.path


def _named(path: PurePosixPath, ids: set[str]) -> str | None:
    """Return the language that a folder or the end of the file's name tells."""
    end = path.stem.rpartition("-")[2]
    return next((part for part in (*path.parts, end) if part in ids), None)
