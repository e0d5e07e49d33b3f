"""Stands in for ``pyodide._package_loader`` in the browser, where no package is ever installed.

The real one brings archives, temporary files and the shell utilities into memory. Pyodide asks it
at its start for these names only.
"""

from contextlib import suppress

# A snapshot is only taken if this object stands where the real module puts it.
with suppress(ImportError):
    from pyodide_js import loadedPackages  # type: ignore[import-not-found]  # noqa: F401


class _Folder:
    """A path that is only ever written out; unlike a string it stays an object for Pyodide."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Folder("/lib/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Find no package that is loaded already."""


def unpack_buffer(*_: object, **__: object) -> None:
    """Refuse: the browser's Python is complete as it comes."""
    raise NotImplementedError("packages cannot be installed here")
