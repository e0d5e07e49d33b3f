"""Keeps a compressed copy of each file beside it, so that a web server need not compress.

Brotli (``.br``) at its strongest, and gzip (``.gz``) for what does not read it. No Zstandard:
neither Debian's nginx nor its modules can serve such copies. The same file gives the same bytes.
"""

import gzip
import hashlib
import os
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

import brotli

from publish.headers.rules import rules
from publish.site_layout import published_files

# A smaller file fits into one packet anyway; a copy that saves less than a tenth is not worth it.
SMALLEST = 1024
WORTH = 0.9
LARGE = 1_000_000


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


FORMS: dict[str, Callable[[bytes], bytes]] = {".br": brotli.compress, ".gz": _gzip}


def remove_copies(site: Path) -> None:
    """Remove the copies that an earlier build left; their originals may have changed or gone."""
    for suffix in FORMS:
        for copy in site.rglob(f"*{suffix}"):
            copy.unlink()


def compress(site: Path, cache: Path, processes: Executor | None = None) -> None:
    """Write the copies; what has been compressed before is taken from ``cache``.

    Files are shared out among ``processes``, the largest first.
    """
    known = rules()
    packed = [path for path in published_files(site) if known.media(path).packed]
    packed.sort(key=_size, reverse=True)
    each = partial(_write_copies, cache=cache)
    list(processes.map(each, packed, chunksize=4) if processes else map(each, packed))


def largest(folder: Path) -> list[Path]:
    """Return the files that take long to compress, the largest first."""
    known = rules()
    packed = [path for path in published_files(folder) if known.media(path).packed]
    return sorted((path for path in packed if _size(path) > LARGE), key=_size, reverse=True)


def compress_file(path: Path, cache: Path) -> None:
    """Fill ``cache`` with the copies of a file, which are written later, wherever it is then."""
    _copies(path.read_bytes(), cache)


def _size(path: Path) -> int:
    return path.stat().st_size


def _write_copies(path: Path, cache: Path) -> None:
    for suffix, smaller in _copies(path.read_bytes(), cache).items():
        copy = path.with_name(path.name + suffix)
        copy.write_bytes(smaller)
        # One time for all forms: a server tells it as the time of the last change.
        os.utime(copy, (path.stat().st_atime, path.stat().st_mtime))


def _copies(content: bytes, cache: Path) -> dict[str, bytes]:
    """Return the forms of a file that are worth it, by suffix."""
    if len(content) < SMALLEST:
        return {}
    made = {suffix: compressed(content, suffix, cache) for suffix in FORMS}
    return {suffix: form for suffix, form in made.items() if len(form) < WORTH * len(content)}


def compressed(content: bytes, suffix: str, cache: Path) -> bytes:
    """Return the form named by ``suffix``, from the folder ``cache`` if it was made before."""
    path = cache / (hashlib.sha256(content).hexdigest() + suffix)
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        # It appears whole or not at all.
        with NamedTemporaryFile(dir=cache, delete=False) as new:
            new.write(FORMS[suffix](content))
        Path(new.name).rename(path)
    return path.read_bytes()
