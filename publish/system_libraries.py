"""The system's libraries that Python packages load: Pango for the PDFs, Voikko for Finnish.

On Macs with Apple's processors Homebrew keeps libraries where Python does not look by itself.
"""

import os
import sys
import warnings
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from publish.errors import MissingError

HOMEBREW = Path("/opt/homebrew/lib")
NO_PANGO = (
    "The PDFs and EPUBs cannot be made: Pango with HarfBuzz is missing; "
    "`sh setup/ready.sh build pdf` tells how it is installed"
)
_SEARCHED = "DYLD_FALLBACK_LIBRARY_PATH"


def look_in_homebrew() -> None:
    """Let what is loaded from now on be looked for in Homebrew's folder too."""
    if sys.platform == "darwin" and HOMEBREW.is_dir():
        usual = (os.environ.get(_SEARCHED), str(HOMEBREW), "/usr/local/lib", "/usr/lib")
        os.environ[_SEARCHED] = os.pathsep.join(filter(None, usual))


def load_pango() -> None:
    """Load what sets the PDFs. Raises :class:`MissingError` where Pango or HarfBuzz is missing.

    WeasyPrint itself would print a page about it, or warn at every book.
    """
    look_in_homebrew()
    try:
        with redirect_stdout(StringIO()), warnings.catch_warnings(action="ignore"):
            from weasyprint.text.ffi import harfbuzz_subset  # noqa: PLC0415
    except OSError as error:
        raise MissingError(NO_PANGO) from error
    if harfbuzz_subset is None:
        raise MissingError(NO_PANGO)


@cache
def voikko() -> Any | None:
    """Return Voikko for Finnish; None where the library or its Finnish words are missing.

    Its languages are asked for first: it cannot be thrown away quietly once it failed to start.
    """
    try:
        from libvoikko import Voikko  # noqa: PLC0415 -- a machine may have none

        if sys.platform == "darwin" and HOMEBREW.is_dir():
            Voikko.setLibrarySearchPath(str(HOMEBREW))
        return Voikko("fi") if "fi" in Voikko.listSupportedSpellingLanguages() else None
    except (ImportError, OSError):
        return None
