"""Tells what of a machine goes into the built bytes, beside the sources and what the locks hold.

Python names the wheel's bytecode, Node.js makes the memory that the browser starts from, Pango and
HarfBuzz set the PDFs, Voikko cuts Finnish words for the search, and zlib packs copies and books.
"""

import ctypes
import platform
import subprocess
import zlib
from ctypes.util import find_library

from publish.external import node
from publish.system_libraries import load_pango, voikko


def made_with() -> str:
    """Return names and versions, for two builds to be compared by. Needs all that a build needs."""
    load_pango()
    from weasyprint.text.ffi import pango  # noqa: PLC0415

    speaker = voikko()
    versions = {
        "Python": platform.python_version(),
        "Node.js": _told_by(node(), "--version").removeprefix("v"),
        "Pango": _pango_version(pango.pango_version()),
        "HarfBuzz": _harfbuzz_version(),
        "Voikko": speaker.getVersion() if speaker else "missing",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    return ", ".join(f"{name} {version}" for name, version in versions.items())


def _told_by(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _pango_version(number: int) -> str:
    """Write a version that comes as one number: 15603 is 1.56.3."""
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _harfbuzz_version() -> str:
    library = ctypes.CDLL(find_library("harfbuzz") or "libharfbuzz.so.0")
    library.hb_version_string.restype = ctypes.c_char_p
    version: bytes = library.hb_version_string()
    return version.decode()
