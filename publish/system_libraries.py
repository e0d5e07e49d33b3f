"""The system's libraries that Python packages load: Pango for the PDFs, Voikko for Finnish.

On Macs with Apple's processors Homebrew keeps libraries where Python does not look by itself.
"""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

HOMEBREW = Path("/opt/homebrew/lib")
_SEARCHED = "DYLD_FALLBACK_LIBRARY_PATH"


def look_in_homebrew() -> None:
    """Let what is loaded from now on be looked for in Homebrew's folder too."""
    if sys.platform == "darwin" and HOMEBREW.is_dir():
        usual = (os.environ.get(_SEARCHED), str(HOMEBREW), "/usr/local/lib", "/usr/lib")
        os.environ[_SEARCHED] = os.pathsep.join(filter(None, usual))


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
